// Who is believed about where a request comes from, and that nobody else's word moves a limit.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestBox, testPassword, type TestBox } from '../test-harness.ts'
import { createProxies } from './proxies.ts'

const proxies = createProxies(['192.168.1.2', '172.18.0.0/16', 'fd00::/8'])
const addressOf = (address: string, forwarded?: string, from = proxies) =>
  from.addressOf({ address, headers: new Map(forwarded === undefined ? [] : [['x-forwarded-for', forwarded]]) })

const table: readonly (readonly [string, string, string | undefined, string])[] = [
  ['a phone that is no proxy is where it is', '192.168.1.7', undefined, '192.168.1.7'],
  ['a phone that says otherwise is not believed', '192.168.1.7', '10.0.0.1', '192.168.1.7'],
  ['a proxy is believed', '192.168.1.2', '192.168.1.7', '192.168.1.7'],
  ['a proxy in a network that was given is believed', '172.18.0.9', '192.168.1.7', '192.168.1.7'],
  [
    'an IPv6 proxy too, as the socket writes it',
    'fd12:0000:0000:0000:0000:0000:0000:0001',
    'fd99::7, 192.168.1.7',
    '192.168.1.7',
  ],
  ['what the phone wrote in front of the list does not count', '192.168.1.2', '10.9.9.9, 192.168.1.7', '192.168.1.7'],
  ['a chain of proxies leads to the phone', '192.168.1.2', '192.168.1.7, 172.18.0.4, 172.18.0.5', '192.168.1.7'],
  ['a proxy without the header is the last that is known', '192.168.1.2', undefined, '192.168.1.2'],
  ['nonsense ends the list', '192.168.1.2', '192.168.1.7, unknown', '192.168.1.2'],
  ['nonsense before the phone does no harm', '192.168.1.2', '<script>, 192.168.1.7', '192.168.1.7'],
  ['an address with a port is an address', '192.168.1.2', '192.168.1.7:50123', '192.168.1.7'],
  ['IPv6 in brackets is an address', '192.168.1.2', '[2001:db8::7]:443', '2001:db8::7'],
]
for (const [what, address, forwarded, expected] of table) {
  test(what, () => assert.equal(addressOf(address, forwarded), expected))
}

test('without a list nobody is believed', () => {
  assert.equal(addressOf('127.0.0.1', '192.168.1.7', createProxies([])), '127.0.0.1')
})

describe('limits of guessing', () => {
  let direct: TestBox
  let behindProxy: TestBox
  before(async () => {
    direct = await openTestBox()
    behindProxy = await openTestBox({ BEDDYBYTES_TRUST_PROXY: '127.0.0.1' })
    for (const box of [direct, behindProxy]) await box.phone().register('Ada')
  })
  after(async () => {
    await direct.close()
    await behindProxy.close()
  })

  /** One guess from each forged address; the first that is one too many. */
  async function guessesUntilLimit(box: TestBox, forwarded: (guess: number) => string): Promise<number> {
    for (let guess = 1; guess <= 30; guess += 1) {
      const headers = { 'X-Forwarded-For': forwarded(guess) }
      const body = { username: 'Ada', password: 'a wrong one that is long' }
      if ((await box.phone().request('POST', '/api/login', body, { headers })).status === 429) return guess
    }
    return Infinity
  }

  test('a forged X-Forwarded-For moves none', async () => {
    assert.equal(await guessesUntilLimit(direct, (guess) => `10.0.0.${guess}`), 11)
  })

  test('behind a proxy each phone has its own, and what the phone adds in front counts for nothing', async () => {
    assert.equal(await guessesUntilLimit(behindProxy, (guess) => `10.0.0.${guess}, 192.168.1.7`), 11)
    const headers = { 'X-Forwarded-For': '192.168.1.8' }
    const body = { username: 'Ada', password: testPassword }
    assert.equal((await behindProxy.phone().request('POST', '/api/login', body, { headers })).status, 200)
  })
})
