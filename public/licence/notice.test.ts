import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceText } from '../text/en-licence.ts'
import { sayDate } from '../ui/format.ts'
import { describeLicence } from './notice.ts'

const expiresAt = '2026-03-01T12:00:00.000Z'
const ended = sayDate(new Date(expiresAt))
const graceEnd = sayDate(new Date('2026-03-15T12:00:00.000Z'))

test('each state of a licence is a sentence with its date', () => {
  assert.equal(describeLicence({ state: 'none' }), licenceText.missing)
  assert.equal(describeLicence({ state: 'valid', name: 'Ada', expiresAt }), licenceText.valid('Ada', ended))
  assert.equal(describeLicence({ state: 'valid', expiresAt }), licenceText.valid(undefined, ended))
  assert.equal(describeLicence({ state: 'expired', expiresAt }), licenceText.expired(ended))
})

test('an ended licence tells until when everything goes on working', () => {
  assert.equal(describeLicence({ state: 'grace', expiresAt }), licenceText.grace(ended, graceEnd))
})
