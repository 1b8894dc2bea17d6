import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingText as words } from '../text/en-finding.ts'
import { findings, otherUrl } from './findings.ts'
import type { Seen } from './findings.ts'

const addresses = {
  byName: 'https://beddybytes.local:8443',
  byAddress: ['https://[fd00::7]:8443', 'https://192.168.1.7:8443'],
  welcome: null,
}
const seen: Seen = {
  hostname: '192.168.1.7',
  addresses,
  other: { url: addresses.byName, answers: false },
  own: { state: 'hidden' },
}
const said = (changes: Partial<Seen>) => findings({ ...seen, ...changes }).map((finding) => finding.words)

test('a phone that came by address tries the name, and one that came by name the address', () => {
  assert.equal(otherUrl(addresses, '192.168.1.7'), addresses.byName)
  assert.equal(otherUrl(addresses, 'beddybytes.local'), 'https://192.168.1.7:8443')
  assert.equal(otherUrl({ ...addresses, byAddress: [] }, 'beddybytes.local'), null)
})

test('a name that does not answer is told with what to do instead', () => {
  assert.deepEqual(said({}), [
    words.opened.address('192.168.1.7'),
    words.boxAnswers,
    words.nameFails(addresses.byName),
    words.candidates.hidden,
  ])
})

test('a phone in another network than the box is told so', () => {
  const own = { state: 'shown', addresses: ['10.0.0.9'] } as const
  assert.equal(said({ own }).at(-1), words.otherSubnet('10.0.0.9', '192.168.1.7'))
  assert.equal(said({ own: { state: 'shown', addresses: ['192.168.1.9'] } }).at(-1), words.sameSubnet)
})

test('a browser without an address for other phones is told what does that', () => {
  assert.equal(said({ own: { state: 'none' } }).at(-1), words.candidates.none)
})

test('a box that is away is told, and what it would have to say is left out', () => {
  assert.deepEqual(said({ addresses: null, other: null }), [
    words.opened.address('192.168.1.7'),
    words.boxAway,
    words.candidates.hidden,
  ])
})
