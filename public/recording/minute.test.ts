import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ToFinish } from './finish.ts'
import { createMinute } from './minute.ts'
import type { Cause } from './part.ts'

const box = (type: string, fill: string): string => `\0\0\0\u0018${type}${fill.repeat(16)}`
const fragment = (fill: string): Blob => new Blob([box('moof', fill), box('mdat', fill)])

interface FakePart {
  readonly kinds: string
  readonly mimeType: string
  isStopped: boolean
  add(chunk: Blob): void
}

function stream(...kinds: string[]): MediaStream {
  const tracks = kinds.map((kind) => ({ kind, readyState: 'live' }))
  return { getTracks: () => tracks } as unknown as MediaStream
}

function begin({ hasPicture = true } = {}) {
  const parts: FakePart[] = []
  const finished: ToFinish[] = []
  const files: string[] = []
  let nowMs = new Date(2026, 2, 7, 2, 15, 9).getTime()
  const minute = createMinute({
    now: () => new Date(nowMs),
    random: () => 0,
    isSupported: () => true,
    hasPicture,
    disk: null,
    startPart(tracks, mimeType, keep) {
      const letter = String.fromCharCode(97 + parts.length)
      let end: (cause: Cause) => void = () => undefined
      const result = new Promise<Cause>((resolve) => {
        end = resolve
      })
      const part = { kinds: tracks.map(({ kind }) => kind).join(), mimeType, isStopped: false, add: keep }
      parts.push(part)
      keep(new Blob([box('moov', 'H')]))
      return {
        result,
        stop() {
          if (part.isStopped) return
          part.isStopped = true
          keep(fragment(letter))
          end('stopped')
        },
      }
    },
    finish: async (what) => {
      finished.push(what)
      return { files: what.recorded, isKept: false }
    },
    handOver: (_file, name) => void files.push(name),
  })
  const advance = (ms: number): void => {
    nowMs += ms
  }
  /** The letters of the fragments that were saved, run by run. */
  const saved = async (): Promise<string[]> => {
    const runs = finished.flatMap(({ recorded }) => recorded)
    const texts = await Promise.all(runs.map((run) => run.text()))
    return texts.map((text) => [...text.matchAll(/mdat(.)/g)].map((found) => found[1]).join(''))
  }
  return { minute, parts, files, saved, advance }
}

test('the last minute is saved up to the tap, and kept on', async () => {
  const { minute, parts, files, saved, advance } = begin()
  minute.setStream(stream('video', 'audio'), 'Nursery')
  parts[0]?.add(fragment('x'))
  advance(50_000)
  parts[0]?.add(fragment('y'))
  advance(20_000)
  await minute.save()
  assert.deepEqual(await saved(), ['ya'])
  assert.deepEqual(files, ['BeddyBytes-Nursery-2026-03-07-021519.mp4'])
  assert.deepEqual(minute.state.value, { state: 'saved', fileName: files[0] })
  assert.deepEqual(
    parts.map(({ isStopped }) => isStopped),
    [true, false],
  )
})

test('without a picture in the ring the sound is kept all the same', async () => {
  const { minute, parts, files } = begin({ hasPicture: false })
  minute.setStream(stream('video', 'audio'), 'Nursery')
  assert.equal(parts[0]?.kinds, 'audio')
  await minute.save()
  assert.deepEqual(files, ['BeddyBytes-Nursery-2026-03-07-021409.m4a'])
  minute.keepPicture(true)
  assert.equal(parts.at(-1)?.kinds, 'video,audio')
})

test('while Record runs on the same tracks, its recorder is the only one', async () => {
  const { minute, parts, saved } = begin()
  const received = stream('video', 'audio')
  minute.setStream(received, 'Nursery')
  const [first] = parts
  const listener = minute.listen(received.getTracks(), {
    mimeType: first?.mimeType ?? '',
    container: 'mp4',
    extension: 'mp4',
  })
  assert.deepEqual([first?.isStopped, parts.length], [true, 1])
  listener.add(new Blob([box('moov', 'H')]))
  listener.add(fragment('R'))
  listener.end()
  assert.equal(parts.length, 2)
  await minute.save()
  assert.deepEqual(await saved(), ['a', 'R', 'b'])
})

test('what was kept outlasts the stream by a minute, and never goes under another name', async () => {
  const { minute, files, advance } = begin()
  minute.setStream(stream('audio'), 'Nursery')
  minute.setStream(null, '')
  await minute.save()
  assert.equal(files.length, 1)
  minute.setStream(stream('audio'), 'Kitchen')
  minute.setStream(null, '')
  advance(61_000)
  await minute.save()
  assert.equal(files.length, 1)
  assert.deepEqual(minute.state.value, { state: 'empty' })
})
