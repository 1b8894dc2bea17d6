import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApi } from './api.ts'

function apiThatAnswers(answer: () => Response) {
  const asked: { path: string; init: RequestInit }[] = []
  const api = createApi({
    async fetch(path, init) {
      asked.push({ path, init })
      return answer()
    },
  })
  return { api, asked }
}

const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message: 'as the box says it' } }, { status, headers })

test('an answer comes back as a fresh value without what the page does not know', async () => {
  const { api } = apiThatAnswers(() =>
    Response.json({ member: { username: 'ada', extra: 1 }, registration: 'open', licence: null, extra: 2 }),
  )
  const answer = await api.welcome()
  assert.deepEqual(answer, { ok: true, value: { member: { username: 'ada' }, registration: 'open', licence: null } })
})

test('what is sent is JSON, in the body alone', async () => {
  const { api, asked } = apiThatAnswers(() => Response.json({ username: 'ada' }))
  await api.logIn({ username: 'ada', password: 'four words in a row' })
  assert.equal(asked[0]?.path, '/api/login')
  assert.equal(asked[0]?.init.method, 'POST')
  assert.equal(asked[0]?.init.body, '{"username":"ada","password":"four words in a row"}')
})

test('an answer without content is a success', async () => {
  const { api } = apiThatAnswers(() => new Response(null, { status: 204 }))
  assert.equal((await api.logOut()).ok, true)
})

test('a box that is away is a value', async () => {
  const api = createApi({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) })
  assert.deepEqual(await api.welcome(), { ok: false, problem: { code: 'unreachable' } })
})

test('a refusal keeps its code', async () => {
  const { api } = apiThatAnswers(() => refusal(409, 'name-taken'))
  const answer = await api.createAccount({ username: 'ada', password: 'four words in a row' })
  assert.deepEqual(answer, { ok: false, problem: { code: 'name-taken' } })
})

test('too many attempts tell how long to wait', async () => {
  const { api } = apiThatAnswers(() => refusal(429, 'too-many-attempts', { 'retry-after': '90' }))
  const answer = await api.logIn({ username: 'ada', password: 'x' })
  assert.deepEqual(answer, { ok: false, problem: { code: 'too-many-attempts', waitS: 90 } })
})

test('401 with any other code than a wrong password means that the log-in has ended', async () => {
  const { api } = apiThatAnswers(() => refusal(401, 'anything'))
  assert.deepEqual(await api.me(), { ok: false, problem: { code: 'logged-out' } })
})

test('an answer of something that is not the box is unexpected, not an exception', async () => {
  for (const answer of [
    () => new Response('<h1>Router</h1>'),
    () => new Response('<h1>Router</h1>', { status: 500 }),
    () => Response.json({ member: 'ada' }),
  ]) {
    assert.deepEqual(await apiThatAnswers(answer).api.welcome(), { ok: false, problem: { code: 'unexpected' } })
  }
})
