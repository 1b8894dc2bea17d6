import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { callIdSchema, deviceIdSchema, payloadSchema, peerIdSchema, sessionIdSchema } from '../shared/protocol.ts'
import type { Payload } from '../shared/protocol.ts'
import { randomId } from '../signalling/random-id.ts'
import { encodeBytes } from './bytes.ts'
import { keepGuestSecret, makeGuestSecret, openGuestHousehold } from './guest-secret.ts'
import { openHousehold } from './household.ts'
import type { Household } from './household.ts'
import { createSeals } from './seals.ts'
import { keepSecret, makeSecret } from './secret.ts'
import { createVerifyModel } from './verify-model.ts'

const peer = v.parse(peerIdSchema, randomId())
const device = v.parse(deviceIdSchema, randomId())
const session = v.parse(sessionIdSchema, randomId())
const secret = encodeBytes(new Uint8Array(32).fill(7))
const station = 'station'

const sdp = (fingerprint: string): string =>
  `v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=fingerprint:sha-256 ${fingerprint}\r\na=mid:0\r\n`
const ofBaby = sdp('AA:01')
const ofParent = sdp('BB:02')
const ofBox = sdp('CC:03')

/** What localStorage does, in one phone. */
function storage(): () => Storage {
  const kept = new Map<string, string>()
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage
  return () => store
}

function phone(mine: string | null): Household {
  const store = storage()
  if (mine !== null) keepSecret(store, 'ada', mine)
  return openHousehold(store, 'ada')
}

/** Two stations and the box between them, which may change what it passes on. Each call has the parent join and both describe. */
function setUp(parentPhone: Household, babyPhone: Household) {
  const log: string[] = []
  let meddle = (payload: Payload): Payload | null => payload
  let running = session
  const pass = (payload: Payload, deliver: (payload: Payload) => void): void => {
    // As it goes over the wire.
    const changed = meddle(v.parse(payloadSchema, JSON.parse(JSON.stringify(payload))))
    if (changed !== null) deliver(changed)
  }
  const tell = (who: string, payload: Payload): void => {
    log.push(
      'sdp' in payload ? `${who} ${payload.kind} ${/sha-256 (.*)/.exec(payload.sdp)?.[1]}` : `${who} ${payload.kind}`,
    )
  }
  const parent = createSeals({
    household: parentPhone,
    takes: 'offer',
    session: () => null,
    send: (_to, call, payload) => pass(payload, (given) => baby.take(peer, device, call, given)),
    take(from, _device, call, payload) {
      tell('parent', payload)
      if (payload.kind === 'offer') parent.send(from, call, { kind: 'answer', sdp: ofParent })
    },
  })
  const baby = createSeals({
    household: babyPhone,
    takes: 'answer',
    session: () => running,
    send: (_to, call, payload) => pass(payload, (given) => parent.take(peer, device, call, given)),
    take(from, _device, call, payload) {
      tell('baby', payload)
      if (payload.kind === 'join') baby.send(from, call, { kind: 'offer', sdp: ofBaby })
    },
  })
  return {
    log,
    parent,
    baby,
    meddle: (how: typeof meddle) => (meddle = how),
    runs: (other: typeof running) => (running = other),
    async call() {
      log.length = 0
      const call = v.parse(callIdSchema, randomId())
      parent.begin(call, session, station)
      parent.send(peer, call, { kind: 'join' })
      await settle()
      return call
    },
    trust: () => [parent, baby].map(({ findings }) => [...findings.peek().values()].at(-1)?.trust ?? null),
  }
}

/** What WebCrypto works on at this moment, in threads of its own. */
let working = 0
const { subtle } = crypto
for (const name of ['importKey', 'sign', 'verify'] as const) {
  const original = subtle[name].bind(subtle) as (...given: unknown[]) => Promise<unknown>
  Object.assign(subtle, {
    async [name](...given: unknown[]) {
      working += 1
      try {
        return await original(...given)
      } finally {
        working -= 1
      }
    },
  })
}

/** Until nothing is under way any more: what follows on a piece of work begins in the turn in which it ends. */
async function settle(): Promise<void> {
  for (let idleTurns = 0; idleTurns < 3; idleTurns = working === 0 ? idleTurns + 1 : 0) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const verified = { state: 'verified' }
const all = ['baby join', 'parent offer AA:01', 'baby answer BB:02']

test('two phones of a household verify each other', async () => {
  const { call, log, trust } = setUp(phone(secret), phone(secret))
  await call()
  assert.deepEqual(log, all)
  assert.deepEqual(trust(), [verified, verified])
})

const swaps: [string, (payload: Payload) => Payload][] = [
  ['the fingerprint of the offer', (payload) => (payload.kind === 'offer' ? { ...payload, sdp: ofBox } : payload)],
  [
    'a fingerprint beside that of the offer',
    (payload) =>
      payload.kind === 'offer' ? { ...payload, sdp: `${payload.sdp}a=fingerprint:sha-256 CC:03\r\n` } : payload,
  ],
  [
    'any other line of the offer',
    (payload) => (payload.kind === 'offer' ? { ...payload, sdp: `${payload.sdp}a=x\r\n` } : payload),
  ],
  [
    'the session that the join means',
    (payload) => (payload.kind === 'join' ? { ...payload, session: undefined } : payload),
  ],
]
for (const [what, swap] of swaps) {
  test(`a box that changes ${what} is refused by the parent, and both are told`, async () => {
    const { call, log, trust, meddle, runs } = setUp(phone(secret), phone(secret))
    if (what.startsWith('the session')) runs(v.parse(sessionIdSchema, randomId()))
    meddle(swap)
    await call()
    assert.deepEqual(log, ['baby join', 'baby leave', 'parent leave'])
    assert.deepEqual(trust(), [
      { state: 'refused', why: 'changed' },
      { state: 'refused', why: 'changed' },
    ])
  })
}

test('a box that changes the answer is refused by the baby', async () => {
  const { call, log, trust, meddle } = setUp(phone(secret), phone(secret))
  meddle((payload) => (payload.kind === 'answer' ? { ...payload, sdp: ofBox } : payload))
  await call()
  assert.deepEqual(log, ['baby join', 'parent offer AA:01', 'parent leave', 'baby leave'])
  assert.deepEqual(trust()[1], { state: 'refused', why: 'changed' })
})

test('an answer to another offer, or of another call, is refused', async () => {
  const { baby, parent, call, log, meddle, trust } = setUp(phone(secret), phone(secret))
  let answer: Payload | null = null
  meddle((payload) => (payload.kind === 'answer' ? ((answer = payload), null) : payload))
  await call()
  meddle((payload) => (payload.kind === 'answer' ? null : payload))
  const second = await call()
  assert.ok(answer)
  baby.take(peer, device, second, answer)
  await settle()
  assert.deepEqual(log.slice(-2), ['parent leave', 'baby leave'])
  assert.deepEqual(trust()[1], { state: 'refused', why: 'changed' })
  // What the parent itself has said does not come back to it as the baby's word.
  parent.take(peer, device, second, answer)
  await settle()
  assert.equal(log.length, 4)
})

const strangers: [string, string | null, string | null, string, string][] = [
  ['neither has a secret', null, null, 'no-secret-here', 'no-secret-here'],
  ['the parent has none', null, secret, 'no-secret-here', 'no-proof'],
  ['the baby has none', secret, null, 'no-proof', 'no-secret-here'],
  ['each has its own', secret, encodeBytes(new Uint8Array(32)), 'other-secret', 'other-secret'],
]
for (const [what, ofTheParent, ofTheBaby, atParent, atBaby] of strangers) {
  test(`when ${what}, it works and says that it is not verified`, async () => {
    const { call, log, trust } = setUp(phone(ofTheParent), phone(ofTheBaby))
    await call()
    assert.deepEqual(log, all)
    assert.deepEqual(trust(), [
      { state: 'unverified', why: atParent },
      { state: 'unverified', why: atBaby },
    ])
  })
}

test('who was verified once is refused without a proof, until a person takes it as it is', async () => {
  const { call, log, trust, meddle, parent, baby } = setUp(phone(secret), phone(secret))
  await call()
  meddle((payload) => ('proof' in payload ? { ...payload, proof: undefined } : payload))
  await call()
  assert.deepEqual(log, ['baby join', 'baby leave', 'parent leave'])
  assert.deepEqual(trust()[0], { state: 'refused', why: 'unproven' })
  parent.accept(station)
  await call()
  assert.deepEqual(log.slice(0, 3), ['baby join', 'parent offer AA:01', 'parent leave'], 'the baby has its own say')
  baby.accept(device)
  await call()
  assert.deepEqual(log, all)
  assert.deepEqual(trust(), [
    { state: 'unverified', why: 'no-proof' },
    { state: 'unverified', why: 'no-proof' },
  ])
})

test('a call is offered anew with the same fingerprints only, and what ran goes on when it is not', async () => {
  for (const mine of [secret, null]) {
    const { call, log, trust, baby, meddle } = setUp(phone(mine), phone(mine))
    const id = await call()
    baby.send(peer, id, { kind: 'offer', sdp: `${ofBaby}a=ice-ufrag:new\r\n` })
    await settle()
    assert.deepEqual(log, [...all, 'parent offer AA:01', 'baby answer BB:02'])
    meddle((payload) => (payload.kind === 'offer' ? { ...payload, sdp: ofBox } : payload))
    baby.send(peer, id, { kind: 'offer', sdp: ofBaby })
    await settle()
    assert.deepEqual(log.slice(5), [], 'neither taken nor ended')
    assert.deepEqual(trust()[0], { state: 'refused', why: 'changed' })
  }
})

test('a guest is verified by a secret of its own, which is worth nothing between the phones of the household', async () => {
  const owner = storage()
  keepSecret(owner, 'ada', secret)
  const given = await makeGuestSecret(owner, 'ada')
  const guestPhone = storage()
  keepGuestSecret(guestPhone, given)
  const { call, log, trust } = setUp(openGuestHousehold(guestPhone), phone(secret))
  await call()
  assert.deepEqual(log, all)
  assert.deepEqual(trust(), [verified, verified])

  const asParent = setUp(phone((given ?? '').slice(22)), phone(secret))
  await asParent.call()
  assert.deepEqual(
    asParent.trust().map((found) => found?.state),
    ['unverified', 'unverified'],
  )
})

test('a call goes on to be offered anew, however many others came and went', async () => {
  const { call, log, parent, baby } = setUp(phone(secret), phone(secret))
  const first = await call()
  for (let others = 0; others < 100; others += 1) {
    const id = v.parse(callIdSchema, randomId())
    parent.begin(id, session, station)
    parent.send(peer, id, { kind: 'join' })
    parent.send(peer, id, { kind: 'leave' })
  }
  await settle()
  log.length = 0
  baby.send(peer, first, { kind: 'offer', sdp: ofBaby })
  await settle()
  assert.deepEqual(log, ['parent offer AA:01', 'baby answer BB:02'])
})

test('a join that is meant for another session gets no answer', async () => {
  const { call, log, runs } = setUp(phone(secret), phone(secret))
  runs(v.parse(sessionIdSchema, randomId()))
  await call()
  assert.deepEqual(log, [])
})

test('a phone that takes over a secret in another tab verifies from the next call on', async () => {
  const store = storage()
  const household = openHousehold(store, 'ada')
  const { call, trust } = setUp(household, phone(secret))
  await call()
  assert.deepEqual(trust()[0], { state: 'unverified', why: 'no-secret-here' })
  const model = createVerifyModel({ storage: store, username: 'ada', secret })
  model.verify()
  assert.equal(model.state.peek(), 'verified')
  await call()
  assert.deepEqual(trust(), [verified, verified])
})

test('a secret is made once for each account, and only where it can be kept', () => {
  const store = storage()
  const made = makeSecret(store, 'ada')
  assert.match(made ?? '', /^[A-Za-z0-9_-]{43}$/)
  assert.equal(makeSecret(store, 'ada'), made)
  assert.notEqual(makeSecret(store, 'bo'), made)
  assert.equal(
    makeSecret(() => null, 'ada'),
    null,
  )
})
