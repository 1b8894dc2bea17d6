import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import type { CaptureKind } from '../baby/constraints.ts'
import type { Device } from '../baby/choice.ts'
import type { Limits } from '../rtc/encoding.ts'
import type { StationMessage } from '../shared/station-protocol.ts'
import { createZoomMemory } from '../zoom/per-camera.ts'
import { createZoom } from '../zoom/zoom.ts'
import { comesBackMs, createCamera } from './camera.ts'
import { limits } from './quality.ts'

const fakeTrack = (deviceId: string, torch = false): MediaStreamTrack =>
  ({
    label: deviceId,
    contentHint: '',
    getSettings: () => ({ deviceId }),
    getCapabilities: () => (torch ? { torch } : {}),
    applyConstraints: () => Promise.resolve(),
  }) as unknown as MediaStreamTrack

const phone = ['Front Camera', 'Back Camera'].map((label) => ({ kind: 'videoinput', deviceId: label, label }))

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function setUp(t: TestContext, { kept = new Map<string, string>(), torch = false } = {}) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const back = fakeTrack('Back Camera', torch)
  const video = signal<MediaStreamTrack | null>(back)
  const missing = signal<readonly CaptureKind[]>([])
  const used: (Device | null)[] = []
  const limited: (Limits | null)[] = []
  const zoom = createZoom({
    backends: [{ worksHidden: true, open: () => ({ setLook: () => undefined, close: () => undefined }) }],
    page: Object.assign(new EventTarget(), { hidden: false }),
    firstFrameMs: 3000,
  })
  const room = createCamera({
    capture: { video, missing, useCamera: (device) => void used.push(device) },
    calls: { limit: (limit) => void limited.push(limit) },
    zoom,
    memory: createZoomMemory(() => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    })),
    media: { enumerateDevices: () => Promise.resolve(phone as MediaDeviceInfo[]) },
    chosen: { id: '', label: '' },
  })
  t.after(() => room.close())
  await settled()
  const ask = (message: StationMessage): void => {
    room.hear(message)
    t.mock.timers.tick(1000)
  }
  return { room, zoom, video, missing, used, limited, kept, ask, tick: (ms: number) => t.mock.timers.tick(ms) }
}

test('the other camera is turned on when a parent asks for it, and the one that is on is left on', async (t) => {
  const { room, used, ask } = await setUp(t)
  assert.deepEqual(room.parts.camera?.value, { facing: 'back', canSwitch: true })
  ask({ type: 'camera', facing: 'back' })
  assert.equal(used.length, 0)
  ask({ type: 'camera', facing: 'front' })
  ask({ type: 'camera', facing: 'front' })
  assert.deepEqual(
    used.map((device) => device?.id),
    ['Front Camera'],
  )
  assert.equal(room.parts.camera?.value?.facing, 'front')
})

test('sound only turns the camera off, and any other quality turns on the one that was chosen last', async (t) => {
  const { room, video, used, limited, ask } = await setUp(t)
  ask({ type: 'quality', quality: 'sound-only' })
  video.value = null
  assert.equal(room.off.value, true)
  ask({ type: 'camera', facing: 'front' })
  assert.equal(used.length, 1, 'it stays off')
  ask({ type: 'quality', quality: 'low' })
  assert.equal(used.at(-1)?.id, 'Front Camera')
  assert.equal(room.off.value, true, 'until it is there')
  video.value = fakeTrack('Front Camera')
  assert.equal(room.off.value, false)
  assert.deepEqual(limited, [limits.auto, limits.low])
})

test('a camera that is wanted and cannot be had is not said to be off', async (t) => {
  const { room, video, missing, ask } = await setUp(t)
  ask({ type: 'quality', quality: 'sound-only' })
  video.value = null
  ask({ type: 'quality', quality: 'auto' })
  missing.value = ['video']
  assert.equal(room.off.value, false)
  assert.equal(room.turning(), false)
})

test('a camera that is asked back and neither comes nor is refused is lost after a while', async (t) => {
  const { room, video, ask, tick } = await setUp(t)
  ask({ type: 'quality', quality: 'sound-only' })
  video.value = null
  tick(2 * comesBackMs)
  assert.equal(room.off.value, true, 'nobody asks for it')
  ask({ type: 'quality', quality: 'auto' })
  ask({ type: 'quality', quality: 'low' })
  assert.deepEqual([room.off.value, room.turning()], [true, true])
  tick(comesBackMs)
  assert.deepEqual([room.off.value, room.turning()], [false, false])
  video.value = fakeTrack('Back Camera')
  ask({ type: 'quality', quality: 'sound-only' })
  video.value = null
  assert.deepEqual([room.off.value, room.turning()], [true, true], 'the next time is another')
  ask({ type: 'quality', quality: 'auto' })
  ask({ type: 'quality', quality: 'sound-only' })
  tick(comesBackMs)
  assert.equal(room.off.value, true, 'nobody asks for it any more')
})

test('each camera has its own zoom, also after Stop', async (t) => {
  const { room, zoom, video, kept, ask } = await setUp(t)
  const part = { scale: 2, x: 0.4, y: 0.6 }
  ask({ type: 'zoom', area: part })
  assert.deepEqual(zoom.area.value, part)
  video.value = null
  video.value = fakeTrack('Front Camera')
  assert.equal(zoom.area.value.scale, 1)
  video.value = fakeTrack('Back Camera')
  assert.deepEqual(zoom.area.value, part)
  ask({ type: 'zoom', area: { scale: 3, x: 0.5, y: 0.5 } })
  room.close()
  t.mock.timers.reset()
  const again = await setUp(t, { kept })
  assert.equal(again.zoom.area.value.scale, 3)
})

test('a lamp is offered by the camera that has one, and goes off with it', async (t) => {
  const { room, video, ask } = await setUp(t, { torch: true })
  assert.equal(room.parts.torch?.value, false)
  ask({ type: 'torch', on: true })
  await settled()
  assert.equal(room.parts.torch?.value, true)
  video.value = fakeTrack('Front Camera')
  assert.equal(room.parts.torch?.value, null)
  ask({ type: 'torch', on: true })
  await settled()
  assert.equal(room.parts.torch?.value, null)
})

test('a thousand commands at once cost as much as two', async (t) => {
  const { room, zoom, used, limited, tick } = await setUp(t)
  let areas = 0
  zoom.area.subscribe(() => (areas += 1))
  areas = 0
  for (let turn = 0; turn < 1000; turn++) {
    const odd = turn % 2 === 1
    room.hear({ type: 'zoom', area: { scale: 1 + turn / 500, x: 0.5, y: 0.5 } })
    room.hear({ type: 'quality', quality: odd ? 'high' : 'sound-only' })
    room.hear({ type: 'camera', facing: odd ? 'back' : 'front' })
    room.hear({ type: 'night-picture', on: odd })
  }
  tick(1000)
  tick(1000)
  assert.ok(areas <= 2, `${areas} areas`)
  assert.ok(used.length <= 4, `${used.length} cameras`)
  assert.ok(limited.length <= 3, `${limited.length} limits`)
  assert.equal(room.parts.quality?.value, 'high')
  assert.ok(Math.abs(zoom.area.value.scale - 2.998) < 0.001)
})
