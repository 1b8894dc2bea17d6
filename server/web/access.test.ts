// Walks the table of who may use what: every route and message, as everybody who may not and as one who may.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { ClientMessage, SessionId } from '../../public/shared/protocol.ts'
import { randomId } from '../random-id.ts'
import { inviteGuest, openTestBox, type Phone, type TestBox } from '../test-harness.ts'
import { messageAccess, routeAccess } from './access.ts'

describe('the table of access', () => {
  let box: TestBox
  let member: Phone
  let guest: Phone
  before(async () => {
    box = await openTestBox()
    member = box.phone()
    assert.equal((await member.register('Ada')).status, 201)
    guest = (await inviteGuest(box, member)).phone
  })
  after(() => box.close())

  for (const [key, who] of Object.entries(routeAccess)) {
    const [method = '', path = ''] = key.split(' ')
    const ask = (phone: Phone) =>
      phone.request(method, path.replace(':id', randomId()), ['GET', 'HEAD'].includes(method) ? undefined : {})

    if (who === 'member') {
      test(`a stranger gets 401 from ${key}`, async () => {
        const answer = await ask(box.phone())
        assert.equal(answer.status, 401)
        assert.equal(answer.json.error.code, 'logged-out')
      })
      test(`a guest gets 401 from ${key}`, async () => {
        assert.equal((await ask(guest)).status, 401)
      })
      test(`a log-in that has ended gets 401 from ${key}`, async () => {
        const former = box.phone()
        await former.logIn('Ada')
        const { cookie } = former
        await former.request('POST', '/api/logout')
        former.cookie = cookie
        assert.equal((await ask(former)).status, 401)
      })
      test(`a forged log-in gets 401 from ${key}`, async () => {
        const forger = box.phone()
        forger.cookie = `__Host-beddybytes=${'A'.repeat(43)}`
        assert.equal((await ask(forger)).status, 401)
      })
      if (!['POST /api/logout', 'DELETE /api/me'].includes(key)) {
        test(`a member is let through to ${key}`, async () => {
          assert.notEqual((await ask(member)).status, 401)
        })
      }
    } else if (who === 'guest') {
      test(`a guest is let through to ${key}`, async () => {
        assert.notEqual((await ask(guest)).status, 401)
      })
      for (const [whom, phone] of [
        ['a stranger', () => box.phone()],
        ['a member', () => member],
      ] as const) {
        test(`${whom} gets 401 from ${key}`, async () => {
          const answer = await ask(phone())
          assert.equal(answer.status, 401)
          assert.equal(answer.json.error.code, 'logged-out')
        })
      }
      test(`a guest whose link was revoked gets 401 from ${key}`, async () => {
        const former = await inviteGuest(box, member)
        assert.equal((await member.request('DELETE', `/api/guests/${former.id}`)).status, 204)
        assert.equal((await ask(former.phone)).status, 401)
      })
    } else {
      test(`a stranger is let through to ${key}`, async () => {
        assert.notEqual((await ask(box.phone())).status, 401)
      })
    }
  }

  const samples: { readonly [Type in ClientMessage['type']]: Extract<ClientMessage, { type: Type }> } = {
    hello: { type: 'hello', version: 1, clientId: randomId() },
    heartbeat: { type: 'heartbeat' },
    start: { type: 'start', sessionId: randomId(), name: 'Nursery' },
    stop: { type: 'stop', sessionId: randomId() },
    signal: { type: 'signal', to: randomId(), call: randomId() },
    calls: { type: 'calls', devices: [randomId()] },
  }

  test('every message of the protocol is in the table', () => {
    assert.deepEqual(Object.keys(messageAccess).toSorted(), Object.keys(samples).toSorted())
  })

  test('no message reaches the box from a stranger, because neither door opens', async () => {
    await assert.rejects(box.phone().socket())
    await assert.rejects(box.phone().stream())
    await assert.rejects(box.phone().socket('/guest'))
    await assert.rejects(box.phone().stream('/guest'))
  })

  test("a guest's cookie does not open a member's door, nor a member's a guest's", async () => {
    await assert.rejects(guest.socket())
    await assert.rejects(guest.stream())
    await assert.rejects(member.socket('/guest'))
    await assert.rejects(member.stream('/guest'))
  })

  for (const [type, who] of Object.entries(messageAccess) as [ClientMessage['type'], string][]) {
    if (who !== 'member') continue
    test(`${type} is refused to a guest`, async () => {
      const wire = await guest.join('socket', '/guest')
      await wire.next('welcome')
      await wire.send(samples[type])
      assert.equal((await wire.next('error')).header.code, 'forbidden')
      wire.close()
    })
  }

  for (const type of Object.keys(messageAccess) as ClientMessage['type'][]) {
    if (type === 'hello') continue
    test(`${type} is refused before hello`, async () => {
      const wire = await member.socket()
      await wire.send(samples[type], type === 'signal' ? '{}' : undefined)
      assert.equal((await wire.next('error')).header.code, 'hello-first')
      wire.close()
    })
  }

  test("a connection of another family's event stream cannot be posted to", async () => {
    const other = box.phone()
    await other.register('Eve')
    const wire = await member.join('stream')
    await wire.next('welcome')
    const answer = await other.request('POST', '/signal/messages', 'x', {
      headers: { 'BeddyBytes-Connection': 'A'.repeat(43) },
    })
    assert.equal(answer.status, 410)
    wire.close()
  })

  test('what is not in the table does not exist, whatever the method', async () => {
    for (const path of ['/api', '/api/', '/api/users', '/api/sessions/a/b', '/signal/other', '/.env', '/api/me/']) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const answer = await member.request(method, path)
        assert.equal(answer.status, 404, `${method} ${path}`)
        assert.equal(answer.json.error.code, 'not-found')
      }
    }
  })

  test("the same answer for another family's session as for one that does not exist", async () => {
    const other = box.phone()
    await other.register('Grace')
    const baby = await other.join()
    const sessionId = randomId<SessionId>()
    await baby.send({ type: 'start', sessionId, name: 'Nursery' })
    await baby.next('started')
    const theirs = await member.request('DELETE', `/api/sessions/${sessionId}`)
    const nobodys = await member.request('DELETE', `/api/sessions/${randomId()}`)
    assert.deepEqual([theirs.status, theirs.text], [nobodys.status, nobodys.text])
    const device = (await other.request('GET', '/api/me')).json.devices[0].id
    const theirDevice = await member.request('DELETE', `/api/devices/${device}`)
    assert.deepEqual([theirDevice.status, theirDevice.text], [nobodys.status, nobodys.text])
    assert.equal((await other.request('GET', '/api/sessions')).json.sessions.length, 1)
    baby.close()
  })
})
