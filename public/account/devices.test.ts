import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApi } from '../shell/api.ts'
import { accountText } from '../text/en-account.ts'
import { text } from '../text/text.ts'
import { createDevicesModel } from './devices.ts'

const here = { id: 'a', name: 'Chrome (Android)', current: true, lastUsedAt: '2026-03-01T12:00:00.000Z' }
const there = { ...here, id: 'b', name: 'Safari (iPhone)', current: false }

function modelOf(answers: Readonly<Record<string, () => Response>>) {
  const log: string[] = []
  const api = createApi({
    async fetch(path, { method }) {
      const answer = answers[`${method} ${path}`]
      if (answer === undefined) throw new TypeError('Failed to fetch')
      return answer()
    },
  })
  const model = createDevicesModel({
    api,
    onEndedHere: () => log.push('ended here'),
    onLoggedOut: () => log.push('logged out'),
  })
  return { model, log }
}

const me =
  (...devices: object[]) =>
  () =>
    Response.json({ username: 'ada', devices })
const done = () => new Response(null, { status: 204 })
const refused = (status: number, code: string) => () => Response.json({ error: { code, message: '' } }, { status })

test('removing another log-in lists the rest and says what happened', async () => {
  const { model, log } = modelOf({ 'GET /api/me': me(here), 'DELETE /api/devices/b': done })
  await model.remove(there)
  const outcome = { tone: 'good', message: accountText.removed(there.name) } as const
  assert.deepEqual(model.state.value, { state: 'listed', devices: [here], outcome })
  assert.deepEqual(log, [])
})

test('one that had already ended counts as removed', async () => {
  const { model } = modelOf({ 'GET /api/me': me(here), 'DELETE /api/devices/b': refused(404, 'not-found') })
  await model.remove(there)
  assert.equal(model.state.value.state, 'listed')
})

test('removing this very log-in ends it here', async () => {
  const { model, log } = modelOf({ 'DELETE /api/devices/a': done })
  await model.remove(here)
  assert.deepEqual(log, ['ended here'])
})

test('a log-in that has ended elsewhere is told', async () => {
  const { model, log } = modelOf({ 'GET /api/me': refused(401, 'logged-out') })
  await model.load()
  assert.deepEqual(log, ['logged out'])
})

test('a box that is away keeps the list on screen and says so', async () => {
  const { model } = modelOf({ 'GET /api/me': me(here, there) })
  await model.load()
  await model.remove(there)
  const outcome = { tone: 'danger', message: text.shell.errors.unreachable } as const
  assert.deepEqual(model.state.value, { state: 'listed', devices: [here, there], outcome })
})
