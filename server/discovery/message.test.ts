import assert from 'node:assert/strict'
import { test } from 'node:test'
import packet from 'dns-packet'
import { decodeMessage, encodeLegacyResponse, encodeQuery, encodeResponse } from './message.ts'
import { isConflict, isOutranked } from './conflict.ts'
import { answersTo, besides, denial, identity, keyOf, keyOfHeard, recordsFor } from './records.ts'

const own = recordsFor(identity('beddybytes.local', 1, 8443), [
  { interface: 'eth0', address: '192.168.1.7', family: 'IPv4', cidr: '192.168.1.7/24' },
])
const questions = [{ name: 'BeddyBytes.local', type: 'ANY' }]

test('what is said is what is heard', () => {
  const message = decodeMessage(encodeResponse({ answers: own, additionals: [denial('beddybytes.local', own)] }))
  assert.equal(message?.kind, 'response')
  const records = message?.kind === 'response' ? message.records : []
  assert.deepEqual(records.map(keyOfHeard).slice(0, own.length), own.map(keyOf))
  assert.deepEqual(
    records.slice(0, own.length).map(({ ttlS }) => ttlS),
    own.map(({ ttlS }) => ttlS),
  )
})

test('unique records carry the cache-flush bit, shared ones and probes do not', () => {
  const flushed = (bytes: Buffer, part: 'answers' | 'authorities') =>
    packet.decode(bytes)[part]?.map(({ type, flush }) => `${type} ${flush}`)
  assert.deepEqual(flushed(encodeResponse({ answers: own.slice(0, 4) }), 'answers'), [
    'A true',
    'PTR false',
    'PTR false',
    'SRV true',
  ])
  assert.deepEqual(flushed(encodeQuery({ questions, proposed: own.slice(0, 1) }), 'authorities'), ['A false'])
})

test('a goodbye has no time to live, and an ordinary resolver gets ten seconds and its question', () => {
  const times = (bytes: Buffer) => packet.decode(bytes).answers?.map(({ ttl }) => ttl)
  assert.deepEqual(times(encodeResponse({ answers: own.slice(0, 2), isGoodbye: true })), [0, 0])
  const asked = [{ name: 'beddybytes.local', type: 'A', isUnicast: false }]
  const legacy = encodeLegacyResponse({ id: 4711, questions: asked, answers: own.slice(0, 1), additionals: [] })
  assert.deepEqual(times(legacy), [10])
  assert.equal(packet.decode(legacy).id, 4711)
  assert.equal(packet.decode(legacy).questions?.[0]?.name, 'beddybytes.local')
})

test('a question says whether its answer is for the asker alone', () => {
  const bytes = encodeQuery({ questions, proposed: own.slice(0, 1) })
  const read = (buffer: Buffer) => {
    const message = decodeMessage(buffer)
    return message?.kind === 'query' ? message.questions : null
  }
  assert.deepEqual(read(bytes), [{ name: 'beddybytes.local', type: 'ANY', isUnicast: false }])
  const unicast = Buffer.from(bytes)
  unicast[12 + 'beddybytes.local'.length + 2 + 2]! |= 0x80
  assert.deepEqual(read(unicast), [{ name: 'beddybytes.local', type: 'ANY', isUnicast: true }])
})

test('another opcode, an error or a packet beyond 9,000 bytes is no message', () => {
  const bytes = encodeQuery({ questions, proposed: [] })
  assert.equal(decodeMessage(Buffer.from(bytes).fill(0x28, 2, 3)), null)
  assert.equal(decodeMessage(Buffer.from(bytes).fill(0x03, 3, 4)), null)
  assert.equal(decodeMessage(Buffer.concat([bytes, Buffer.alloc(9000)])), null)
})

test('records that nobody here knows, as phones send them, do not hide the others', () => {
  const bytes = packet.encode({
    type: 'query',
    questions: [{ name: 'beddybytes.local', type: 'HTTPS', class: 'IN' }],
    answers: [
      { name: 'phone.local', type: 'UNKNOWN_65', ttl: 120, class: 'IN', data: Buffer.from('0001000000', 'hex') },
      { name: 'beddybytes.local', type: 'A', ttl: 120, class: 'IN', data: '192.168.1.7' },
    ],
    additionals: [{ name: '.', type: 'OPT', data: [] }],
  })
  const message = decodeMessage(bytes)
  assert.deepEqual(message?.kind === 'query' && message.known.map(({ type }) => type), ['UNKNOWN_65', 'A'])
})

test('no packet from outside can throw: 60,000 damaged ones, the same at each run', () => {
  const random = seeded(20_260_101)
  const sound = [
    encodeResponse({ answers: own, additionals: [denial('beddybytes.local', own)] }),
    encodeQuery({ questions, proposed: own }),
    Buffer.from('000084000000000100000000c00c00010001000000780004c0a80107', 'hex'),
  ]
  let understood = 0
  for (let round = 0; round < 60_000; round += 1) {
    const bytes = Buffer.from(sound[round % sound.length]!)
    for (let damage = 0; damage <= round % 7; damage += 1) bytes[random(bytes.length)] = random(256)
    const cut = round % 5 === 0 ? bytes.subarray(0, random(bytes.length + 1)) : bytes
    const message = decodeMessage(cut)
    if (message === null) continue
    understood += 1
    if (message.kind === 'response') for (const record of message.records) isConflict(record, own, [])
    else {
      isOutranked(message.proposed, own)
      const answers = answersTo(message.questions, message.known, own)
      encodeLegacyResponse({
        id: message.id,
        questions: message.questions,
        answers,
        additionals: besides(answers, own),
      })
    }
  }
  for (let round = 0; round < 5000; round += 1) {
    decodeMessage(Buffer.from(Array.from({ length: random(200) }, () => random(256))))
  }
  assert.ok(understood > 1000)
})

/** mulberry32: small, and good enough to damage packets. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
