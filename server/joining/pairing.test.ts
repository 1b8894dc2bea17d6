// Another phone comes in by a code: over a real box, with every step that must not work tried as well.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { hashToken } from '../accounts/tokens.ts'
import { openTestBox, testPassword, type Phone, type TestBox } from '../test-harness.ts'

describe('a code that brings in another phone', () => {
  let box: TestBox
  let families = 0
  before(async () => {
    box = await openTestBox()
  })
  after(() => box.close())

  async function newFamily(): Promise<Phone> {
    const phone = box.phone()
    families += 1
    assert.equal((await phone.register(`Family ${families}`)).status, 201)
    return phone
  }

  const show = async (phone: Phone) =>
    (await phone.request('POST', '/api/pairings')).json as { id: string; code: string; letters: string }
  const ask = (phone: Phone, code: string, name = 'Grandma’s phone') =>
    phone.request('POST', '/api/joining', { code, name })
  const answer = (phone: Phone, id: string, admit = true) =>
    phone.request('POST', `/api/pairings/${id}/answer`, { admit })
  const collect = (phone: Phone, ticket: string) => phone.request('POST', '/api/joining/log-in', { ticket })
  const devices = async (phone: Phone) =>
    (await phone.request('GET', '/api/me')).json.devices as { id: string; name: string; current: boolean }[]
  const letIn = async (phone: Phone, name?: string) => {
    const { id, code } = await show(phone)
    const newcomer = box.phone()
    const { ticket } = (await ask(newcomer, code, name)).json
    assert.equal((await answer(phone, id)).status, 204)
    assert.equal((await collect(newcomer, ticket)).status, 200)
    return newcomer
  }

  for (const kind of ['code', 'letters'] as const) {
    test(`a newcomer with the ${kind} is logged in when the phone that shows it says yes, by name`, async () => {
      const phone = await newFamily()
      const shown = await show(phone)
      const newcomer = box.phone()
      const given =
        kind === 'code' ? shown.code : ` ${shown.letters.toLowerCase().slice(0, 3)}-${shown.letters.slice(3)}`
      const asked = await ask(newcomer, given)
      assert.equal(asked.status, 201)
      assert.deepEqual(
        Object.keys(asked.json),
        ['ticket', 'leftMs', 'name'],
        'a stranger learns nothing of the account',
      )

      const waiting = await collect(newcomer, asked.json.ticket)
      assert.deepEqual([waiting.status, waiting.json.state], [202, 'waiting'])
      assert.equal(newcomer.cookie, '')
      const progress = (await phone.request('GET', `/api/pairings/${shown.id}`)).json
      assert.deepEqual([progress.state, progress.newcomer], ['asked', 'Grandma’s phone'])

      assert.equal((await answer(phone, shown.id)).status, 204)
      assert.equal((await collect(newcomer, asked.json.ticket)).status, 200)
      assert.equal((await phone.request('GET', `/api/pairings/${shown.id}`)).json.state, 'joined')
      const listed = await devices(newcomer)
      assert.deepEqual(
        listed.filter(({ current }) => current).map(({ name }) => name),
        ['Grandma’s phone'],
      )
      assert.equal(listed.length, 2)
      const wire = await newcomer.join()
      await wire.next('welcome')
      wire.close()
    })
  }

  test('of 100 that use a code at once, one succeeds', async () => {
    const phone = await newFamily()
    const { code } = await show(phone)
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(box.phone(), code)))
    assert.equal(answers.filter(({ status }) => status === 201).length, 1)
    assert.equal(answers.filter(({ status }) => status === 404).length, 99)
  })

  test('of 100 that collect one log-in at once, one gets it', async () => {
    const phone = await newFamily()
    const { id, code } = await show(phone)
    const { ticket } = (await ask(box.phone(), code)).json
    await answer(phone, id)
    const answers = await Promise.all(Array.from({ length: 100 }, () => collect(box.phone(), ticket)))
    assert.equal(answers.filter(({ status }) => status === 200).length, 1)
    assert.equal((await devices(phone)).length, 2)
  })

  test('a newcomer who is refused gets nothing, and cannot be let in afterwards', async () => {
    const phone = await newFamily()
    const { id, code } = await show(phone)
    const newcomer = box.phone()
    const { ticket } = (await ask(newcomer, code)).json
    assert.equal((await answer(phone, id, false)).status, 204)
    assert.equal((await answer(phone, id, true)).status, 404)
    const over = await collect(newcomer, ticket)
    assert.deepEqual([over.status, over.json.error.code], [404, 'code-over'])
    assert.equal((await devices(phone)).length, 1)
  })

  test('a code that nobody has asked with cannot be confirmed in advance', async () => {
    const phone = await newFamily()
    const { id } = await show(phone)
    assert.equal((await answer(phone, id)).status, 404)
  })

  test('only the phone that shows a code sees who asks and may say yes', async () => {
    const phone = await newFamily()
    const sibling = await letIn(phone)
    const stranger = await newFamily()
    const { id, code } = await show(phone)
    const { ticket } = (await ask(box.phone(), code)).json
    for (const other of [sibling, stranger]) {
      assert.equal((await other.request('GET', `/api/pairings/${id}`)).status, 404)
      assert.equal((await answer(other, id)).status, 404)
      assert.equal((await other.request('DELETE', `/api/pairings/${id}`)).status, 404)
    }
    assert.equal((await collect(box.phone(), ticket)).status, 202)
  })

  test('a new code takes the place of the one before, and a withdrawn one is over', async () => {
    const phone = await newFamily()
    const first = await show(phone)
    const second = await show(phone)
    assert.equal((await ask(box.phone(), first.code)).status, 404)
    assert.equal((await phone.request('DELETE', `/api/pairings/${second.id}`)).status, 204)
    assert.equal((await ask(box.phone(), second.code)).status, 404)
  })

  test('a newcomer has shown no password, and has to before it takes the account over or away', async () => {
    const phone = await newFamily()
    const newcomer = await letIn(phone)
    const change = await newcomer.request('POST', '/api/me/password', { password: 'the password of a thief' })
    assert.deepEqual([change.status, change.json.error.code], [403, 'password-needed'])
    assert.equal((await newcomer.request('DELETE', '/api/me')).status, 403)
    assert.equal((await phone.request('GET', '/api/me')).status, 200)
    assert.equal((await newcomer.request('DELETE', '/api/me', { password: testPassword })).status, 204)
  })

  test('a code ends with the log-in that shows it, even when the newcomer was confirmed', async () => {
    const phone = await newFamily()
    const { id, code } = await show(phone)
    const { ticket } = (await ask(box.phone(), code)).json
    await answer(phone, id)
    await phone.request('POST', '/api/logout')
    assert.equal((await collect(box.phone(), ticket)).status, 404)
  })

  test('a ticket is no log-in and makes no codes', async () => {
    const phone = await newFamily()
    const { code } = await show(phone)
    const newcomer = box.phone()
    const { ticket } = (await ask(newcomer, code)).json
    for (const secret of [ticket, code]) {
      newcomer.cookie = `__Host-beddybytes=${secret}`
      assert.equal((await newcomer.request('POST', '/api/pairings')).status, 401)
      newcomer.cookie = `__Host-beddybytes-guest=${secret}`
      assert.equal((await newcomer.request('POST', '/guest/signal/messages', 'x')).status, 401)
    }
  })

  test('the other phones are told of a newcomer, once; the two that know are not', async () => {
    const phone = await newFamily()
    const sibling = await letIn(phone, 'Kitchen tablet')
    const wires = [await sibling.join(), await phone.join()]
    for (const wire of wires) await wire.next('welcome')
    const newcomer = await letIn(phone, 'Grandma’s phone')
    assert.equal((await wires[0]?.next('newcomer'))?.header.name, 'Grandma’s phone', 'at once, when it is connected')
    await wires[1]?.send({ type: 'heartbeat' })
    await wires[1]?.next('heartbeat')
    assert.ok(!wires[1]?.received.some(({ header }) => header.type === 'newcomer'))
    for (const wire of wires) wire.close()
    const told = async (one: Phone) =>
      ((await one.request('GET', '/api/newcomers')).json.newcomers as { name: string }[]).map(({ name }) => name)
    assert.deepEqual(await told(sibling), ['Grandma’s phone'])
    assert.deepEqual(await told(phone), [])
    assert.deepEqual(await told(newcomer), [])
    await sibling.request('DELETE', '/api/newcomers')
    assert.deepEqual(await told(sibling), [])
  })

  test('a name that hides or turns text is refused', async () => {
    const phone = await newFamily()
    const { code } = await show(phone)
    for (const name of ['', '\u202Egnp', 'a\u0007b', 'x'.repeat(61)]) {
      assert.equal((await ask(box.phone(), code, name)).status, 400)
    }
  })

  test('no code, letters or ticket is written to the log or, readable, into the data folder', async () => {
    const phone = await newFamily()
    const { code, letters } = await show(phone)
    const { ticket } = (await ask(box.phone(), code)).json
    assert.match(code, /^[\w-]{43}$/)
    assert.match(letters, /^[A-Z]{6}$/)
    const secrets = [code, letters, ticket].flatMap((text) => [text, text.toLowerCase()])
    assert.ok(!box.logged.some((line) => secrets.some((secret) => line.includes(secret))))
    for (const file of readdirSync(box.settings.dataFolder)) {
      const bytes = readFileSync(join(box.settings.dataFolder, file))
      for (const secret of secrets) assert.equal(bytes.includes(secret), false, file)
      assert.equal(bytes.includes(hashToken(letters)), false, 'a plain hash of six letters can be tried out')
    }
  })

  test('five wrong letters, from whatever addresses, end the letters of a code; its link goes on', async () => {
    const own = await openTestBox()
    try {
      const phone = own.phone()
      await phone.register('Ada')
      const { id, code, letters } = await show(phone)
      for (let count = 0; count < 5; count += 1) {
        const wrong = letters.startsWith('A') ? 'BBBBBB' : 'AAAAAA'
        assert.equal((await ask(own.phone(), wrong)).status, 404)
      }
      assert.equal((await phone.request('GET', `/api/pairings/${id}`)).json.takesLetters, false)
      assert.equal((await ask(own.phone(), letters)).status, 404)
      assert.equal((await ask(own.phone(), code)).status, 201)
      for (let count = 0; count < 4; count += 1) await ask(own.phone(), 'CCCCCC')
      const { letters: fresh } = await show(phone)
      const refused = await own
        .phone()
        .request('POST', '/api/joining', { code: fresh }, { headers: { 'X-Forwarded-For': '192.168.1.99' } })
      assert.equal(refused.status, 429, 'ten from one address are enough for a while')
      assert.ok(Number(refused.headers.get('retry-after')) > 0)
    } finally {
      await own.close()
    }
  })
})
