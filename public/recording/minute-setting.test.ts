import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMinuteSetting } from './minute-setting.ts'

const h264 = 'video/mp4;codecs=avc3.42E01F,opus'

test('the picture is kept unasked only where it is H.264', () => {
  const table: [string, string[], boolean][] = [
    ['Chromium', [h264, 'video/mp4;codecs=vp9,opus', 'video/webm'], true],
    ['Safari', ['video/mp4'], true],
    ['without H.264', ['video/mp4;codecs=vp9,opus', 'video/mp4'], false],
    ['Firefox', ['video/webm;codecs=vp8,opus'], false],
    ['no recorder', [], false],
  ]
  for (const [name, types, wanted] of table) {
    assert.equal(createMinuteSetting(null, (type) => types.includes(type)).read(), wanted, name)
  }
})

test('what the owner of the phone says stays', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  }
  createMinuteSetting(storage, () => false).write(true)
  assert.equal(createMinuteSetting(storage, () => false).read(), true)
  createMinuteSetting(storage, () => true).write(false)
  assert.equal(createMinuteSetting(storage, (type) => type === h264).read(), false)
})
