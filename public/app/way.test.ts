import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wayOf } from './way.ts'
import type { Way } from './way.ts'

const origin = 'https://beddybytes.local'

const cases: readonly (readonly [Way, string, string, string])[] = [
  ['page', 'GET', 'navigate', '/'],
  ['page', 'GET', 'navigate', '/parent?from=home'],
  ['page', 'GET', 'navigate', '/guest'],
  ['kept', 'GET', 'cors', '/assets/main-AAAAAAAA.js'],
  ['kept', 'GET', 'same-origin', '/assets/zoom-worker-AAAAAAAA.js'],
  ['fresh', 'GET', 'no-cors', '/favicon.svg'],
  ['box', 'GET', 'cors', '/api/me'],
  ['box', 'GET', 'navigate', '/api'],
  ['box', 'POST', 'cors', '/api/login'],
  ['box', 'GET', 'cors', '/signal/events'],
  ['box', 'GET', 'cors', '/guest/signal/events'],
  ['box', 'GET', 'cors', '/healthz'],
  ['box', 'GET', 'navigate', '/trust'],
  ['box', 'GET', 'navigate', '/trust/beddybytes.crt'],
  ['page', 'GET', 'navigate', '/trusting'],
]

for (const [way, method, mode, path] of cases) {
  test(`${method} ${path}, as ${mode}, is answered by: ${way}`, () => {
    assert.equal(wayOf({ method, mode, url: `${origin}${path}` }, origin), way)
  })
}

test('what is asked of another place is none of the worker’s business', () => {
  assert.equal(wayOf({ method: 'GET', mode: 'cors', url: 'https://192.168.1.2/healthz' }, origin), 'box')
  assert.equal(wayOf({ method: 'GET', mode: 'cors', url: 'https://other.local/assets/a.js' }, origin), 'box')
})
