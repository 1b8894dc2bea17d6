import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPlayer } from './player.ts'

/** A phone's video element inside its frame, and what was done to them. */
function setUp(page: { fullscreenElement?: object | null }, canFill: boolean) {
  const done: string[] = []
  const frame = canFill ? { requestFullscreen: () => (done.push('frame'), Promise.resolve()) } : {}
  const video = Object.assign(new EventTarget(), {
    parentElement: frame,
    paused: true,
    srcObject: null,
    webkitEnterFullscreen: () => void done.push('video'),
  })
  const exitFullscreen = (): Promise<void> => (done.push('exit'), Promise.resolve())
  const player = createPlayer({ ...page, exitFullscreen } as unknown as Document)
  player.attach(video as unknown as HTMLVideoElement)
  return { player, done }
}

test('an iPhone, which has full screen for videos only, fills its screen with the video', () => {
  const { player, done } = setUp({}, false)
  player.leaveFullScreen()
  player.fullScreen()
  assert.deepEqual(done, ['video'])
})

test('elsewhere the frame with its captions fills the screen, and a second tap leaves it', () => {
  const { player, done } = setUp({ fullscreenElement: null }, true)
  player.leaveFullScreen()
  player.fullScreen()
  assert.deepEqual(done, ['frame'])
  const full = setUp({ fullscreenElement: {} }, true)
  full.player.fullScreen()
  full.player.leaveFullScreen()
  assert.deepEqual(full.done, ['exit', 'exit'])
})
