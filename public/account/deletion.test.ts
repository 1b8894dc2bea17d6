import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApi } from '../shell/api.ts'
import { accountText } from '../text/en-account.ts'
import { createDeletionModel } from './deletion.ts'

function modelThatMeets(answer: () => Response) {
  const log: string[] = []
  const api = createApi({
    async fetch(path, { method, body }) {
      log.push(`${method} ${path} ${typeof body === 'string' ? body : ''}`)
      return answer()
    },
  })
  const model = createDeletionModel({
    api,
    onEndedHere: () => log.push('ended here'),
    onLoggedOut: () => log.push('logged out'),
  })
  return { model, log }
}

test('the account is deleted with its password only', async () => {
  const { model, log } = modelThatMeets(() => new Response(null, { status: 204 }))
  model.open()
  await model.confirm('')
  assert.deepEqual(model.state.value, { state: 'failed', message: accountText.errors.passwordMissing })
  await model.confirm('four words in a row')
  assert.deepEqual(log, ['DELETE /api/me {"password":"four words in a row"}', 'ended here'])
})

test('a wrong password deletes nothing and says so', async () => {
  const { model } = modelThatMeets(() => Response.json({ error: { code: 'wrong-password' } }, { status: 403 }))
  model.open()
  await model.confirm('four words')
  assert.deepEqual(model.state.value, { state: 'failed', message: accountText.errors.wrongDeletePassword })
  model.cancel()
  assert.deepEqual(model.state.value, { state: 'closed' })
})
