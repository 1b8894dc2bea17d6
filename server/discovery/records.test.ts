import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LanAddress } from './addresses.ts'
import { content, type OwnRecord } from './message.ts'
import { answersTo, besides, identity, isEndedByGoodbye, recordsFor, uniqueNames } from './records.ts'

const v4: LanAddress = { interface: 'eth0', address: '192.168.1.7', family: 'IPv4', cidr: '192.168.1.7/24' }
const v6: LanAddress = { interface: 'eth0', address: 'fd00::7', family: 'IPv6', cidr: 'fd00::7/64' }
const own = recordsFor(identity('beddybytes.local', 1, 8443), [v4])
const ask = (name: string, type: string, records = own) => answersTo([{ name, type, isUnicast: false }], [], records)
const brief = (records: readonly OwnRecord[]) => records.map(({ name, type }) => `${type} ${name}`)

test('a name is answered with its address, and IPv6 beside it is denied at once', () => {
  const answers = ask('beddybytes.local', 'A')
  assert.deepEqual(
    answers.map(({ type, data }) => ({ type, data })),
    [{ type: 'A', data: '192.168.1.7' }],
  )
  assert.deepEqual(brief(besides(answers, own)), ['NSEC beddybytes.local'])
})

test('a type that the name has not is denied with those that it has', () => {
  for (const type of ['AAAA', 'HTTPS', 'TXT']) {
    const [answer, ...others] = ask('beddybytes.local', type)
    assert.equal(answer?.type, 'NSEC')
    assert.deepEqual(answer?.data, { nextDomain: 'beddybytes.local', rrtypes: ['A'] })
    assert.deepEqual(others, [])
  }
})

test('with an address of each kind nothing is denied', () => {
  const both = recordsFor(identity('beddybytes.local', 1, 8443), [v4, v6])
  assert.deepEqual(brief(ask('beddybytes.local', 'AAAA', both)), ['AAAA beddybytes.local'])
  assert.deepEqual(brief(besides(ask('beddybytes.local', 'A', both), both)), ['AAAA beddybytes.local'])
})

test('other names, and kinds of service that nobody here offers, are not ours to answer', () => {
  assert.deepEqual(ask('printer.local', 'A'), [])
  assert.deepEqual(ask('_ipp._tcp.local', 'PTR'), [])
  assert.deepEqual(ask('_https._tcp.local', 'A'), [])
})

test('both services lead to port and address in one answer', () => {
  for (const type of ['_https._tcp.local', '_beddybytes._tcp.local']) {
    const answers = ask(type, 'PTR')
    assert.deepEqual(brief(answers), [`PTR ${type}`])
    const instance = `BeddyBytes on beddybytes.${type}`
    assert.deepEqual(brief(besides(answers, own)), [
      `SRV ${instance}`,
      `TXT ${instance}`,
      'A beddybytes.local',
      'NSEC beddybytes.local',
    ])
  }
  assert.equal(ask('_services._dns-sd._udp.local', 'PTR').length, 2)
})

test('what the asker knows already is not said again, unless it is about to forget it', () => {
  const question = [{ name: 'beddybytes.local', type: 'A', isUnicast: false }]
  const known = (ttlS: number) => [{ name: 'beddybytes.local', type: 'A', ttlS, content: content('A', '192.168.1.7') }]
  assert.deepEqual(answersTo(question, known(60), own), [])
  assert.equal(answersTo(question, known(59), own).length, 1)
})

test('the second box has a second name and title, which stay within a label', () => {
  assert.deepEqual(identity('beddybytes.local', 2, 443), {
    hostname: 'beddybytes-2.local',
    title: 'BeddyBytes on beddybytes-2',
    port: 443,
  })
  const long = identity(`${'a'.repeat(63)}.local`, 12, 443)
  assert.equal(long.hostname, `${'a'.repeat(60)}-12.local`)
  assert.ok(long.title.length <= 63)
})

test('a name outside .local is not claimed, but the services point to it', () => {
  const records = recordsFor(identity('nas.home.arpa', 2, 443), [v4])
  assert.equal(uniqueNames(records).includes('nas.home.arpa'), false)
  assert.deepEqual(
    records.filter(({ type }) => type === 'SRV').map(({ data }) => (data as { readonly target: string }).target),
    ['nas.home.arpa', 'nas.home.arpa'],
  )
})

test('a goodbye leaves alone what other machines say too', () => {
  assert.deepEqual(brief(own.filter((record) => !isEndedByGoodbye(record))), [
    'PTR _services._dns-sd._udp.local',
    'PTR _services._dns-sd._udp.local',
  ])
})
