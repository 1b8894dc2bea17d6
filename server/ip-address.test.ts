import assert from 'node:assert/strict'
import net from 'node:net'
import { test } from 'node:test'
import { isIP } from './ip-address.ts'

test('an address is what node:net takes for one', () => {
  const addresses = [
    '192.168.1.2',
    '0.0.0.0',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'FD00::A',
    '::ffff:10.0.0.1',
  ]
  const others = [
    '',
    ' ',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.3.4 ',
    '01.2.3.4',
    '1.2.3.4\0',
    '1.2.3.4%eth0',
    '0x1.2.3.4',
    '1.2.3.4:80',
  ]
  const more = [
    ':',
    ':::',
    '1::2::3',
    '::1\0::',
    'g::',
    '[::1]',
    '12345::',
    '::1%',
    '::1%a b',
    'localhost',
    '1:2:3:4:5:6:7:8:9',
    '::1.2.3',
  ]
  for (const text of [...addresses, ...others, ...more]) assert.equal(isIP(text), net.isIP(text), JSON.stringify(text))
  assert.deepEqual(addresses.map(isIP), [4, 4, 4, 6, 6, 6, 6, 6, 6])
})
