import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathOf } from './qr.ts'

test('each run of dark modules becomes one rectangle', () => {
  assert.equal(
    pathOf([
      [true, true, false],
      [false, false, true],
    ]),
    'M0 0h2v1H0zM2 1h1v1H2z',
  )
  assert.equal(pathOf([[false]]), '')
})
