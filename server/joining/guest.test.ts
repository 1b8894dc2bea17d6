// Guests over a real box: one Baby Station, until a time, and nothing else of the account.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import Database from 'better-sqlite3'
import type { CallId, SessionId } from '../../public/shared/protocol.ts'
import { randomId } from '../random-id.ts'
import { inviteGuest, openTestBox, startBaby, testPassword, type Phone, type TestBox } from '../test-harness.ts'
import { until } from '../test-wait.ts'

describe('a guest', () => {
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

  /** Another phone of the same log-in: a station of its own. */
  function stationOf(member: Phone): Phone {
    const phone = box.phone()
    phone.cookie = member.cookie
    return phone
  }

  const call = () => randomId<CallId>()
  const joinPayload = '{"kind":"join"}'

  for (const door of ['socket', 'stream'] as const) {
    test(`sees its one Baby Station and no other, and talks with it, by ${door}`, async () => {
      const family = await newFamily()
      const nursery = await startBaby(family, 'Nursery')
      const attic = await startBaby(stationOf(family), 'Attic')
      const { phone, id } = await inviteGuest(box, family, { sessionId: nursery.sessionId })
      const guest = await phone.join(door, '/guest')
      const { header: welcome } = await guest.next('welcome')
      assert.equal(welcome.name, undefined, 'what the family calls a guest is not told to the guest')
      assert.deepEqual(
        welcome.sessions.map(({ name, peer }) => [name, peer]),
        [['Nursery', nursery.peer]],
      )
      const one = call()
      await guest.send({ type: 'signal', to: nursery.peer, call: one }, joinPayload)
      const joined = await nursery.wire.next('signal')
      const from = { from: welcome.peer, device: id, guest: true, name: 'Grandma' }
      assert.deepEqual(joined.header, { type: 'signal', ...from, call: one })
      await nursery.wire.send({ type: 'signal', to: welcome.peer, call: one }, '{"kind":"offer","sdp":""}')
      await guest.next('signal')

      const other = call()
      await guest.send({ type: 'signal', to: attic.peer, call: other }, joinPayload)
      const real = (await guest.next('unreachable')).header
      await guest.send({ type: 'signal', to: randomId(), call: other }, joinPayload)
      const none = (await guest.next('unreachable')).header
      assert.deepEqual({ ...real, to: '' }, { ...none, to: '' }, 'the same as for nobody')
      await attic.wire.send({ type: 'signal', to: welcome.peer, call: other }, joinPayload)
      await attic.wire.next('unreachable')
      assert.ok(!attic.wire.received.some(({ header }) => header.type === 'signal'))
      guest.close()
      nursery.wire.close()
      attic.wire.close()
    })
  }

  test('notices nothing of what happens elsewhere in the house', async () => {
    const family = await newFamily()
    const nursery = await startBaby(family, 'Nursery')
    const { phone } = await inviteGuest(box, family, { sessionId: nursery.sessionId })
    const guest = await phone.join('socket', '/guest')
    await guest.next('welcome')
    const attic = await startBaby(stationOf(family), 'Attic')
    await attic.wire.send({ type: 'stop', sessionId: attic.sessionId })
    await attic.wire.next('stopped')
    const elsewhere = box.phone()
    await elsewhere.logIn(`Family ${families}`)
    await elsewhere.request('POST', '/api/logout')
    await guest.send({ type: 'heartbeat' })
    await guest.next('heartbeat')
    assert.deepEqual(
      guest.received.map(({ header }) => header.type),
      ['welcome', 'heartbeat'],
    )
    guest.close()
    nursery.wire.close()
    attic.wire.close()
  })

  test('follows its Baby Station through Stop and Start', async () => {
    const family = await newFamily()
    const station = stationOf(family)
    const first = await startBaby(station, 'Nursery')
    const { phone } = await inviteGuest(box, family, { sessionId: first.sessionId })
    const guest = await phone.join('socket', '/guest')
    await guest.next('welcome')
    await first.wire.send({ type: 'stop', sessionId: first.sessionId })
    assert.equal((await guest.next('stopped')).header.sessionId, first.sessionId)
    await guest.next('sessions', ({ sessions }) => sessions.length === 0)
    first.wire.close()
    const second = await startBaby(station, 'Nursery')
    const { header } = await guest.next('sessions', ({ sessions }) => sessions[0]?.peer === second.peer)
    assert.equal(header.sessions.length, 1)
    guest.close()
    second.wire.close()
  })

  test('that is revoked loses its connections within 1 s, the baby is told, and its cookie and link are nothing any more', async () => {
    const family = await newFamily()
    const baby = await startBaby(family)
    const { phone, id, code } = await inviteGuest(box, family, { sessionId: baby.sessionId })
    const wires = [await phone.join('socket', '/guest'), await phone.join('stream', '/guest')]
    for (const wire of wires) await wire.next('welcome')
    const startedMs = performance.now()
    assert.equal((await family.request('DELETE', `/api/guests/${id}`)).status, 204)
    assert.equal((await baby.wire.next('revoked')).header.device, id)
    for (const wire of wires) {
      assert.equal((await wire.next('farewell')).header.reason, 'logged-out')
      await wire.closed
    }
    assert.ok(performance.now() - startedMs < 1000)
    await assert.rejects(phone.socket('/guest'))
    assert.equal((await phone.request('GET', '/api/guest')).json.guest, null)
    assert.equal((await phone.request('POST', '/api/guest', { code })).status, 404)
    assert.deepEqual((await family.request('GET', '/api/guests')).json.guests, [])
    assert.equal((await family.request('DELETE', `/api/guests/${id}`)).status, 404)
    baby.wire.close()
  })

  test('ends at its time by itself, in mid-stream', async () => {
    const family = await newFamily()
    const baby = await startBaby(family)
    const { phone, id, code } = await inviteGuest(box, family, { sessionId: baby.sessionId, forMs: 1500 })
    const endsAt = Date.now() + 1500
    const guest = await phone.join('socket', '/guest')
    await guest.next('welcome')
    assert.equal((await baby.wire.next('revoked')).header.device, id)
    await guest.closed
    assert.ok(Date.now() - endsAt < 1000, 'within 1 s')
    await assert.rejects(phone.socket('/guest'))
    assert.equal((await phone.request('POST', '/api/guest', { code })).status, 404)
    baby.wire.close()
  })

  test('ends at its time although the disk takes nothing, and the box goes on', async () => {
    const own = await openTestBox()
    try {
      const family = own.phone()
      await family.register('Ada')
      const baby = await startBaby(family)
      const { phone } = await inviteGuest(own, family, { sessionId: baby.sessionId, forMs: 1500 })
      const guest = await phone.join('socket', '/guest')
      await guest.next('welcome')
      const other = new Database(join(own.settings.dataFolder, 'beddybytes.db'))
      other.exec('BEGIN IMMEDIATE')
      await guest.closed
      await baby.wire.next('revoked')
      await assert.rejects(phone.socket('/guest'))
      await until('the box says so', () => own.logged.some((line) => line.includes('could not be forgotten')))
      other.exec('ROLLBACK')
      other.close()
      assert.equal((await family.request('GET', '/api/me')).status, 200)
      baby.wire.close()
    } finally {
      await own.close()
    }
  })

  test('that ended while the baby was away, even if the box was too, is told to the baby that still has its call', async () => {
    let own = await openTestBox()
    try {
      const family = own.phone()
      await family.register('Ada')
      const baby = await startBaby(family)
      const stays = await inviteGuest(own, family, { sessionId: baby.sessionId })
      const ended = await inviteGuest(own, family, { sessionId: baby.sessionId })
      baby.wire.close()
      await family.request('DELETE', `/api/guests/${ended.id}`)
      own = await own.restart()
      const station = own.phone()
      station.cookie = family.cookie
      const again = await station.join()
      await again.next('welcome')
      await again.send({ type: 'calls', devices: [stays.id, ended.id, baby.device] })
      await again.send({ type: 'heartbeat' })
      await again.next('heartbeat')
      const told = again.received.flatMap(({ header }) => (header.type === 'revoked' ? [header.device] : []))
      assert.deepEqual(told, [ended.id])
      again.close()
    } finally {
      await own.close()
    }
  })

  test('ends when the password is changed and when the account is deleted', async () => {
    const family = await newFamily()
    const baby = await startBaby(family)
    const first = await inviteGuest(box, family, { sessionId: baby.sessionId })
    const wire = await first.phone.join('socket', '/guest')
    await wire.next('welcome')
    const passwords = { password: 'another long enough one', currentPassword: testPassword }
    assert.equal((await family.request('POST', '/api/me/password', passwords)).status, 204)
    await wire.next('farewell')
    const second = await inviteGuest(box, family, { sessionId: baby.sessionId })
    const other = await second.phone.join('socket', '/guest')
    await other.next('welcome')
    const { password } = passwords
    assert.equal((await family.request('DELETE', '/api/me', { password })).status, 204)
    await other.next('farewell')
    assert.equal((await second.phone.request('POST', '/api/guest', { code: second.code })).status, 404)
  })

  test('is invited to a session of the own account alone, for a time to come and no longer than a month', async () => {
    const ours = await newFamily()
    const theirs = await newFamily()
    const baby = await startBaby(theirs)
    const invite = (sessionId: SessionId, ms: number) => {
      const until = new Date(Date.now() + ms).toISOString()
      return ours.request('POST', '/api/guests', { sessionId, name: 'Eve', until })
    }
    const real = await invite(baby.sessionId, 60_000)
    const none = await invite(randomId(), 60_000)
    assert.deepEqual([real.status, real.text], [none.status, none.text])
    assert.equal(real.status, 404)
    for (const ms of [-1000, 40 * 24 * 60 * 60 * 1000]) {
      assert.equal((await invite(baby.sessionId, ms)).json.error.code, 'bad-time')
    }
    const { id } = await inviteGuest(box, theirs, { sessionId: baby.sessionId })
    assert.equal((await ours.request('DELETE', `/api/guests/${id}`)).status, 404)
    assert.equal((await theirs.request('GET', '/api/guests')).json.guests.length, 1)
    baby.wire.close()
  })

  test('gets a token of its own on each browser, and the former one of the same browser ends', async () => {
    const family = await newFamily()
    const baby = await startBaby(family)
    const { phone, code } = await inviteGuest(box, family, { sessionId: baby.sessionId })
    const former = box.phone()
    former.cookie = phone.cookie
    await phone.request('POST', '/api/guest', { code })
    assert.notEqual(phone.cookie, former.cookie)
    assert.equal((await former.request('GET', '/api/guest')).json.guest, null)
    assert.equal((await phone.request('GET', '/api/guest')).json.guest.station, 'Nursery')
    baby.wire.close()
  })

  test('takes no place of a parent, however many connections its link opens', async () => {
    const family = await newFamily()
    const baby = await startBaby(family)
    const { phone } = await inviteGuest(box, family, { sessionId: baby.sessionId })
    const wires = []
    for (let count = 0; count < 8; count += 1) wires.push(await phone.join('socket', '/guest'))
    for (const wire of wires) await wire.next('welcome')
    await assert.rejects(phone.join('socket', '/guest'))
    const parent = await family.join()
    await parent.next('welcome')
    for (const wire of [...wires, parent, baby.wire]) wire.close()
  })

  test('outlives a restart of the box, and one whose time came meanwhile does not', async () => {
    let own = await openTestBox()
    try {
      const family = own.phone()
      await family.register('Ada')
      const baby = await startBaby(family)
      const lasting = await inviteGuest(own, family, { sessionId: baby.sessionId })
      const short = await inviteGuest(own, family, { sessionId: baby.sessionId, forMs: 1000 })
      own = await own.restart()
      const [stays, went] = [own.phone(), own.phone()]
      stays.cookie = lasting.phone.cookie
      went.cookie = short.phone.cookie
      const wire = await stays.join('socket', '/guest')
      assert.equal((await wire.next('welcome')).header.sessions.length, 1)
      await until('its time is over', async () => (await went.request('GET', '/api/guest')).json.guest === null)
      await assert.rejects(went.socket('/guest'))
      wire.close()
    } finally {
      await own.close()
    }
  })

  test('leaves neither its code in the log or the data folder nor, once it has ended, its name', async () => {
    const own = await openTestBox()
    try {
      const family = own.phone()
      await family.register('Ada')
      const baby = await startBaby(family)
      const { id, code } = await inviteGuest(own, family, { sessionId: baby.sessionId })
      const bytes = () =>
        readdirSync(own.settings.dataFolder).map((file) =>
          readFileSync(join(own.settings.dataFolder, file)).toString('latin1'),
        )
      assert.ok(!bytes().some((text) => text.includes(code)))
      assert.ok(!own.logged.some((line) => line.includes(code)))
      assert.ok(bytes().some((text) => text.includes('Grandma')))
      await family.request('DELETE', `/api/guests/${id}`)
      assert.ok(!bytes().some((text) => text.includes('Grandma')))
      baby.wire.close()
    } finally {
      await own.close()
    }
  })
})
