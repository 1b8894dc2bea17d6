import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApi } from './api.ts'
import { createSession, welcomed } from './session.ts'

const guestWelcome = { member: null, registration: 'open', licence: null } as const
const memberWelcome = { member: { username: 'ada' }, registration: 'open', licence: null } as const

test('a phone that nobody is logged in on is a guest', () => {
  assert.deepEqual(welcomed({ state: 'asking' }, guestWelcome), { state: 'guest', registration: 'open', ended: false })
})

test('a log-in that ends by itself is remembered as ended, until somebody logs in', () => {
  const ended = welcomed({ state: 'member', username: 'ada' }, guestWelcome)
  assert.deepEqual(ended, { state: 'guest', registration: 'open', ended: true })
  assert.deepEqual(welcomed(ended, guestWelcome), ended)
  assert.deepEqual(welcomed(ended, memberWelcome), { state: 'member', username: 'ada' })
})

function sessionWith(answers: (object | null)[]) {
  const api = createApi({
    async fetch() {
      const answer = answers.shift() ?? null
      if (answer === null) throw new TypeError('Failed to fetch')
      return Response.json(answer)
    },
  })
  return createSession({ api, retryMs: 1 })
}

test('a box that is away at the start is asked again until it answers', async () => {
  const session = sessionWith([null, null, memberWelcome])
  const seen: string[] = []
  const stop = session.state.subscribe(({ state }) => seen.push(state))
  await session.ask()
  stop()
  assert.deepEqual(seen.slice(0, 2), ['asking', 'unreachable'])
  assert.deepEqual(session.state.value, { state: 'member', username: 'ada' })
})

test('a log-out of this page is no log-in that ended', async () => {
  const session = sessionWith([memberWelcome, guestWelcome])
  await session.ask()
  await session.ask()
  assert.deepEqual(session.state.value, { state: 'guest', registration: 'open', ended: false })
})

test('a box that is away says nothing about a log-in', async () => {
  const session = sessionWith([memberWelcome, null])
  await session.ask()
  assert.equal(await session.isStill('ada'), true)
  assert.deepEqual(session.state.value, { state: 'member', username: 'ada' })
})

test('a log-in that has ended, or that is somebody else now, is noticed', async () => {
  const session = sessionWith([memberWelcome, guestWelcome, { ...memberWelcome, member: { username: 'bo' } }])
  await session.ask()
  assert.equal(await session.isStill('ada'), false)
  assert.deepEqual(session.state.value, { state: 'guest', registration: 'open', ended: true })
  assert.equal(await session.isStill('ada'), false)
})

test('a closed session asks no more', async () => {
  const session = sessionWith([null])
  const asking = session.ask()
  session.close()
  await asking
  assert.deepEqual(session.state.value, { state: 'asking' })
})
