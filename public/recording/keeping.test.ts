import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Disk } from './disk.ts'
import type { ToFinish } from './finish.ts'
import { createKeep } from './keeping.ts'
import type { Key } from './kept-name.ts'

const type = { mimeType: 'video/mp4;codecs=x', container: 'mp4', extension: 'mp4' } as const

/** A phone with room for so many bytes. */
function begin({ room = Infinity, opens = true, hasDisk = true } = {}) {
  const did: string[] = []
  const finished: ToFinish[] = []
  let stored = ''
  const disk: Disk = {
    async open() {
      if (!opens) throw new Error('private window')
    },
    async append(_key, chunk) {
      const text = await chunk.text()
      if (stored.length + text.length > room) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
      stored += text
      return { bytes: stored.length, isFull: false }
    },
    end: async () => new Blob([stored]) as File,
    take: async () => true,
    claim: async () => null,
    settle: async () => void did.push('settle'),
    handedOver: async () => void did.push('handed over'),
    release: async () => void did.push('release'),
    async remove() {
      did.push('remove')
      return true
    },
    list: async () => [],
    close: () => undefined,
  }
  const keeping = createKeep({
    disk: hasDisk ? disk : null,
    random: () => 0,
    async finish(what) {
      finished.push(what)
      return { files: what.recorded, isKept: what.key !== null }
    },
  })('a.mp4', type, {
    grew: (bytes, place) => void did.push(`${bytes} in ${place}`),
    full: () => void did.push('full'),
    broke: () => void did.push('broke'),
  })
  const text = async (): Promise<string[]> =>
    Promise.all((await keeping.finish(() => undefined)).map((file) => file.text()))
  return { keeping, did, finished, text, stored: () => stored }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('chunks go into the storage in their order, and stay there under the name until they are handed over', async () => {
  const { keeping, did, finished, text, stored } = begin()
  for (const chunk of ['a', 'bc', 'd']) keeping.add(new Blob([chunk]))
  assert.deepEqual(await text(), ['abcd'])
  assert.equal(stored(), 'abcd')
  assert.equal(finished[0]?.key, '00000000.a.mp4' as Key)
  keeping.handedOver()
  await settle()
  assert.deepEqual(did, ['1 in storage', '3 in storage', '4 in storage', 'settle', 'handed over', 'release'])
})

test('a full phone says so, and what did not fit is behind what did', async () => {
  const { keeping, did, text, stored } = begin({ room: 3 })
  for (const chunk of ['ab', 'cd', 'e']) keeping.add(new Blob([chunk]))
  assert.deepEqual(await text(), ['abcde'])
  assert.equal(stored(), 'ab')
  assert.ok(did.includes('full'))
})

test('where nothing can be stored, it stays in memory and says so', async () => {
  for (const options of [{ opens: false }, { hasDisk: false }]) {
    const { keeping, did, finished, text, stored } = begin(options)
    keeping.add(new Blob(['ab']))
    assert.deepEqual(await text(), ['ab'])
    assert.equal(stored(), '')
    assert.equal(finished[0]?.key, null)
    assert.equal(did[did.length - 1], '2 in memory')
    keeping.handedOver()
  }
})

test('of nothing there is no file, and none is left behind', async () => {
  const { did, finished, text } = begin()
  assert.deepEqual(await text(), [])
  assert.deepEqual(finished, [])
  assert.deepEqual(did, ['remove'])
})

test('the file says what it is, without its codecs', async () => {
  const { keeping } = begin()
  keeping.add(new Blob(['a']))
  const [file] = await keeping.finish(() => undefined)
  assert.equal(file?.type, 'video/mp4')
})
