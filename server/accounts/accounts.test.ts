// Accounts over real HTTPS: making one, logging in and out, changing the password, deleting everything.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openTestBox, startBaby, testPassword, type TestBox } from '../test-harness.ts'

describe('accounts', () => {
  let box: TestBox
  before(async () => {
    box = await openTestBox()
  })
  after(() => box.close())

  test('a new account is logged in at once, with a cookie that scripts and other sites cannot use', async () => {
    const phone = box.phone()
    const answer = await phone.register('Ada')
    assert.equal(answer.status, 201)
    assert.deepEqual(answer.json, { username: 'Ada' })
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-beddybytes='))
    assert.match(
      cookie ?? '',
      /^__Host-beddybytes=[\w-]{43}; Path=\/; Max-Age=34560000; Secure; HttpOnly; SameSite=Strict$/,
    )
    assert.equal((await phone.request('GET', '/api/me')).json.username, 'Ada')
  })

  test('the token is nowhere in the data folder', async () => {
    const phone = box.phone()
    await phone.register('Token')
    const token = /__Host-beddybytes=([\w-]+)/.exec(phone.cookie)?.[1] ?? assert.fail('no cookie')
    for (const file of readdirSync(box.settings.dataFolder)) {
      assert.equal(readFileSync(join(box.settings.dataFolder, file)).includes(token), false, file)
    }
  })

  test('each log-in has a token of its own', async () => {
    const phone = box.phone()
    await phone.register('Renewed')
    const first = phone.cookie
    await phone.logIn('Renewed')
    assert.notEqual(phone.cookie, first)
    const old = box.phone()
    old.cookie = first
    assert.equal((await old.request('GET', '/api/me')).status, 401, 'the log-in that was replaced has ended')
  })

  test('names that look the same are the same name', async () => {
    await box.phone().register('Zoë')
    for (const spelling of ['zoë', ' ZOË ', 'Zoe\u0308', 'Ｚoë']) {
      assert.equal((await box.phone().register(spelling)).status, 409, spelling)
    }
    assert.equal((await box.phone().logIn('ZOË')).status, 200)
  })

  test('what is no name and no password is refused with words', async () => {
    const cases: readonly (readonly [unknown, string])[] = [
      [{ username: '', password: testPassword }, 'bad-username'],
      [{ username: 'a'.repeat(61), password: testPassword }, 'bad-username'],
      [{ username: 'a\u202Eb', password: testPassword }, 'bad-username'],
      [{ username: 'a\u001B[2J', password: testPassword }, 'bad-username'],
      [{ username: 'x', password: '123456789' }, 'bad-password'],
      [{ username: 'x', password: 'a'.repeat(129) }, 'bad-password'],
      [{ username: 'x', password: 7 }, 'bad-request'],
      [{ username: 'x' }, 'bad-request'],
      [[], 'bad-request'],
      ['{"username":', 'bad-request'],
      ['', 'bad-request'],
    ]
    for (const [body, code] of cases) {
      const answer = await box.phone().request('POST', '/api/accounts', body)
      assert.equal(answer.status, 400, JSON.stringify(body))
      assert.equal(answer.json.error.code, code)
      assert.equal(typeof answer.json.error.message, 'string')
    }
  })

  test('10 and 128 characters are both enough, counted as a person counts them', async () => {
    assert.equal((await box.phone().register('ten', '🌙'.repeat(10))).status, 201)
    assert.equal((await box.phone().register('many', '🌙'.repeat(128))).status, 201)
    assert.equal((await box.phone().logIn('many', '🌙'.repeat(128))).status, 200)
  })

  test('a body of more than 16 KiB is refused', async () => {
    const answer = await box.phone().request('POST', '/api/login', { username: 'x', password: 'x'.repeat(16 * 1024) })
    assert.equal(answer.status, 413)
  })

  test('an unknown name and a wrong password get the same answer', async () => {
    await box.phone().register('Known')
    const wrong = await box.phone().logIn('Known', 'not the password')
    const unknown = await box.phone().logIn('Unknown', 'not the password')
    assert.equal(wrong.status, 401)
    assert.deepEqual([wrong.status, wrong.text], [unknown.status, unknown.text])
    const short = await box.phone().logIn('Known', 'short')
    assert.deepEqual([short.status, short.text], [wrong.status, wrong.text], 'what cannot be a password is a wrong one')
  })

  test('changing the password ends the other log-ins and keeps this one', async () => {
    const [phone, other] = [box.phone(), box.phone()]
    await phone.register('Change')
    await other.logIn('Change')
    const body = { currentPassword: testPassword, password: 'quite another one' }
    assert.equal(
      (await phone.request('POST', '/api/me/password', { ...body, currentPassword: 'wrong one !' })).status,
      403,
    )
    assert.equal((await other.request('GET', '/api/me')).status, 200)
    assert.equal((await phone.request('POST', '/api/me/password', body)).status, 204)
    assert.equal((await other.request('GET', '/api/me')).status, 401)
    assert.equal((await phone.request('GET', '/api/me')).status, 200)
    assert.equal((await box.phone().logIn('Change')).status, 401)
    assert.equal((await box.phone().logIn('Change', 'quite another one')).status, 200)
  })

  test('a log-in that is ended while it changes the password changes nothing', async () => {
    const [owner, thief] = [box.phone(), box.phone()]
    await owner.register('Robbed')
    await thief.logIn('Robbed')
    const { devices } = (await thief.request('GET', '/api/me')).json
    const { id } = devices.find((device: { current: boolean }) => device.current)
    const change = thief.request('POST', '/api/me/password', { password: 'the password of a thief' })
    assert.equal((await owner.request('DELETE', `/api/devices/${id}`)).status, 204)
    assert.equal((await change).status, 401)
    assert.equal((await owner.request('GET', '/api/me')).status, 200)
    assert.equal((await box.phone().logIn('Robbed')).status, 200)
  })

  test('devices are listed, and one can be ended from another', async () => {
    const [phone, other] = [box.phone(), box.phone()]
    await phone.register('Devices')
    await other.logIn('Devices')
    const { devices } = (await phone.request('GET', '/api/me')).json
    assert.equal(devices.length, 2)
    const stranger = devices.find((device: { current: boolean }) => !device.current)
    assert.equal((await phone.request('DELETE', `/api/devices/${stranger.id}`)).status, 204)
    assert.equal((await other.request('GET', '/api/me')).status, 401)
  })

  test('a deleted account leaves no byte of its names behind, and the name is free again', async () => {
    const phone = box.phone()
    await phone.register('Nobody-remembers-Xyzzy')
    const baby = await startBaby(phone, 'Room Xyzzy')
    const until = new Date(Date.now() + 60_000).toISOString()
    const invited = await phone.request('POST', '/api/guests', { sessionId: baby.sessionId, name: 'Aunt Xyzzy', until })
    assert.equal(invited.status, 201)
    const { code } = (await phone.request('POST', '/api/pairings')).json
    assert.equal((await box.phone().request('POST', '/api/joining', { code, name: 'Xyzzy’s phone' })).status, 201)
    // As an upgrade that was cut short leaves it.
    const { dataFolder } = box.settings
    for (const end of ['1', '1.new', '1.new-journal'])
      writeFileSync(join(dataFolder, `beddybytes.db.of-version-${end}`), 'xyzzy')
    assert.equal((await phone.request('DELETE', '/api/me')).status, 204)
    assert.equal((await phone.request('GET', '/api/me')).status, 401)
    for (const file of readdirSync(box.settings.dataFolder)) {
      const bytes = readFileSync(join(box.settings.dataFolder, file)).toString('latin1').toLowerCase()
      assert.equal(bytes.includes('xyzzy'), false, file)
    }
    assert.equal((await box.phone().register('Nobody-remembers-Xyzzy')).status, 201)
  })

  test('everything survives a restart', async () => {
    const phone = box.phone()
    await phone.register('Lasting')
    box = await box.restart()
    const again = box.phone()
    again.cookie = phone.cookie
    assert.equal((await again.request('GET', '/api/me')).json.username, 'Lasting')
  })
})

test('the first account can be made on a closed box, and no second', async () => {
  const box = await openTestBox({ BEDDYBYTES_REGISTRATION: 'closed' })
  try {
    assert.equal((await box.phone().request('GET', '/api/welcome')).json.registration, 'first')
    const answers = await Promise.all(['One', 'Two', 'Three'].map((name) => box.phone().register(name)))
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 403, 403],
    )
    assert.equal((await box.phone().request('GET', '/api/welcome')).json.registration, 'closed')
  } finally {
    await box.close()
  }
})

test("guessing is stopped, by name in any spelling, and does not lock the family's own phone out", async () => {
  const box = await openTestBox()
  try {
    const family = box.phone()
    await family.register('Guessed')
    await family.request('POST', '/api/logout')
    const guesser = box.phone()
    const statuses: number[] = []
    for (let index = 0; index < 14; index += 1) {
      statuses.push((await guesser.logIn(index % 2 === 0 ? 'Guessed' : ' GUESSED ', `wrong guess ${index}`)).status)
    }
    assert.equal(statuses.indexOf(429), 10)
    const limited = await guesser.logIn('Guessed')
    assert.equal(limited.status, 429, 'not even the right password tells')
    assert.ok(Number(limited.headers.get('retry-after')) > 0)
    assert.equal((await guesser.logIn('Somebody else', 'wrong guess 1')).status, 401, 'other names are not affected')
    assert.equal((await family.logIn('Guessed')).status, 200)
  } finally {
    await box.close()
  }
})
