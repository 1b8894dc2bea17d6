import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classify } from './own-addresses.ts'

const host = (address: string) => `candidate:1 1 udp 2113937151 ${address} 50000 typ host generation 0`

test('what a browser offers is told from its candidates', () => {
  assert.deepEqual(classify([]), { state: 'none' })
  assert.deepEqual(classify(['candidate:2 1 udp 1 203.0.113.5 50000 typ srflx raddr 0.0.0.0 rport 0']), {
    state: 'none',
  })
  assert.deepEqual(classify([host('0b0c.local')]), { state: 'hidden' })
  assert.deepEqual(classify([host('0b0c.local'), host('192.168.1.7'), host('192.168.1.7')]), {
    state: 'shown',
    addresses: ['192.168.1.7'],
  })
})
