import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepTrustPort, trustUrl } from './trust-url.ts'

const host = 'beddybytes.local'

function phone(kept: string | null = null) {
  let item = kept
  return () => ({ getItem: () => item, setItem: (_: string, value: string) => void (item = value) })
}

test('the page about trust is at the port that the box told last, by the name that this phone knows', () => {
  const storage = phone()
  assert.equal(trustUrl(storage, host), 'http://beddybytes.local')
  keepTrustPort(storage, 'http://192.168.1.2:8080')
  assert.equal(trustUrl(storage, host), 'http://beddybytes.local:8080')
  assert.equal(trustUrl(storage, '[fd00::2]'), 'http://[fd00::2]:8080')
  keepTrustPort(storage, 'http://192.168.1.2')
  assert.equal(trustUrl(storage, host), 'http://beddybytes.local')
  keepTrustPort(storage, null)
  assert.equal(trustUrl(storage, host), 'http://beddybytes.local')
})

test('without a memory, and with a port that is none, it is the usual one', () => {
  assert.equal(
    trustUrl(() => null, host),
    'http://beddybytes.local',
  )
  assert.equal(trustUrl(phone('@elsewhere.example'), host), 'http://beddybytes.local')
})
