// What only time, a licence or chance brings about: the hub with a clock that the test turns, and a real database.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test, type TestContext } from 'node:test'
import {
  decodeFrame,
  encodeFrame,
  graceMs,
  serverMessageSchema,
  silenceMs,
  type ClientId,
  type ClientMessage,
  type DeviceId,
  type Refusal,
  type ServerMessage,
  type SessionId,
} from '../../public/shared/protocol.ts'
import { randomId } from '../random-id.ts'
import { createAccountStore, type AccountId } from '../store/account-store.ts'
import { closeDatabase, openDatabase, type Connection as Database } from '../store/database.ts'
import { createSessionStore } from '../store/session-store.ts'
import { createHub, type Hub } from './hub.ts'

const account = 'F'.repeat(22) as AccountId
const device = 'D'.repeat(22) as DeviceId
let folder = ''
let database: Database
let refusal: Refusal | null = null
let timeMs = 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beddybytes-'))
  database = openDatabase(join(folder, 'beddybytes.db'))
  createAccountStore(database).add({ id: account, name: 'Ada', nameKey: 'ada', passwordHash: '', createdAt: 0 })
  refusal = null
  timeMs = 0
})
afterEach(() => {
  closeDatabase(database)
  rmSync(folder, { recursive: true })
})

/** A hub whose even clock is the test's; its sweep runs each time that the test lets a second pass. */
function openHub(context: TestContext): { hub: Hub; pass(ms: number, each?: () => void): void } {
  context.mock.timers.enable({ apis: ['setInterval'] })
  const hub = createHub({
    store: createSessionStore(database),
    licenceRefusal: () => Promise.resolve(refusal),
    admitted: () => new Set(),
    now: () => 1_700_000_000_000,
    elapsed: () => timeMs,
    onTrouble: (what, problem) => assert.fail(`${what}: ${String(problem)}`),
  })
  hub.open()
  context.after(() => hub.close())
  return {
    hub,
    pass(ms, each = () => {}) {
      for (const endMs = timeMs + ms; timeMs < endMs;) {
        timeMs += 1000
        each()
        context.mock.timers.tick(1000)
      }
    },
  }
}

function connect(hub: Hub, client = randomId<ClientId>()) {
  const heard: ServerMessage[] = []
  let isClosed = false
  const connection = hub.connect(
    { accountId: account, device, name: 'Chrome (Android)', only: null },
    {
      send(text) {
        heard.push(decodeFrame(serverMessageSchema, text)?.header ?? assert.fail('not of the protocol'))
      },
      relay(...parts) {
        const text = Buffer.concat(parts).toString()
        heard.push(decodeFrame(serverMessageSchema, text)?.header ?? assert.fail('not of the protocol'))
      },
      close() {
        isClosed = true
        connection.closed()
      },
    },
  )
  const say = (message: ClientMessage) => connection.receive(Buffer.from(encodeFrame(message)))
  say({ type: 'hello', version: 1, clientId: client })
  const last = <Type extends ServerMessage['type']>(type: Type) =>
    heard.findLast((message): message is ServerMessage & { type: Type } => message.type === type)
  return { client, connection, heard, say, last, isClosed: () => isClosed }
}

/** Everything that waits for a promise has been done. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

async function startBaby(hub: Hub, client?: ClientId, sessionId = randomId<SessionId>()) {
  const baby = connect(hub, client)
  baby.say({ type: 'start', sessionId, name: 'Nursery' })
  await settled()
  return { ...baby, sessionId }
}

test('a Baby Station that says nothing for 8 s is lost, and one that does is not', async (context) => {
  const { hub, pass } = openHub(context)
  const baby = await startBaby(hub)
  pass(60_000, () => baby.say({ type: 'heartbeat' }))
  assert.equal(hub.sessions(account).length, 1)
  pass(silenceMs)
  assert.equal(hub.sessions(account).length, 1)
  pass(1000)
  assert.equal(hub.sessions(account).length, 0)
  assert.equal(baby.isClosed(), true)
})

test('a lost session comes back within two minutes, from the same phone, and is forgotten after', async (context) => {
  const { hub, pass } = openHub(context)
  const parent = connect(hub)
  const baby = await startBaby(hub)
  baby.connection.closed()
  const parentLives = () => parent.say({ type: 'heartbeat' })
  pass(graceMs - 1000, parentLives)
  const again = await startBaby(hub, baby.client, baby.sessionId)
  assert.equal(again.last('started')?.sessionId, baby.sessionId)
  assert.equal(hub.sessions(account).length, 1)
  again.connection.closed()
  pass(graceMs, parentLives)
  assert.deepEqual(parent.last('sessions')?.sessions, [])
  assert.equal(createSessionStore(database).all().length, 0)
  assert.equal(parent.last('stopped'), undefined, 'it was lost, nobody stopped it')
})

test('a machine that slept takes nobody for silent', async (context) => {
  const { hub, pass } = openHub(context)
  const baby = await startBaby(hub)
  timeMs += 3_600_000
  pass(1000)
  baby.say({ type: 'heartbeat' })
  pass(1000)
  assert.equal(baby.isClosed(), false)
  assert.equal(hub.sessions(account).length, 1)
})

test("the station's second connection is the station, and the end of the first one loses nothing", async (context) => {
  const { hub } = openHub(context)
  const baby = await startBaby(hub)
  const again = await startBaby(hub, baby.client, baby.sessionId)
  baby.connection.closed()
  assert.equal(hub.sessions(account).length, 1)
  assert.equal(again.last('sessions')?.sessions[0]?.peer, again.last('welcome')?.peer)
})

test('without a licence no session begins, but a running one stays and may come back', async (context) => {
  const { hub } = openHub(context)
  const baby = await startBaby(hub)
  refusal = 'licence-expired'
  const other = await startBaby(hub)
  assert.equal(other.last('refused')?.reason, 'licence-expired')
  baby.connection.closed()
  const again = await startBaby(hub, baby.client, baby.sessionId)
  assert.equal(again.last('started')?.sessionId, baby.sessionId)
  assert.equal(hub.sessions(account).length, 1)
})

test('Stop that overtakes Start, while the licence is looked at, leaves nothing behind', async (context) => {
  const { hub } = openHub(context)
  const baby = connect(hub)
  const sessionId = randomId<SessionId>()
  baby.say({ type: 'start', sessionId, name: 'Nursery' })
  baby.say({ type: 'stop', sessionId })
  await settled()
  assert.equal(baby.last('stopped')?.sessionId, sessionId)
  assert.equal(baby.last('started'), undefined)
  assert.deepEqual(hub.sessions(account), [])
  assert.deepEqual(createSessionStore(database).all(), [])
})

test('one connection keeps one session: beginning another ends the first', async (context) => {
  const { hub } = openHub(context)
  const baby = await startBaby(hub)
  const next = randomId<SessionId>()
  baby.say({ type: 'start', sessionId: next, name: 'Pram' })
  await settled()
  assert.deepEqual(
    hub.sessions(account).map(({ id }) => id),
    [next],
  )
  assert.equal(baby.last('stopped')?.sessionId, baby.sessionId)
})

test('more sessions than a family has babies are refused', async (context) => {
  const { hub } = openHub(context)
  for (let index = 0; index < 16; index += 1) await startBaby(hub)
  const last = await startBaby(hub)
  assert.equal(last.last('refused')?.reason, 'too-many')
})

test('a parent in the background stays, and one that has died without a word is let go', (context) => {
  const { hub, pass } = openHub(context)
  const parent = connect(hub)
  for (let minute = 0; minute < 5; minute += 1) {
    pass(60_000)
    parent.say({ type: 'heartbeat' })
  }
  assert.equal(parent.isClosed(), false)
  pass(76_000)
  assert.equal(parent.isClosed(), true)
})

test('whoever says no hello is let go after 5 s', (context) => {
  const { hub, pass } = openHub(context)
  let isClosed = false
  hub.connect(
    { accountId: account, device, name: 'Chrome (Android)', only: null },
    { send() {}, relay() {}, close: () => (isClosed = true) },
  )
  pass(5000)
  assert.equal(isClosed, false)
  pass(1000)
  assert.equal(isClosed, true)
})

test('a hundred thousand frames of chance neither throw nor reach anybody nor grow the box', async (context) => {
  const { hub } = openHub(context)
  const baby = await startBaby(hub)
  const honest = encodeFrame({ type: 'signal', to: baby.last('welcome')?.peer ?? randomId(), call: randomId() }, '{}')
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ':',
    ',',
    '\n',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    'type',
    'signal',
    'start',
    'stop',
    'hello',
    '1e999',
    '-0',
    'null',
    honest,
  ]
  let seed = 20_251
  const chance = (limit: number) => {
    // A linear congruential generator (Numerical Recipes): the same frames each time.
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return seed % limit
  }
  const mutate = () => {
    if (chance(2) === 0) return Array.from({ length: chance(12) }, () => pieces[chance(pieces.length)] ?? '').join('')
    const at = chance(honest.length)
    return honest.slice(0, at) + (pieces[chance(pieces.length - 1)] ?? '') + honest.slice(at + chance(4))
  }
  globalThis.gc?.()
  const heapAtFirst = process.memoryUsage().heapUsed
  for (let frames = 0; frames < 100_000;) {
    const rubbish = connect(hub)
    while (!rubbish.isClosed()) {
      rubbish.connection.receive(Buffer.from(mutate()))
      frames += 1
    }
    assert.ok(['malformed', 'too-fast', 'closing'].includes(rubbish.last('farewell')?.reason ?? ''))
  }
  assert.equal(hub.sessions(account).length, 1)
  const signals = baby.heard.filter(({ type }) => type === 'signal')
  baby.heard.length = 0
  globalThis.gc?.()
  assert.ok(process.memoryUsage().heapUsed - heapAtFirst < 32 * 1024 * 1024)
  assert.ok(signals.every((message) => message.type === 'signal' && message.device === device))
})
