import assert from 'node:assert/strict'
import { test } from 'node:test'
import { camerasOf, otherCamera } from './facing.ts'
import type { CameraInfo } from './facing.ts'

const info = (deviceId: string, label = '', facingMode?: readonly string[]): CameraInfo & { kind: string } => ({
  kind: 'videoinput',
  deviceId,
  label,
  ...(facingMode === undefined ? {} : { getCapabilities: () => ({ facingMode }) }),
})

const facings: readonly (readonly [string, readonly ReturnType<typeof info>[], readonly string[]])[] = [
  [
    'what the browser knows',
    [info('a', 'Kamera 1', ['environment']), info('b', 'Kamera 2', ['user'])],
    ['back', 'front'],
  ],
  ['Android’s names', [info('a', 'camera2 1, facing front'), info('b', 'camera2 0, facing back')], ['front', 'back']],
  ['an iPhone’s names', [info('a', 'Back Ultra Wide Camera'), info('b', 'Front Camera')], ['back', 'front']],
  ['a laptop’s name', [info('a', 'USB camera'), info('b', 'FaceTime HD Camera')], ['front', 'front']],
  ['the place of those that tell nothing', [info('a', 'Eins'), info('b', 'Zwei', [])], ['front', 'back']],
]
for (const [by, found, wanted] of facings) {
  test(`which way a camera looks is told by ${by}`, () => {
    assert.deepEqual(
      camerasOf(found).map(({ facing }) => facing),
      wanted,
    )
  })
}

test('microphones and cameras without an id are none to switch to', () => {
  assert.deepEqual(camerasOf([{ ...info('a'), kind: 'audioinput' }, info('')]), [])
})

test('the plain camera of that side is taken, and none when it is on already or is not there', () => {
  const cameras = camerasOf([
    info('front', 'Front Camera'),
    info('plain', 'Back Camera'),
    info('wide', 'Back Ultra Wide Camera'),
  ])
  assert.equal(otherCamera(cameras, 'front', 'back')?.id, 'plain')
  assert.equal(otherCamera(cameras, 'wide', 'back'), null)
  assert.equal(otherCamera(cameras, 'wide', 'front')?.id, 'front')
  assert.equal(otherCamera(cameras.slice(1), 'plain', 'front'), null)
  assert.equal(otherCamera([], '', 'front'), null)
})
