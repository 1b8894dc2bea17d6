import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KeepingEvents, Place } from './keeping.ts'
import type { Cause } from './part.ts'
import { createRecorder } from './recorder.ts'
import type { RecordingState } from './recording-state.ts'

const beganAt = new Date(2026, 2, 7, 4, 5, 9)

interface FakePart {
  readonly tracks: readonly MediaStreamTrack[]
  isStopped: boolean
  readonly events: KeepingEvents
  end: (cause: Cause, recorded?: string) => Promise<void>
}

interface Saving {
  progressed(share: number): void
  done(): Promise<void>
}

/** Lets everything run that waits for promises only. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function stream(...kinds: string[]): MediaStream {
  const tracks = kinds.map((kind) => ({ kind, readyState: 'live' }))
  return { getTracks: () => tracks } as unknown as MediaStream
}

function begin({
  isSupported = () => true,
  place = 'memory',
}: { isSupported?: (mimeType: string) => boolean; place?: Place } = {}) {
  const parts: FakePart[] = []
  const saving: Saving[] = []
  const files: string[] = []
  const released: string[] = []
  const page = new EventTarget()
  let startPart: (events: KeepingEvents) => void = () => undefined
  const recording = createRecorder({
    now: () => beganAt,
    page,
    place,
    isSupported,
    startPart(tracks, _mimeType, keep) {
      let end: FakePart['end'] = settle
      const part = { tracks, isStopped: false }
      const result = new Promise<Cause>((resolve) => {
        end = (cause, recorded = 'x') => {
          if (recorded !== '') keep(new Blob([recorded]))
          resolve(cause)
          return settle()
        }
      })
      startPart = (events) => void parts.push(Object.assign(part, { events, end }))
      return {
        result,
        stop: () => {
          part.isStopped = true
        },
      }
    },
    keep(name, _type, events) {
      startPart(events)
      const chunks: Blob[] = []
      return {
        add(chunk) {
          chunks.push(chunk)
          events.grew(1_000_000 * chunks.length, place)
        },
        finish: (progressed) =>
          chunks.length === 0
            ? Promise.resolve([])
            : new Promise((resolve) => {
                saving.push({
                  progressed,
                  done() {
                    resolve([new Blob(chunks)])
                    return settle()
                  },
                })
              }),
        handedOver: () => void released.push(name),
      }
    },
    handOver: (_file, name) => void files.push(name),
  })
  const states: RecordingState['state'][] = []
  recording.state.subscribe(({ state }) => void states.push(state))
  return {
    recording,
    parts,
    saving,
    files,
    released,
    states,
    /** Whether leaving the page now would be asked about. */
    keepsPage: () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true })),
  }
}

test('Record and Stop put one file into Downloads, with progress on the way', async () => {
  const { recording, parts, saving, files, released, states, keepsPage } = begin()
  assert.equal(keepsPage(), false)
  recording.start(stream('video', 'audio'), 'Nursery')
  const sinceMs = beganAt.getTime()
  assert.deepEqual(recording.state.value, { state: 'recording', sinceMs, bytes: 0, place: 'memory' })
  assert.equal(keepsPage(), true)
  parts[0]?.events.grew(5, 'memory')
  assert.deepEqual(recording.state.value, { state: 'recording', sinceMs, bytes: 5, place: 'memory' })
  recording.stop()
  assert.equal(parts[0]?.isStopped, true)
  await parts[0]?.end('stopped')
  saving[0]?.progressed(0.5)
  assert.deepEqual(recording.state.value, { state: 'finishing', progress: 0.5 })
  saving[0]?.progressed(1.1)
  assert.deepEqual(recording.state.value, { state: 'finishing', progress: 1 })
  assert.equal(keepsPage(), true)
  await saving[0]?.done()
  assert.deepEqual(files, ['BeddyBytes-Nursery-2026-03-07-040509.mp4'])
  assert.deepEqual(released, files)
  assert.deepEqual(recording.state.value, { state: 'saved', fileName: files[0] })
  assert.deepEqual(states, ['idle', 'recording', 'recording', 'finishing', 'finishing', 'finishing', 'saved'])
  assert.equal(keepsPage(), false)
})

test('sound alone is a file of sound', async () => {
  const { recording, parts, saving, files } = begin()
  recording.start(stream('audio'), 'Nursery')
  recording.stop()
  await parts[0]?.end('stopped')
  await saving[0]?.done()
  assert.deepEqual(files, ['BeddyBytes-Nursery-2026-03-07-040509.m4a'])
})

test('a lost stream is saved at once, and the next part begins with the next stream', async () => {
  const { recording, parts, saving, files } = begin()
  recording.start(stream('video', 'audio'), 'Nursery')
  await parts[0]?.end('ended')
  await saving[0]?.done()
  assert.deepEqual(files, ['BeddyBytes-Nursery-2026-03-07-040509.mp4'])
  assert.equal(recording.state.value.state, 'recording')
  recording.setStream(stream('video', 'audio'))
  recording.stop()
  await parts[1]?.end('stopped')
  await saving[1]?.done()
  assert.equal(files[1], 'BeddyBytes-Nursery-2026-03-07-040509-part2.mp4')
  assert.deepEqual(recording.state.value, { state: 'saved', fileName: files[1] })
})

test('a new stream ends the part that runs, the same one again does not', () => {
  const { recording, parts } = begin()
  const first = stream('video', 'audio')
  recording.start(first, 'Nursery')
  recording.setStream(first)
  assert.equal(parts.length, 1)
  recording.setStream(stream('audio'))
  assert.equal(parts.length, 2)
  assert.deepEqual([parts[0]?.isStopped, parts[1]?.isStopped], [true, false])
})

test('Stop waits for every part, the earlier ones too', async () => {
  const { recording, parts, saving, files } = begin()
  recording.start(stream('audio'), 'Nursery')
  recording.setStream(stream('audio'))
  recording.stop()
  await parts[1]?.end('stopped')
  await saving[0]?.done()
  assert.equal(recording.state.value.state, 'finishing')
  await parts[0]?.end('stopped')
  await saving[1]?.done()
  assert.deepEqual(files.toSorted(), [
    'BeddyBytes-Nursery-2026-03-07-040509-part2.m4a',
    'BeddyBytes-Nursery-2026-03-07-040509.m4a',
  ])
  assert.equal(recording.state.value.state, 'saved')
})

test('stopped while the stream is away, the recording is what was saved before', async () => {
  const { recording, parts, saving, files } = begin()
  recording.start(stream('audio'), 'Nursery')
  await parts[0]?.end('ended')
  recording.stop()
  assert.equal(recording.state.value.state, 'finishing')
  await saving[0]?.done()
  assert.deepEqual(recording.state.value, { state: 'saved', fileName: files[0] })
})

test('a recorder that breaks hands over what it had and says so', async () => {
  const { recording, parts, saving, files } = begin()
  recording.start(stream('audio'), 'Nursery')
  await parts[0]?.end('broke')
  recording.setStream(stream('audio'))
  await saving[0]?.done()
  assert.equal(parts.length, 1)
  assert.equal(files.length, 1)
  assert.deepEqual(recording.state.value, { state: 'failed', failure: 'broke', fileName: files[0] })
})

test('a recording of nothing makes no file and says so', async () => {
  const { recording, parts, files } = begin()
  recording.start(stream('audio'), 'Nursery')
  recording.stop()
  await parts[0]?.end('stopped', '')
  assert.deepEqual(files, [])
  assert.deepEqual(recording.state.value, { state: 'failed', failure: 'nothing-recorded', fileName: null })
})

test('a stream without tracks and a browser without a recorder are refused in words', () => {
  const { recording } = begin()
  recording.start(stream(), 'Nursery')
  assert.deepEqual(recording.state.value, { state: 'failed', failure: 'no-stream', fileName: null })
  const { recording: unable } = begin({ isSupported: () => false })
  unable.start(stream('audio'), 'Nursery')
  assert.deepEqual(unable.state.value, { state: 'failed', failure: 'unsupported', fileName: null })
})

test('the next recording may begin while the last one is being saved', async () => {
  const { recording, parts, saving, files, keepsPage } = begin()
  recording.start(stream('audio'), 'Nursery')
  recording.stop()
  await parts[0]?.end('stopped')
  recording.start(stream('audio'), 'Kitchen')
  await saving[0]?.done()
  assert.equal(recording.state.value.state, 'recording')
  assert.equal(keepsPage(), true)
  recording.stop()
  await parts[1]?.end('stopped')
  await saving[1]?.done()
  assert.deepEqual(files, ['BeddyBytes-Nursery-2026-03-07-040509.m4a', 'BeddyBytes-Kitchen-2026-03-07-040509.m4a'])
})

test('closing hands over what was recorded, and nothing begins after it', async () => {
  const { recording, parts, saving, files } = begin()
  recording.start(stream('audio'), 'Nursery')
  recording.close()
  recording.close()
  await parts[0]?.end('stopped')
  await saving[0]?.done()
  recording.start(stream('audio'), 'Nursery')
  assert.equal(files.length, 1)
  assert.equal(parts.length, 1)
})

test('a full phone ends the recording, and what there was is saved', async () => {
  const { recording, parts, saving, files } = begin({ place: 'storage' })
  recording.start(stream('audio'), 'Nursery')
  parts[0]?.events.full()
  assert.equal(parts[0]?.isStopped, true)
  await parts[0]?.end('stopped')
  await saving[0]?.done()
  assert.deepEqual(recording.state.value, { state: 'failed', failure: 'full', fileName: files[0] })
})

test('what lies in the storage outlives the page, so nobody is asked whether to leave', () => {
  const { recording, parts, keepsPage } = begin({ place: 'storage' })
  recording.start(stream('audio'), 'Nursery')
  assert.equal(keepsPage(), false)
  // It turned out that this browser cannot keep it there.
  parts[0]?.events.grew(1, 'memory')
  assert.equal(keepsPage(), true)
})

test('the size is that of all parts', async () => {
  const { recording, parts } = begin()
  recording.start(stream('audio'), 'Nursery')
  await parts[0]?.end('ended')
  recording.setStream(stream('audio'))
  parts[1]?.events.grew(7, 'memory')
  const { state } = recording
  assert.equal(state.value.state === 'recording' && state.value.bytes, 1_000_007)
})
