import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h264First, savesHeat } from './codecs.ts'

const capabilities = (answer: Promise<object>): MediaCapabilities =>
  ({ encodingInfo: () => answer }) as unknown as MediaCapabilities

test('H.264 comes first in the browser’s own order, and whatever else there is stays', () => {
  const codecs = ['video/VP8', 'video/rtx', 'video/H264', 'video/VP9', 'video/h264'].map((mimeType) => ({ mimeType }))
  assert.deepEqual(
    h264First(codecs).map(({ mimeType }) => mimeType),
    ['video/H264', 'video/h264', 'video/VP8', 'video/rtx', 'video/VP9'],
  )
})

test('it saves heat only where the browser says that its hardware does it', async () => {
  const found = { supported: true, smooth: true, powerEfficient: true }
  assert.equal(await savesHeat(capabilities(Promise.resolve(found))), true)
  assert.equal(await savesHeat(capabilities(Promise.resolve({ ...found, powerEfficient: false }))), false)
  assert.equal(await savesHeat(capabilities(Promise.resolve({ ...found, supported: false }))), false)
  assert.equal(await savesHeat(capabilities(Promise.reject(new TypeError('type')))), false)
  assert.equal(await savesHeat(undefined), false)
})
