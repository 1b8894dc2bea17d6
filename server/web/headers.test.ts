import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withSecurityHeaders } from './headers.ts'

const answer = (headers: Record<string, string>) =>
  withSecurityHeaders({ status: 200, headers, body: '' }, 'nursery.local')

for (const [what, headers] of [
  ['a page', { 'Cache-Control': 'no-cache' }],
  ['a script', { 'Cache-Control': 'public, max-age=31536000, immutable' }],
  ['an answer of the API', {}],
] as const) {
  test(`${what} may not be framed, sniffed or told of in a Referer`, () => {
    const sent = answer(headers).headers
    assert.match(String(sent['Content-Security-Policy']), /default-src 'none'.*frame-ancestors 'none'/)
    assert.equal(sent['X-Content-Type-Options'], 'nosniff')
    assert.equal(sent['Referrer-Policy'], 'no-referrer')
  })
}

test('an answer of the API is kept by nobody, a script by everybody', () => {
  assert.equal(answer({}).headers['Cache-Control'], 'no-store')
  assert.match(String(answer({ 'Cache-Control': 'public, immutable' }).headers['Cache-Control']), /immutable/)
})
