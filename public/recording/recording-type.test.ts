import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseType } from './recording-type.ts'

const debianChromium = [
  'video/mp4',
  'video/mp4;codecs=avc3.42E01F,opus',
  'video/mp4;codecs=avc1.42E01F,opus',
  'video/mp4;codecs=vp9,opus',
  'video/webm',
  'video/webm;codecs=vp8,opus',
  'audio/mp4',
  'audio/mp4;codecs=opus',
  'audio/webm',
  'audio/webm;codecs=opus',
]
const safari = ['video/mp4', 'audio/mp4', 'audio/mp4;codecs=mp4a.40.2']
const firefox = ['video/webm', 'video/webm;codecs=vp8,opus', 'audio/webm', 'audio/webm;codecs=opus']

test('each browser records in the best type it has, and the file is called accordingly', () => {
  const table: [string, string[], boolean, string, string][] = [
    ['Chromium, video', debianChromium, true, 'video/mp4;codecs=avc3.42E01F,opus', 'mp4'],
    ['Chromium, sound', debianChromium, false, 'audio/mp4;codecs=opus', 'm4a'],
    ['Safari, video', safari, true, 'video/mp4', 'mp4'],
    ['Safari, sound', safari, false, 'audio/mp4;codecs=mp4a.40.2', 'm4a'],
    ['Firefox, video', firefox, true, 'video/webm;codecs=vp8,opus', 'webm'],
    ['Firefox, sound', firefox, false, 'audio/webm;codecs=opus', 'webm'],
  ]
  for (const [name, supported, hasVideo, mimeType, extension] of table) {
    const type = chooseType(hasVideo, (asked) => supported.includes(asked))
    assert.equal(type?.mimeType, mimeType, name)
    assert.equal(type?.extension, extension, name)
  }
})

test('an MP4 that breaks when the picture changes its size is never chosen', () => {
  assert.equal(
    chooseType(true, (asked) => asked.includes('avc1')),
    null,
  )
})
