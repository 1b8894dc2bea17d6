import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canvasTrack } from './canvas-track.ts'

const asStream = (stream: object): MediaStream => stream as MediaStream

test('a frame is asked of the track, or in Firefox of the stream', () => {
  const asked: string[] = []
  const request = (name: string) => ({ requestFrame: () => void asked.push(name) })
  const track = request('track')
  const plain = {}
  const chromium = canvasTrack(asStream({ getVideoTracks: () => [track] }))
  const firefox = canvasTrack(asStream({ getVideoTracks: () => [plain], ...request('stream') }))
  assert.equal(chromium?.track, track)
  assert.equal(firefox?.track, plain)
  chromium.requestFrame()
  firefox.requestFrame()
  assert.deepEqual(asked, ['track', 'stream'])
})

test('a browser in which frames cannot be asked for cannot do it this way', () => {
  assert.equal(canvasTrack(asStream({ getVideoTracks: () => [] })), null)
  assert.equal(canvasTrack(asStream({ getVideoTracks: () => [{}] })), null)
})
