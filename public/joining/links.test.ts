import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linksOf } from './links.ts'

const byName = 'https://beddybytes.local:8443'

test('there is a link by name and one by the first address that a person can type', () => {
  const byAddress = ['https://[fd00::7]:8443', 'https://192.168.1.7:8443', 'https://10.0.0.7:8443']
  assert.deepEqual(
    linksOf({ byName, byAddress }, '/join#code', byName).map(({ kind, url }) => [kind, url]),
    [
      ['name', 'https://beddybytes.local:8443/join#code'],
      ['address', 'https://192.168.1.7:8443/join#code'],
    ],
  )
})

test('of several addresses the one that this phone came by is taken: it can be reached', () => {
  const byAddress = ['https://192.168.1.7:8443', 'https://10.0.0.7:8443']
  const [, link] = linksOf({ byName, byAddress }, '/join#code', 'https://10.0.0.7:8443')
  assert.equal(link?.url, 'https://10.0.0.7:8443/join#code')
})

test('a box without an address in the home is named alone', () => {
  assert.equal(linksOf({ byName, byAddress: [] }, '/join', byName).length, 1)
})
