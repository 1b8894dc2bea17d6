import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, test } from 'node:test'
import packet from 'dns-packet'
import { createConversation } from './conversation.ts'
import { content, type Message, type OwnRecord } from './message.ts'
import type { Outbox } from './outbox.ts'
import { identity, recordsFor } from './records.ts'
import type { Link, Sender } from './transport.ts'

const link: Link = {
  interface: 'eth0',
  family: 'IPv4',
  addresses: [{ interface: 'eth0', address: '192.168.1.7', family: 'IPv4', cidr: '192.168.1.7/24' }],
}
const own = recordsFor(identity('beddybytes.local', 1, 8443), link.addresses)
const responder: Sender = { address: '192.168.1.20', port: 5353 }
const resolver: Sender = { address: '192.168.1.20', port: 40_000 }

type Query = Message & { readonly kind: 'query' }
const query = (changes: Partial<Query> = {}): Query => ({
  kind: 'query',
  id: 7,
  isTruncated: false,
  questions: [{ name: 'beddybytes.local', type: 'A', isUnicast: false }],
  known: [],
  proposed: [],
  ...changes,
})
const alone = query({ questions: [{ name: 'beddybytes.local', type: 'A', isUnicast: true }] })
const known = [{ name: 'beddybytes.local', type: 'A', ttlS: 120, content: content('A', '192.168.1.7') }]

let aloud: { readonly types: readonly string[]; readonly isDefence: boolean }[] = []
let sent: { readonly id: number | undefined; readonly to: Sender }[] = []

function open(options: { readonly records?: readonly OwnRecord[]; readonly wasSaidLately?: boolean } = {}) {
  const outbox: Outbox = {
    add: (records, { isDefence = false } = {}) => {
      if (records.length > 0) aloud.push({ types: records.map(({ type }) => type), isDefence })
    },
    noteSaid: () => {},
    wasSaidLately: () => options.wasSaidLately ?? false,
    close: () => {},
  }
  return createConversation({
    records: () => options.records ?? own,
    outbox: () => outbox,
    send: (_, bytes, to) => sent.push({ id: packet.decode(bytes).id, to }),
    random: () => 0.5,
  })
}

beforeEach(() => {
  aloud = []
  sent = []
  mock.timers.enable({ apis: ['setTimeout'] })
})
afterEach(() => mock.timers.reset())

test('a question to all is answered to all', () => {
  open().answer(link, query(), responder)
  assert.deepEqual(aloud, [{ types: ['A'], isDefence: false }])
  assert.deepEqual(sent, [])
})

test('who asks for itself alone is answered alone, and all are told if they have not heard it lately', () => {
  open({ wasSaidLately: true }).answer(link, alone, responder)
  assert.deepEqual(sent, [{ id: 0, to: responder }])
  assert.deepEqual(aloud, [])
  open().answer(link, alone, responder)
  assert.equal(aloud.length, 1)
})

test('an ordinary resolver gets an ordinary answer, with its own number', () => {
  open().answer(link, query({ id: 4711, known }), resolver)
  assert.deepEqual(sent, [{ id: 4711, to: resolver }])
  assert.deepEqual(aloud, [])
})

test('who probes for the name is told at once, and aloud', () => {
  const probe = query({ ...alone, proposed: [{ ...known[0]!, content: content('A', '192.168.1.8') }] })
  open({ wasSaidLately: true }).answer(link, probe, responder)
  assert.deepEqual(aloud, [{ types: ['A'], isDefence: true }])
})

test('known answers that come in a second packet count', () => {
  const conversation = open()
  conversation.answer(link, query({ isTruncated: true }), responder)
  conversation.answer(link, query({ questions: [], known }), responder)
  mock.timers.tick(600)
  assert.deepEqual(aloud, [])
  conversation.answer(link, query({ isTruncated: true }), responder)
  mock.timers.tick(600)
  assert.equal(aloud.length, 1)
})

test('before the name is ours nobody gets an answer', () => {
  const conversation = open({ records: [] })
  for (const from of [responder, resolver]) conversation.answer(link, query(), from)
  conversation.answer(link, alone, responder)
  assert.deepEqual([...aloud, ...sent], [])
})
