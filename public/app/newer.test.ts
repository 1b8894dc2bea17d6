import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeNewer } from './newer.ts'

function openHome(files: readonly string[] | null) {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState })
  const asked: string[] = []
  let reloads = 0
  const close = takeNewer({
    page: page as unknown as Document,
    script: '/assets/main-1.js',
    fetch(path) {
      asked.push(path)
      if (files === null) return Promise.reject(new TypeError('Failed to fetch'))
      const integrity = `sha256-${'A'.repeat(43)}=`
      return Promise.resolve(Response.json({ files: files.map((one) => ({ path: one, integrity })), pages: [] }))
    },
    reload: () => (reloads += 1),
  })
  return {
    close,
    asked,
    reloads: () => reloads,
    async turn(state: DocumentVisibilityState) {
      page.visibilityState = state
      page.dispatchEvent(new Event('visibilitychange'))
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('a home page of an earlier version is fetched anew when somebody looks at it again', async () => {
  const home = openHome(['/assets/main-2.js'])
  await home.turn('hidden')
  assert.equal(home.reloads(), 0)
  await home.turn('visible')
  assert.equal(home.reloads(), 1)
})

test('a home page of this version, and one whose box is away, stay', async () => {
  for (const files of [['/assets/main-1.js'], null]) {
    const home = openHome(files)
    await home.turn('visible')
    assert.deepEqual([home.asked.length, home.reloads()], [1, 0])
  }
})

test('whoever has gone on to a station is not interrupted', async () => {
  const home = openHome(['/assets/main-2.js'])
  const turned = home.turn('visible')
  home.close()
  await turned
  await home.turn('visible')
  assert.deepEqual([home.asked.length, home.reloads()], [1, 0])
})
