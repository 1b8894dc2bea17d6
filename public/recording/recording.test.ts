import assert from 'node:assert/strict'
import { test } from 'node:test'
import { text } from '../text/text.ts'
import type { PartResult } from './part.ts'
import { createRecording, type RecordingState } from './recording.ts'

const beganAt = new Date(2026, 2, 7, 4, 5, 9)

interface FakePart {
  readonly tracks: readonly MediaStreamTrack[]
  isStopped: boolean
  end: (cause: PartResult['cause'], recorded?: string) => Promise<void>
}

interface Saving {
  onTime(doneS: number): void
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

function begin(supported: (mimeType: string) => boolean = () => true) {
  const parts: FakePart[] = []
  const saving: Saving[] = []
  const files: string[] = []
  const page = new EventTarget()
  let now = beganAt
  const recording = createRecording({
    now: () => now,
    page,
    isSupported: supported,
    startPart(tracks) {
      const part: FakePart = { tracks, isStopped: false, end: settle }
      parts.push(part)
      return {
        result: new Promise((resolve) => {
          part.end = (cause, recorded = 'x') => {
            resolve({ recorded: new Blob([recorded]), cause })
            return settle()
          }
        }),
        stop: () => {
          part.isStopped = true
        },
      }
    },
    finish: (recorded, _container, onTime) =>
      new Promise((resolve) => {
        saving.push({
          onTime,
          done() {
            resolve(recorded)
            return settle()
          },
        })
      }),
    handOver: (_file, name) => void files.push(name),
  })
  const states: RecordingState['state'][] = []
  recording.state.subscribe(({ state }) => void states.push(state))
  return {
    recording,
    parts,
    saving,
    files,
    states,
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
    /** Whether leaving the page now would be asked about. */
    keepsPage: () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true })),
  }
}

test('Record and Stop put one file into Downloads, with progress on the way', async () => {
  const { recording, parts, saving, files, states, advance, keepsPage } = begin()
  assert.equal(keepsPage(), false)
  recording.start(stream('video', 'audio'), 'Nursery')
  assert.deepEqual(recording.state.value, { state: 'recording', sinceMs: beganAt.getTime() })
  assert.equal(keepsPage(), true)
  advance(10_000)
  recording.stop()
  assert.equal(parts[0]?.isStopped, true)
  await parts[0]?.end('stopped')
  saving[0]?.onTime(5)
  assert.deepEqual(recording.state.value, { state: 'finishing', progress: 0.5 })
  saving[0]?.onTime(99)
  assert.deepEqual(recording.state.value, { state: 'finishing', progress: 1 })
  assert.equal(keepsPage(), true)
  await saving[0]?.done()
  assert.deepEqual(files, ['BeddyBytes-Nursery-2026-03-07-040509.mp4'])
  assert.deepEqual(recording.state.value, { state: 'saved', fileName: files[0] })
  assert.deepEqual(states, ['idle', 'recording', 'finishing', 'finishing', 'finishing', 'saved'])
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
  const { recording, parts, saving, files, advance } = begin()
  recording.start(stream('video', 'audio'), 'Nursery')
  await parts[0]?.end('ended')
  await saving[0]?.done()
  assert.deepEqual(files, ['BeddyBytes-Nursery-2026-03-07-040509.mp4'])
  assert.equal(recording.state.value.state, 'recording')
  advance(60_000)
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
  assert.deepEqual(recording.state.value, { state: 'failed', reason: text.recording.interrupted(files[0] ?? '') })
})

test('a recording of nothing makes no file and says so', async () => {
  const { recording, parts, files } = begin()
  recording.start(stream('audio'), 'Nursery')
  recording.stop()
  await parts[0]?.end('stopped', '')
  assert.deepEqual(files, [])
  assert.deepEqual(recording.state.value, { state: 'failed', reason: text.recording.nothingRecorded })
})

test('a stream without tracks and a browser without a recorder are refused in words', () => {
  const { recording } = begin()
  recording.start(stream(), 'Nursery')
  assert.deepEqual(recording.state.value, { state: 'failed', reason: text.recording.noStream })
  const { recording: unable } = begin(() => false)
  unable.start(stream('audio'), 'Nursery')
  assert.deepEqual(unable.state.value, { state: 'failed', reason: text.recording.unsupported })
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
