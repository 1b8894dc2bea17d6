import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApi } from '../shell/api.ts'
import { accountText } from '../text/en-account.ts'
import { createPasswordModel } from './password.ts'

const passwords = { currentPassword: 'four words in a row', password: 'five words in a row' }

function modelThatMeets(answer: () => Response) {
  const log: string[] = []
  const api = createApi({
    async fetch(path) {
      log.push(path)
      return answer()
    },
  })
  const model = createPasswordModel({
    api,
    onChanged: () => log.push('changed'),
    onLoggedOut: () => log.push('logged out'),
  })
  return { model, log }
}

const refused = (status: number, code: string) => () => Response.json({ error: { code, message: '' } }, { status })

test('a changed password is told, so that the list of log-ins follows', async () => {
  const { model, log } = modelThatMeets(() => new Response(null, { status: 204 }))
  assert.equal(await model.change(passwords), true)
  assert.deepEqual(model.state.value, { state: 'changed' })
  assert.deepEqual(log, ['/api/me/password', 'changed'])
})

test('a missing or too short password is said without asking the box', async () => {
  const { model, log } = modelThatMeets(() => new Response(null, { status: 204 }))
  const { errors } = accountText
  assert.equal(await model.change({ ...passwords, currentPassword: '' }), false)
  assert.deepEqual(model.state.value, { state: 'failed', field: 'currentPassword', message: errors.passwordMissing })
  assert.equal(await model.change({ ...passwords, password: 'short' }), false)
  assert.deepEqual(model.state.value, { state: 'failed', field: 'password', message: errors.passwordLength })
  assert.deepEqual(log, [])
})

test('a wrong current password is said at its field', async () => {
  const { model } = modelThatMeets(refused(403, 'wrong-password'))
  assert.equal(await model.change(passwords), false)
  const message = accountText.errors.wrongPassword
  assert.deepEqual(model.state.value, { state: 'failed', field: 'currentPassword', message })
})

test('a log-in that has ended is told', async () => {
  const { model, log } = modelThatMeets(refused(401, 'logged-out'))
  await model.change(passwords)
  assert.equal(log.at(-1), 'logged out')
})
