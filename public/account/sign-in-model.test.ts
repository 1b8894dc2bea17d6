import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApi } from '../shell/api.ts'
import { accountText } from '../text/en-account.ts'
import { text } from '../text/text.ts'
import { createSignInModel, findFault } from './sign-in-model.ts'

const { errors } = accountText
const good = { username: 'ada', password: 'four words in a row' }

test('an empty name or password is said without asking the box', () => {
  assert.deepEqual(findFault('log-in', { username: ' ', password: '' }), {
    field: 'username',
    message: errors.usernameMissing,
  })
  assert.deepEqual(findFault('log-in', { username: 'ada', password: '' }), {
    field: 'password',
    message: errors.passwordMissing,
  })
})

test('a new account needs 10 to 128 characters, as a person counts them; logging in asks the box whatever was typed', () => {
  const fault = { field: 'password', message: errors.passwordLength }
  for (const [password, expected] of [
    ['x'.repeat(9), fault],
    ['x'.repeat(10), null],
    ['x'.repeat(128), null],
    ['x'.repeat(129), fault],
    ['\u{1F319}'.repeat(9), fault],
    ['\u{1F319}'.repeat(128), null],
  ] as const) {
    assert.deepEqual(findFault('create', { username: 'ada', password }), expected, password)
  }
  assert.equal(findFault('log-in', { username: 'ada', password: 'short' }), null)
})

function modelThatMeets(answer: () => Promise<Response>) {
  const log: string[] = []
  const model = createSignInModel({
    api: createApi({
      fetch(path) {
        log.push(path)
        return answer()
      },
    }),
    onSignedIn: async () => {
      log.push('signed in')
    },
  })
  return { model, log }
}

const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message: '' } }, { status, headers })

for (const { says, action, answer, expected } of [
  {
    says: 'a wrong password',
    action: 'log-in',
    answer: async () => refusal(401, 'wrong-credentials'),
    expected: { field: null, message: errors.wrongCredentials },
  },
  {
    says: 'a password that no account can have',
    action: 'log-in',
    answer: async () => refusal(400, 'bad-password'),
    expected: { field: null, message: errors.wrongCredentials },
  },
  {
    says: 'a name that is taken',
    action: 'create',
    answer: async () => refusal(409, 'name-taken'),
    expected: { field: 'username', message: errors.nameTaken },
  },
  {
    says: 'too many attempts, and the wait',
    action: 'log-in',
    answer: async () => refusal(429, 'too-many-attempts', { 'retry-after': '181' }),
    expected: { field: null, message: text.shell.errors.tooManyAttempts('4 minutes') },
  },
  {
    says: 'a box that is away',
    action: 'log-in',
    answer: () => Promise.reject(new TypeError('Failed to fetch')),
    expected: { field: null, message: text.shell.errors.unreachable },
  },
] as const) {
  test(`the form says ${says} in words`, async () => {
    const { model } = modelThatMeets(answer)
    await model.submit(action, good)
    assert.deepEqual(model.state.value, { state: 'failed', ...expected })
  })
}

test('a form that is being sent is not sent twice', async () => {
  const { model, log } = modelThatMeets(async () => Response.json({ username: 'ada' }))
  await Promise.all([model.submit('create', good), model.submit('create', good)])
  assert.deepEqual(log, ['/api/accounts', 'signed in'])
})
