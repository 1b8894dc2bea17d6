import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { createCapture } from './capture.ts'
import { automatic } from './choice.ts'

class FakeTrack extends EventTarget {
  readonly kind: 'audio' | 'video'
  muted = false
  stopped = false
  constructor(kind: 'audio' | 'video') {
    super()
    this.kind = kind
  }
  stop(): void {
    this.stopped = true
  }
}

const choice = { name: 'Nursery', microphone: automatic, camera: automatic }

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const given: FakeTrack[] = []
  const asked: string[] = []
  let refusal: unknown = null
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const capture = createCapture({
    media: {
      getUserMedia(constraints?: MediaStreamConstraints) {
        const kinds = (['audio', 'video'] as const).filter((kind) => constraints?.[kind])
        asked.push(kinds.join('+'))
        if (refusal !== null) return Promise.reject(refusal)
        const tracks = kinds.map((kind) => new FakeTrack(kind))
        given.push(...tracks)
        return Promise.resolve({ getTracks: () => tracks } as unknown as MediaStream)
      },
      enumerateDevices: () => Promise.resolve([]),
    },
    document: page as unknown as Document,
  })
  t.after(() => capture.close())
  return {
    capture,
    given,
    asked,
    refuse: (error: unknown) => (refusal = error),
    tick: async (ms: number) => {
      t.mock.timers.tick(ms)
      for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    },
  }
}

test('holds what it was given until it is closed', async (t) => {
  const { capture, given } = setUp(t)
  assert.equal(await capture.open(choice), null)
  assert.ok(capture.audio.value !== null && capture.video.value !== null)
  capture.close()
  assert.deepEqual(
    given.map(({ stopped }) => stopped),
    [true, true],
  )
  assert.equal(capture.video.value, null)
})

test('gets back a camera that was taken, without touching the sound', async (t) => {
  const { capture, given, asked, tick, refuse } = setUp(t)
  await capture.open(choice)
  const sound = capture.audio.value
  refuse(new DOMException('', 'NotReadableError'))
  given[1]?.dispatchEvent(new Event('ended'))
  await tick(0)
  assert.deepEqual(capture.missing.value, ['video'])
  assert.equal(capture.video.value, null)
  await tick(1000)
  refuse(null)
  await tick(2000)
  assert.deepEqual(capture.missing.value, [])
  assert.equal(capture.audio.value, sound)
  assert.ok(capture.video.value !== null)
  assert.deepEqual(asked, ['audio+video', 'video', 'video', 'video'])
})

test('a track that stays muted is fetched anew, one that is muted for a moment is not', async (t) => {
  const { capture, given, asked, tick } = setUp(t)
  await capture.open(choice)
  const [sound] = given
  assert.ok(sound)
  sound.muted = true
  sound.dispatchEvent(new Event('mute'))
  await tick(1000)
  sound.muted = false
  sound.dispatchEvent(new Event('unmute'))
  await tick(5000)
  assert.deepEqual(asked, ['audio+video'])
  sound.muted = true
  sound.dispatchEvent(new Event('mute'))
  await tick(3000)
  await tick(0)
  assert.deepEqual(asked, ['audio+video', 'audio'])
  assert.equal(sound.stopped, true)
})

test('stops asking when it is closed, and gives back what comes too late', async (t) => {
  const { capture, given, asked, tick } = setUp(t)
  const opening = capture.open(choice)
  capture.close()
  await opening
  assert.deepEqual(
    given.map(({ stopped }) => stopped),
    [true, true],
  )
  await tick(60_000)
  assert.equal(asked.length, 1)
})

test('a remembered device that is gone gives way to another', async (t) => {
  const { capture, asked, refuse } = setUp(t)
  // Safari's is neither an Error nor a DOMException.
  refuse({ name: 'OverconstrainedError', constraint: 'deviceId', message: '' })
  const opening = capture.open({ ...choice, camera: { id: 'gone', label: 'Gone' } })
  refuse(null)
  assert.equal(await opening, null)
  assert.equal(asked.length, 2)
})

test('a microphone that gives nothing but zeros is fetched anew when somebody has noticed', async (t) => {
  const { capture, given, asked, tick } = setUp(t)
  await capture.open(choice)
  const camera = capture.video.value
  capture.regain('audio')
  capture.regain('audio')
  assert.deepEqual(capture.missing.value, ['audio'])
  await tick(0)
  assert.deepEqual(asked, ['audio+video', 'audio'])
  assert.deepEqual(
    [given[0]?.stopped, capture.audio.value === (given[2] as unknown), capture.video.value],
    [true, true, camera],
  )
  capture.close()
  capture.regain('audio')
  await tick(60_000)
  assert.equal(asked.length, 2, 'what is off stays off')
})

test('another camera is turned on after the one before it is off, and the sound goes on', async (t) => {
  const { capture, given, asked, tick } = setUp(t)
  await capture.open(choice)
  const sound = capture.audio.value
  capture.useCamera({ id: 'front', label: 'Front' })
  assert.deepEqual([given[1]?.stopped, capture.video.value], [true, null])
  assert.deepEqual(capture.missing.value, [], 'nobody has taken it')
  await tick(0)
  assert.equal(capture.video.value, given[2])
  assert.equal(capture.audio.value, sound)
  capture.useCamera({ id: 'front', label: 'Front' })
  await tick(0)
  assert.deepEqual(asked, ['audio+video', 'video'])
})

test('of many wishes for a camera the last one is fulfilled, and what was turned on for another is turned off', async (t) => {
  const { capture, given, tick } = setUp(t)
  await capture.open(choice)
  for (let turn = 0; turn < 1000; turn++) {
    capture.useCamera({ id: turn % 2 === 0 ? 'front' : 'back', label: '' })
    if (turn === 500) t.mock.timers.tick(0)
  }
  await tick(0)
  await tick(0)
  assert.equal(given.filter(({ stopped }) => !stopped).length, 2)
  assert.ok(given.length <= 4, `${given.length} were turned on`)
})

test('a camera that cannot be had gives way to the one that was on before', async (t) => {
  const { capture, tick, refuse, asked } = setUp(t)
  await capture.open(choice)
  refuse(new DOMException('', 'NotReadableError'))
  capture.useCamera({ id: 'front', label: 'Front' })
  await tick(0)
  assert.deepEqual(capture.missing.value, ['video'])
  await tick(1000)
  refuse(null)
  await tick(2000)
  assert.deepEqual(capture.missing.value, [])
  assert.ok(capture.video.value !== null)
  assert.equal(asked.length, 4)
  capture.useCamera(automatic)
  await tick(0)
  assert.equal(asked.length, 4, 'that one is on')
})

test('a camera is off for as long as it is not wanted, and comes back', async (t) => {
  const { capture, given, asked, tick } = setUp(t)
  await capture.open(choice)
  capture.useCamera(null)
  await tick(60_000)
  assert.deepEqual([capture.video.value, capture.missing.value, asked.length], [null, [], 1])
  assert.deepEqual(
    given.map(({ stopped }) => stopped),
    [false, true],
  )
  capture.useCamera(automatic)
  await tick(0)
  assert.ok(capture.video.value !== null)
})

test('nothing turns on a camera in a session that was begun without one, or in none', async (t) => {
  const { capture, asked, tick } = setUp(t)
  capture.useCamera(automatic)
  await capture.open({ ...choice, camera: null })
  capture.useCamera(automatic)
  capture.useCamera(null)
  capture.useCamera({ id: 'front', label: 'Front' })
  await tick(60_000)
  assert.deepEqual(asked, ['audio'])
  capture.close()
  capture.useCamera(automatic)
  await tick(60_000)
  assert.deepEqual(asked, ['audio'])
})
