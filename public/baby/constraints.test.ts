import assert from 'node:assert/strict'
import { test } from 'node:test'
import { automatic, keepChoice, listDevices, readChoice } from './choice.ts'
import type { Choice } from './choice.ts'
import { constraintsFor, kindsOf, problemOf } from './constraints.ts'

const device = (kind: MediaDeviceKind, deviceId: string, label: string): MediaDeviceInfo => ({
  kind,
  deviceId,
  label,
  groupId: '',
  toJSON: () => ({}),
})
const front = { id: 'front', label: 'Front camera' }

test('sound only never asks for the camera', () => {
  const choice = { microphone: automatic, camera: null }
  assert.deepEqual(kindsOf(choice), ['audio'])
  assert.equal(constraintsFor(choice, kindsOf(choice), true).video, false)
  assert.equal(constraintsFor(choice, ['audio', 'video'], true).video, false)
})

test('the sound is never filtered, whichever microphone it is', () => {
  for (const microphone of [automatic, { id: 'desk', label: 'Desk' }]) {
    const { audio } = constraintsFor({ microphone, camera: null }, ['audio'], true)
    assert.ok(typeof audio === 'object')
    assert.deepEqual([audio.echoCancellation, audio.noiseSuppression, audio.autoGainControl], [false, false, false])
  }
})

test('the camera is asked for its best, the back one unless another was chosen', () => {
  const { video } = constraintsFor({ microphone: automatic, camera: automatic }, ['audio', 'video'], true)
  assert.deepEqual(video, {
    width: { ideal: 4096 },
    height: { ideal: 2160 },
    frameRate: { ideal: 30 },
    facingMode: { ideal: 'environment' },
  })
  const chosen = constraintsFor({ microphone: automatic, camera: front }, ['video'], true)
  assert.equal(chosen.audio, false)
  assert.deepEqual(typeof chosen.video === 'object' && chosen.video.deviceId, { exact: 'front' })
})

test('a device that is gone is only wished for the second time', () => {
  const { video } = constraintsFor({ microphone: automatic, camera: front }, ['video'], false)
  assert.deepEqual(typeof video === 'object' && video.deviceId, { ideal: 'front' })
})

test('each refusal has its explanation', () => {
  const refuse = (name: string): DOMException => new DOMException('', name)
  assert.equal(problemOf(refuse('NotAllowedError'), ['audio'], null), 'blocked')
  assert.equal(problemOf(refuse('NotReadableError'), ['audio'], null), 'busy')
  assert.equal(problemOf(refuse('NotFoundError'), ['audio', 'video'], false), 'no-camera')
  assert.equal(problemOf(refuse('NotFoundError'), ['audio', 'video'], true), 'no-microphone')
  assert.equal(problemOf(refuse('NotFoundError'), ['audio'], false), 'no-microphone')
  assert.equal(problemOf(new TypeError('undefined is not a function'), ['audio'], null), 'unsupported')
  assert.equal(problemOf('what', ['audio'], null), 'unknown')
  assert.equal(problemOf(null, ['audio'], null), 'unknown')
  assert.equal(problemOf({ name: 'OverconstrainedError' }, ['audio'], null), 'no-microphone', 'as Safari says it')
})

test('devices without a name are no choice, and the remembered one stays until there are names', () => {
  const choice: Choice = { name: 'Nursery', microphone: automatic, camera: front }
  const before = listDevices([device('audioinput', '', ''), device('videoinput', '', '')], choice)
  assert.deepEqual(before, { microphones: [], cameras: [front] })
  const after = listDevices([device('videoinput', 'back', 'Back camera'), device('audiooutput', 'x', 'X')], choice)
  assert.deepEqual(after, { microphones: [], cameras: [{ id: 'back', label: 'Back camera' }] })
})

test('the choice is remembered, and what is not a choice is not', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage
  const choice: Choice = { name: 'Attic', microphone: automatic, camera: null }
  keepChoice(() => storage, choice)
  assert.deepEqual(
    readChoice(() => storage, 'Nursery'),
    choice,
  )
  for (const damaged of ['', '{', 'null', '{"name":1}']) {
    kept.set('beddybytes.baby', damaged)
    assert.equal(readChoice(() => storage, 'Nursery').name, 'Nursery')
  }
})
