import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceStateText } from '../text/en-licence-state.ts'
import { sayDate } from '../ui/format.ts'
import { describeLicence } from './notice.ts'

const expiresAt = '2026-03-01T12:00:00.000Z'
const ended = sayDate(new Date(expiresAt))
const graceEnd = sayDate(new Date('2026-03-15T12:00:00.000Z'))

test('each state of a licence is a sentence with its date', () => {
  assert.equal(describeLicence({ state: 'none' }), licenceStateText.missing)
  assert.equal(describeLicence({ state: 'valid', name: 'Ada', expiresAt }), licenceStateText.valid('Ada', ended))
  assert.equal(describeLicence({ state: 'valid', expiresAt }), licenceStateText.valid(undefined, ended))
  assert.equal(describeLicence({ state: 'expired', expiresAt }), licenceStateText.expired(ended))
})

test('an ended licence tells until when everything goes on working', () => {
  assert.equal(describeLicence({ state: 'grace', expiresAt }), licenceStateText.grace(ended, graceEnd))
})
