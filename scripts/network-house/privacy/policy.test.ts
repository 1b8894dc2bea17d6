import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foreignSources } from './policy.ts'

const own = ['https://beddybytes.local', 'wss://beddybytes.local']

test('a policy of its own origin alone lets nothing else in', () => {
  const policy =
    "default-src 'none'; script-src 'self'; img-src 'self' data: blob:; connect-src 'self' wss://beddybytes.local"
  assert.deepEqual(foreignSources(policy, own), [])
})

test('another origin, a wildcard or a missing default is found', () => {
  assert.deepEqual(foreignSources("default-src 'none'; connect-src https://example.org", own), ['https://example.org'])
  assert.deepEqual(foreignSources("default-src 'none'; img-src *", own), ['*'])
  assert.deepEqual(foreignSources("script-src 'self'", own), ['whatever is not mentioned'])
})
