import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAnswers } from './answers.ts'

const origin = 'https://beddybytes.local'
const kept = new Map([
  ['/', 'kept home'],
  ['/parent', 'kept parent'],
  ['/favicon.svg', 'kept mark'],
  ['/assets/main-1.js', 'kept script'],
])
const find = (path: string) => {
  const content = kept.get(path)
  return Promise.resolve(content === undefined ? undefined : new Response(content))
}
const versions = { file: find, page: find, take: () => Promise.resolve(), drop: () => Promise.resolve() }

const boxes = {
  there: () => Promise.resolve(new Response('from the box')),
  away: () => Promise.reject(new TypeError('Failed to fetch')),
  silent: () => new Promise<Response>(() => {}),
  slow: () => new Promise<Response>((resolve) => setTimeout(() => resolve(new Response('from the box')), 20)),
}

async function ask(path: string, mode: string, box: keyof typeof boxes): Promise<string | null> {
  const answers = createAnswers({ origin, versions, fetch: boxes[box], patienceMs: 1 })
  // Only a browser makes a request that navigates.
  const request = { method: 'GET', mode, url: `${origin}${path}` } as Request
  const answer = answers({ request, preloadResponse: Promise.resolve(undefined) })
  return answer === null ? null : (await answer).text()
}

test('a page comes from the box while that answers', async () => {
  assert.equal(await ask('/parent', 'navigate', 'there'), 'from the box')
})

test('a box that is away or silent is stood in for by what is kept, an unknown page by the home page', async () => {
  for (const box of ['away', 'silent'] as const) {
    assert.equal(await ask('/parent', 'navigate', box), 'kept parent')
    assert.equal(await ask('/somewhere', 'navigate', box), 'kept home')
  }
})

test('what has a hash in its name is never asked for twice; what is not here is asked of the box', async () => {
  assert.equal(await ask('/assets/main-1.js', 'cors', 'away'), 'kept script')
  assert.equal(await ask('/assets/main-2.js', 'cors', 'there'), 'from the box')
})

test('a picture that keeps its name comes from the box first', async () => {
  assert.equal(await ask('/favicon.svg', 'no-cors', 'there'), 'from the box')
  assert.equal(await ask('/favicon.svg', 'no-cors', 'away'), 'kept mark')
})

test('what is neither kept nor to be had fails as it would without a worker', async () => {
  await assert.rejects(ask('/assets/main-2.js', 'cors', 'away'), TypeError)
  await assert.rejects(ask('/robots.txt', 'no-cors', 'away'), TypeError)
})

test('a page that the browser has begun to fetch already is not fetched again', async () => {
  const answers = createAnswers({ origin, versions, fetch: boxes.away, patienceMs: 1000 })
  const request = { method: 'GET', mode: 'navigate', url: `${origin}/parent` } as Request
  const answer = await answers({ request, preloadResponse: Promise.resolve(new Response('preloaded')) })
  assert.equal(await answer?.text(), 'preloaded')
})

test('answers about people are left to the browser', async () => {
  assert.equal(await ask('/api/me', 'cors', 'there'), null)
})

test('a box that is slow is waited for where nothing is kept', async () => {
  const none = { ...versions, page: () => Promise.resolve(undefined) }
  const answers = createAnswers({ origin, versions: none, fetch: boxes.slow, patienceMs: 1 })
  const request = { method: 'GET', mode: 'navigate', url: `${origin}/parent` } as Request
  const answer = await answers({ request, preloadResponse: Promise.resolve(undefined) })
  assert.equal(await answer?.text(), 'from the box')
})
