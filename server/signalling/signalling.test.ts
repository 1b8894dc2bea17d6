// Signalling through both doors of a real box: who hears what, and what a bad frame costs.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import Database from 'better-sqlite3'
import {
  maxFrameBytes,
  protocolVersion,
  type CallId,
  type DeviceId,
  type PeerId,
  type SessionId,
} from '../../public/shared/protocol.ts'
import { randomId } from '../random-id.ts'
import { openTestBox, type Phone, type TestBox, type Wire } from '../test-harness.ts'

describe('signalling', () => {
  let box: TestBox
  let family: Phone
  let families = 0
  before(async () => {
    box = await openTestBox()
  })
  after(() => box.close())

  async function newFamily(): Promise<Phone> {
    family = box.phone()
    families += 1
    assert.equal((await family.register(`Family ${families}`)).status, 201)
    return family
  }

  async function startBaby(phone: Phone, name = 'Nursery', door: 'socket' | 'stream' = 'socket') {
    const wire = await phone.join(door)
    const { header } = await wire.next('welcome')
    const sessionId = randomId<SessionId>()
    await wire.send({ type: 'start', sessionId, name })
    await wire.next('started')
    return { wire, sessionId, peer: header.peer, device: header.device }
  }

  const listed = async (phone: Phone) => (await phone.request('GET', '/api/sessions')).json.sessions

  for (const babyDoor of ['socket', 'stream'] as const) {
    for (const parentDoor of ['socket', 'stream'] as const) {
      test(`a baby by ${babyDoor} and a parent by ${parentDoor} hear each other, and the box says who speaks`, async () => {
        const phone = await newFamily()
        const baby = await startBaby(phone, 'Nursery', babyDoor)
        const parent = await phone.join(parentDoor)
        const { sessions, peer: parentPeer, name: ownName } = (await parent.next('welcome')).header
        assert.equal(ownName, (await phone.request('GET', '/api/me')).json.devices[0]?.name)
        assert.deepEqual(
          sessions.map(({ name, peer }) => [name, peer]),
          [['Nursery', baby.peer]],
        )
        const call = randomId<CallId>()
        await parent.send({ type: 'signal', to: baby.peer, call }, '{"kind":"join"}')
        const joined = await baby.wire.next('signal')
        assert.deepEqual(joined.header, { type: 'signal', from: parentPeer, device: baby.device, call })
        assert.equal(joined.payload, '{"kind":"join"}')
        const offer = JSON.stringify({ kind: 'offer', sdp: 'v=0\r\nß🌙\\n\n' })
        await baby.wire.send({ type: 'signal', to: parentPeer, call }, offer)
        assert.equal((await parent.next('signal')).payload, offer, 'the payload comes as it was sent')
        baby.wire.close()
        parent.close()
      })
    }
  }

  test('a session is listed while it runs, as id, name and start and nothing else', async () => {
    const phone = await newFamily()
    const baby = await startBaby(phone, 'Kinderzimmer')
    const sessions = await listed(phone)
    assert.deepEqual(Object.keys(sessions[0]), ['id', 'name', 'startedAt'])
    assert.equal(sessions[0].id, baby.sessionId)
    assert.ok(Math.abs(Date.parse(sessions[0].startedAt) - Date.now()) < 60_000)
    baby.wire.close()
  })

  test('parents see a session come, be lost, come back and be stopped, without asking', async () => {
    const phone = await newFamily()
    const parent = await phone.join()
    assert.deepEqual((await parent.next('welcome')).header.sessions, [])
    const baby = await startBaby(phone)
    await parent.next('sessions', ({ sessions }) => sessions[0]?.peer === baby.peer)
    baby.wire.close()
    await parent.next('sessions', ({ sessions }) => sessions.length === 1 && sessions[0]?.peer === null)
    assert.deepEqual(await listed(phone), [], 'a lost one is not listed for newcomers')
    const again = await phone.join()
    await again.next('welcome')
    await again.send({ type: 'start', sessionId: baby.sessionId, name: 'Nursery' })
    await again.next('started')
    await parent.next('sessions', ({ sessions }) => sessions[0]?.peer !== null && sessions[0]?.id === baby.sessionId)
    await again.send({ type: 'stop', sessionId: baby.sessionId })
    assert.equal((await parent.next('stopped')).header.sessionId, baby.sessionId)
    await parent.next('sessions', ({ sessions }) => sessions.length === 0)
    again.close()
    parent.close()
  })

  test('a person may stop a session from another phone, and the Baby Station is told', async () => {
    const phone = await newFamily()
    const baby = await startBaby(phone)
    assert.equal((await phone.request('DELETE', `/api/sessions/${baby.sessionId}`)).status, 204)
    assert.equal((await baby.wire.next('stopped')).header.sessionId, baby.sessionId)
    assert.deepEqual(await listed(phone), [])
    assert.equal((await phone.request('DELETE', `/api/sessions/${baby.sessionId}`)).status, 404)
    baby.wire.close()
  })

  test('another phone cannot take over a session that it knows the id of', async () => {
    const phone = await newFamily()
    const baby = await startBaby(phone)
    const other = box.phone()
    other.cookie = phone.cookie
    const wire = await other.join()
    await wire.next('welcome')
    await wire.send({ type: 'start', sessionId: baby.sessionId, name: 'Mine' })
    assert.equal((await wire.next('refused')).header.reason, 'taken')
    assert.equal((await listed(phone))[0].name, 'Nursery')
    baby.wire.close()
    wire.close()
  })

  test('families never meet: not by list, by peer, by session, by stop', async () => {
    const ours = await newFamily()
    const baby = await startBaby(ours)
    const theirs = await newFamily()
    const stranger = await theirs.join()
    assert.deepEqual((await stranger.next('welcome')).header.sessions, [])

    const call = randomId<CallId>()
    await stranger.send({ type: 'signal', to: baby.peer, call }, '{"kind":"join"}')
    const real = (await stranger.next('unreachable')).header
    const nobody = randomId<PeerId>()
    await stranger.send({ type: 'signal', to: nobody, call }, '{"kind":"join"}')
    const none = (await stranger.next('unreachable')).header
    assert.deepEqual({ ...real, to: nobody }, none, 'the same answer as for nobody')

    await stranger.send({ type: 'stop', sessionId: baby.sessionId })
    await stranger.next('stopped')
    assert.equal((await listed(ours)).length, 1)

    await stranger.send({ type: 'start', sessionId: baby.sessionId, name: 'Copy' })
    await stranger.next('started')
    assert.deepEqual(
      (await listed(ours)).map(({ name }: { name: string }) => name),
      ['Nursery'],
    )
    assert.deepEqual(
      (await listed(theirs)).map(({ name }: { name: string }) => name),
      ['Copy'],
    )
    await stranger.send({ type: 'stop', sessionId: baby.sessionId })
    await stranger.next('stopped')
    assert.equal((await listed(ours)).length, 1)

    await baby.wire.send({ type: 'heartbeat' })
    await baby.wire.next('heartbeat')
    const heard = baby.wire.received.map(({ header }) => header.type)
    assert.equal(heard.includes('signal'), false)
    assert.equal(heard.includes('stopped'), false)
    baby.wire.close()
    stranger.close()
  })

  test('parents cannot reach each other', async () => {
    const phone = await newFamily()
    const [one, two] = [await phone.join(), await phone.join()]
    const { peer } = (await two.next('welcome')).header
    await one.send({ type: 'signal', to: peer, call: randomId() }, '{}')
    assert.equal((await one.next('unreachable')).header.to, peer)
    one.close()
    two.close()
  })

  test('ending a log-in ends its sockets, sessions and calls within a second', async () => {
    const phone = await newFamily()
    const name = `Family ${families}`
    const babyPhone = box.phone()
    await babyPhone.logIn(name)
    const baby = await startBaby(babyPhone)
    const parent = await phone.join()
    await parent.next('welcome')
    const startedMs = performance.now()
    assert.equal((await phone.request('DELETE', `/api/devices/${baby.device}`)).status, 204)
    assert.equal((await baby.wire.next('farewell')).header.reason, 'logged-out')
    await baby.wire.closed
    assert.equal((await parent.next('revoked')).header.device, baby.device)
    assert.equal((await parent.next('stopped')).header.sessionId, baby.sessionId)
    assert.ok(performance.now() - startedMs < 1000)
    await assert.rejects(babyPhone.socket())
    parent.close()
  })

  test('a Baby Station that falls silent is lost within 10 s, whichever door it came by', async () => {
    const phone = await newFamily()
    const parent = await phone.join()
    const babies = [await startBaby(phone, 'By socket'), await startBaby(phone, 'By stream', 'stream')]
    const startedMs = performance.now()
    await parent.next(
      'sessions',
      ({ sessions }) => sessions.length === 2 && sessions.every(({ peer }) => peer === null),
    )
    assert.ok(performance.now() - startedMs < 10_000)
    for (const { wire } of babies) wire.close()
    parent.close()
  })

  test('a log-in that expires ends nothing that runs, and opens nothing new', async () => {
    const phone = await newFamily()
    const baby = await startBaby(phone)
    const database = new Database(join(box.settings.dataFolder, 'beddybytes.db'))
    database.prepare('UPDATE log_ins SET expires_at = 1 WHERE id = ?').run(baby.device)
    database.close()
    assert.equal((await phone.request('GET', '/api/me')).status, 401)
    await assert.rejects(phone.socket())
    await baby.wire.send({ type: 'heartbeat' })
    await baby.wire.next('heartbeat')
    await baby.wire.send({ type: 'stop', sessionId: baby.sessionId })
    await baby.wire.next('stopped')
    baby.wire.close()
  })

  test('another version of the protocol is told so', async () => {
    const phone = await newFamily()
    const wire = await phone.socket()
    await wire.send({ type: 'hello', version: protocolVersion + 1, clientId: phone.clientId })
    assert.equal((await wire.next('farewell')).header.reason, 'version')
    await wire.closed
  })

  const malformed: readonly (readonly [string, string | Uint8Array])[] = [
    ['no JSON', 'hello'],
    ['an empty frame', ''],
    ['an unknown type', '{"type":"listen"}'],
    ['a missing field', '{"type":"stop"}'],
    ['a wrong id', '{"type":"stop","sessionId":"../../x"}'],
    ['a polluting field alone', '{"__proto__":{"type":"heartbeat"}}'],
    ['a signal without a payload', JSON.stringify({ type: 'signal', to: randomId(), call: randomId() })],
    ['a payload where none belongs', '{"type":"heartbeat"}\n{}'],
    ['an array', '[[[[[[[[]]]]]]]]'],
    ['great depth', '['.repeat(30_000)],
    ['a lone surrogate', '{"type":"\\ud800"}'],
    ['a name of controls', JSON.stringify({ type: 'start', sessionId: randomId(), name: 'a\u001B[2Jb' })],
    ['a name of 61 characters', JSON.stringify({ type: 'start', sessionId: randomId(), name: 'a'.repeat(61) })],
    ['a second hello', JSON.stringify({ type: 'hello', version: 1, clientId: randomId() })],
    ['binary', new Uint8Array([123, 125])],
  ]
  test('a malformed frame costs its sender that frame, and nobody else anything', async () => {
    const phone = await newFamily()
    const other = await phone.join()
    await other.next('welcome')
    for (const [what, text] of malformed) {
      const wire = await phone.join()
      await wire.next('welcome')
      await wire.sendText(text)
      assert.equal((await wire.next('error')).header.code, 'malformed', what)
      await wire.send({ type: 'heartbeat' })
      await wire.next('heartbeat')
      wire.close()
    }
    await other.send({ type: 'heartbeat' })
    await other.next('heartbeat')
    other.close()
  })

  test('a frame of 64 KiB passes; a larger one, or many malformed ones, costs the connection', async () => {
    const phone = await newFamily()
    const baby = await startBaby(phone)
    const parent = await phone.join()
    await parent.next('welcome')
    const call = randomId<CallId>()
    const header = JSON.stringify({ type: 'signal', to: baby.peer, call })
    const fill = maxFrameBytes - header.length - 1
    await parent.send({ type: 'signal', to: baby.peer, call }, 'x'.repeat(fill))
    assert.equal((await baby.wire.next('signal')).payload?.length, fill)
    await parent.send({ type: 'signal', to: baby.peer, call }, 'x'.repeat(fill + 1))
    await parent.closed
    const noisy = await phone.join()
    await noisy.next('welcome')
    for (let index = 0; index < 32; index += 1) await noisy.sendText('?')
    await noisy.next('farewell')
    await noisy.closed
    await baby.wire.send({ type: 'heartbeat' })
    await baby.wire.next('heartbeat')
    baby.wire.close()
  })

  test('too many frames per second cost the connection', async () => {
    const phone = await newFamily()
    const wire = await phone.join()
    await wire.next('welcome')
    for (let index = 0; index < 600; index += 1) void wire.send({ type: 'heartbeat' })
    assert.equal((await wire.next('farewell')).header.reason, 'too-fast')
    await wire.closed
  })

  for (const door of ['socket', 'stream'] as const) {
    test(`more connections than a family needs are refused by ${door}, and there is room again when one closes`, async () => {
      const phone = await newFamily()
      const wires: Wire[] = []
      for (let index = 0; index < 64; index += 1) wires.push(await phone.join())
      await wires[63]?.next('welcome')
      for (let index = 0; index < 5; index += 1) await assert.rejects(phone[door]())
      wires[0]?.close()
      await wires[0]?.closed
      const next = await phone.join(door)
      await next.next('welcome')
      for (const wire of [...wires, next]) wire.close()
    })
  }

  test('a Baby Station that was away when a log-in was ended is told of it when it asks about its calls', async () => {
    const phone = await newFamily()
    const revokedPhone = box.phone()
    await revokedPhone.logIn(`Family ${families}`)
    const stranger = await newFamily()
    const parent = await revokedPhone.join()
    const { device } = (await parent.next('welcome')).header
    const baby = await startBaby(phone)
    baby.wire.close()
    await parent.next('sessions', ({ sessions }) => sessions[0]?.peer === null)
    assert.equal((await phone.request('DELETE', `/api/devices/${device}`)).status, 204)
    const again = await phone.join()
    await again.next('welcome')
    const theirs = (await stranger.request('GET', '/api/me')).json.devices[0].id as DeviceId
    const nobody = randomId<DeviceId>()
    await again.send({ type: 'calls', devices: [baby.device, device, theirs, nobody] })
    await again.send({ type: 'heartbeat' })
    await again.next('heartbeat')
    const told = again.received.flatMap(({ header }) => (header.type === 'revoked' ? [header.device] : []))
    assert.deepEqual(told, [device, theirs, nobody], "another family's is the same as nobody's")
    again.close()
  })

  test('a database that cannot be written costs the asker its connection, and the box goes on', async () => {
    const phone = await newFamily()
    const baby = await startBaby(phone)
    const other = new Database(join(box.settings.dataFolder, 'beddybytes.db'))
    other.exec('BEGIN IMMEDIATE')
    await baby.wire.send({ type: 'stop', sessionId: baby.sessionId })
    assert.equal((await baby.wire.next('farewell')).header.reason, 'closing')
    assert.equal((await phone.request('GET', '/healthz')).status, 200)
    other.exec('ROLLBACK')
    other.close()
    const again = await phone.join()
    await again.next('welcome')
    await again.send({ type: 'stop', sessionId: baby.sessionId })
    await again.next('stopped')
    assert.deepEqual(await listed(phone), [])
    again.close()
  })

  test('once Stop is answered, no file of the data folder holds the id or the name', async () => {
    const phone = await newFamily()
    const marks: string[] = []
    for (let index = 0; index < 40; index += 1) {
      const name = `Zimmer-${randomId()}-${'ü'.repeat(index % 20)}`
      const baby = await startBaby(phone, name)
      if (index % 3 === 0) {
        await baby.wire.send({ type: 'start', sessionId: baby.sessionId, name: `${name.slice(0, 30)}-2` })
        await baby.wire.next('started')
      }
      await baby.wire.send({ type: 'stop', sessionId: baby.sessionId })
      await baby.wire.next('stopped')
      marks.push(name.slice(0, 29), baby.sessionId)
      for (const file of readdirSync(box.settings.dataFolder)) {
        const bytes = readFileSync(join(box.settings.dataFolder, file)).toString('latin1')
        for (const mark of marks) assert.equal(bytes.includes(mark), false, `${file} after ${index + 1} sessions`)
      }
      baby.wire.close()
    }
  })

  test('the box logs neither names nor ids nor payloads', () => {
    assert.equal(
      box.logged.some((line) => /Nursery|Zimmer|Family|kind|sdp/i.test(line)),
      false,
    )
  })

  test('after a restart the same sessions are there, and those whose phone does not come back go', async () => {
    const phone = await newFamily()
    const baby = await startBaby(phone, 'Lasting')
    box = await box.restart()
    const again = box.phone()
    again.cookie = phone.cookie
    assert.deepEqual(
      (await listed(again)).map(({ id, name }: { id: string; name: string }) => [id, name]),
      [[baby.sessionId, 'Lasting']],
    )
    const parent = await again.join()
    await parent.next('welcome')
    const returning = box.phone()
    Object.assign(returning, { clientId: phone.clientId, cookie: phone.cookie })
    const wire = await returning.join()
    await wire.next('welcome')
    await wire.send({ type: 'start', sessionId: baby.sessionId, name: 'Lasting' })
    await wire.next('started')
    await parent.next('sessions', ({ sessions }) => sessions[0]?.peer !== null && sessions.length === 1)
    wire.close()
    parent.close()
  })
})
