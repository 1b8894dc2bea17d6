import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isConflict, isOutranked } from './conflict.ts'
import { content, type HeardRecord } from './message.ts'
import { identity, recordsFor } from './records.ts'

const box = (address: string, port = 8443, name = 'beddybytes.local') =>
  recordsFor(identity(name, 1, port), [{ interface: 'eth0', address, family: 'IPv4', cidr: `${address}/24` }])
const own = box('192.168.1.7')
const machine = [
  { address: '192.168.1.7', family: 'IPv4' as const },
  { address: '172.17.0.1', family: 'IPv4' as const },
  { address: 'fe80::1', family: 'IPv6' as const },
]
const heard = (type: string, data: unknown, name = 'beddybytes.local', ttlS = 120): HeardRecord => ({
  name,
  type,
  ttlS,
  content: content(type, data),
})
const instance = 'beddybytes on beddybytes._https._tcp.local'
const service = (port: number, target = 'BeddyBytes.local') =>
  heard('SRV', { priority: 0, weight: 0, port, target }, instance)

const cases: readonly (readonly [string, HeardRecord, boolean])[] = [
  ['another address under the name', heard('A', '192.168.1.8'), true],
  ['an IPv6 address under a name that has none', heard('AAAA', 'fd00::8'), true],
  ['another kind of record under the name', heard('TXT', ['hello']), true],
  ['the service at another port', service(443), true],
  ['its own address, as Avahi on the same machine says it', heard('A', '192.168.1.7'), false],
  ['another address of the same machine', heard('AAAA', 'fe80::1'), false],
  ['the same service in another spelling', service(8443), false],
  ['a goodbye', heard('A', '192.168.1.8', 'beddybytes.local', 0), false],
  ['another name', heard('A', '192.168.1.8', 'printer.local'), false],
  ['a shared record', heard('PTR', 'Printer._https._tcp.local', '_https._tcp.local'), false],
]
for (const [what, record, isOne] of cases) {
  test(`${what} is ${isOne ? 'a' : 'no'} conflict`, () => assert.equal(isConflict(record, own, machine), isOne))
}

const probe = (records: ReturnType<typeof box>) =>
  records
    .filter(({ isUnique }) => isUnique)
    .map((record) => ({ ...heard(record.type, record.data), name: record.name.toLowerCase() }))

test('of two boxes that probe at once, exactly one is outranked: the one whose address sorts first', () => {
  assert.equal(isOutranked(probe(box('192.168.1.8')), own), true)
  assert.equal(isOutranked(probe(own), box('192.168.1.8')), false)
})

test('only the first name that both want decides, whatever the others hold', () => {
  assert.equal(isOutranked(probe(box('192.168.1.6', 65_535)), own), false)
  assert.equal(isOutranked(probe(own), box('192.168.1.6', 65_535)), true)
})

test('the same proposal, or one for other names, outranks nobody', () => {
  assert.equal(isOutranked(probe(own), own), false)
  assert.equal(isOutranked(probe(box('192.168.1.8', 8443, 'nursery.local')), own), false)
  assert.equal(isOutranked([], own), false)
})

test('more records go before fewer that are the same', () => {
  const first = own[0]!
  const more = [heard(first.type, first.data), heard('AAAA', 'fd00::7')]
  assert.equal(isOutranked(more, own), true)
})
