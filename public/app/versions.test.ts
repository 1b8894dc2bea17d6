import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { Response as FetchResponse, caches, fetch, setGlobalOrigin } from 'undici'
import { appFilesPath } from './app-files.ts'
import { createVersions } from './versions.ts'

const script = '/assets/main-1.js'
const late = '/assets/late-1.js'

const integrityOf = (content: string): string => `sha256-${createHash('sha256').update(content).digest('base64')}`

/** What a box lists, by path and content. */
function listOf(files: Readonly<Record<string, string>>, pages: Readonly<Record<string, string>>): string {
  const all = (some: Readonly<Record<string, string>>) =>
    Object.entries(some).map(([path, content]) => ({ path, integrity: integrityOf(content) }))
  return JSON.stringify({ files: all(files), pages: all(pages) })
}

async function setUp(t: TestContext) {
  const served = new Map<string, string>()
  const asked: string[] = []
  const server = createServer(({ url = '' }, answer) => {
    asked.push(url)
    const content = served.get(url)
    answer.writeHead(content === undefined ? 404 : 200, { 'cache-control': 'max-age=1000' }).end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  setGlobalOrigin(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  t.after(async () => {
    for (const name of await caches.keys()) await caches.delete(name)
    server.closeAllConnections()
    server.close()
    setGlobalOrigin(undefined)
  })
  const deps = { caches, fetch } as unknown as Parameters<typeof createVersions>[0]
  return {
    versions: createVersions(deps),
    asked,
    /** `changed` is sent in place of what the list says. */
    serve(
      files: Readonly<Record<string, string>>,
      pages: Readonly<Record<string, string>>,
      changed: Readonly<Record<string, string>> = {},
    ) {
      served.clear()
      asked.length = 0
      for (const [path, content] of Object.entries({ ...files, ...pages, ...changed })) served.set(path, content)
      served.set(appFilesPath, listOf(files, pages))
    },
    /** As another worker at this address might have done it. */
    async change(path: string, content: string) {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        if ((await cache.match(path)) !== undefined) await cache.put(path, new FetchResponse(content))
      }
    },
  }
}

const textOf = async (answer: Promise<Response | undefined>): Promise<string | undefined> => (await answer)?.text()

test('a version is kept whole, and what the next one has unchanged is not fetched again', async (t) => {
  const { versions, asked, serve } = await setUp(t)
  serve({ [script]: 'one', [late]: 'late' }, { '/': 'home' })
  await versions.take()
  assert.deepEqual(asked, [appFilesPath, script, late, '/'])
  await versions.take()
  assert.equal(asked.length, 5, 'and once it is here, only the list')
  serve({ '/assets/main-2.js': 'two', [late]: 'late' }, { '/': 'new home' })
  await versions.take()
  assert.deepEqual(asked, [appFilesPath, '/assets/main-2.js', '/'])
  assert.equal(await textOf(versions.page('/')), 'new home')
  assert.equal(await textOf(versions.file(script)), 'one', 'for the pages that still run')
  await versions.drop({ scripts: ['/assets/main-2.js'], pages: 1 })
  assert.equal(await textOf(versions.file(script)), undefined)
  assert.equal(await textOf(versions.file(late)), 'late')
})

for (const path of [script, '/']) {
  test(`${path} with other content than listed is refused, and the version before stays in use`, async (t) => {
    const { versions, serve } = await setUp(t)
    serve({ [late]: 'late' }, { '/': 'home' })
    await versions.take()
    serve({ [script]: 'one', [late]: 'late' }, { '/': 'new home' }, { [path]: 'changed' })
    await assert.rejects(versions.take())
    assert.equal(await textOf(versions.page('/')), 'home')
    assert.equal(await textOf(versions.file(script)), undefined)
    assert.equal((await caches.keys()).length, 1, 'nothing is left of it')
    serve({ [script]: 'one', [late]: 'late' }, { '/': 'new home' })
    await versions.take()
    assert.equal(await textOf(versions.file(script)), 'one')
  })
}

test('a file that another box has left under this name is not taken over, nor found any more', async (t) => {
  const { versions, asked, serve, change } = await setUp(t)
  serve({ [script]: 'one', [late]: 'late' }, { '/': 'home' })
  await versions.take()
  await change(late, 'changed')
  serve({ '/assets/main-2.js': 'two', [late]: 'late' }, { '/': 'home' })
  await versions.take()
  assert.deepEqual(asked, [appFilesPath, '/assets/main-2.js', late], 'home is the same')
  assert.equal(await textOf(versions.file(late)), 'late')
})

test('a new worker looks through what the one before it has kept, also of the same version', async (t) => {
  const { versions, asked, serve, change } = await setUp(t)
  serve({ [script]: 'one', [late]: 'late' }, { '/': 'home' })
  await versions.take()
  await change(script, 'changed')
  asked.length = 0
  await versions.take(true)
  assert.deepEqual(asked, [appFilesPath, script])
  assert.equal(await textOf(versions.file(script)), 'one')
  assert.equal((await caches.keys()).length, 1)
})

test('a list that another box has left gives way to the right one, with the content of each name', async (t) => {
  const { versions, serve } = await setUp(t)
  serve({ [script]: 'changed' }, { '/': 'home' })
  await versions.take()
  serve({ [script]: 'one' }, { '/': 'home' })
  await versions.take()
  assert.equal(await textOf(versions.file(script)), 'one')
})
