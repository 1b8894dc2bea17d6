import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acceptedLanguage, languageFor } from './language.ts'

const accepted: readonly (readonly [accept: string, language: string | null])[] = [
  ['', null],
  ['de', 'de'],
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['FR-ca', 'fr'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en'],
  ['it,es-419;q=0.7,fr;q=0.3', 'es'],
  // The order counts among equals only.
  ['fr;q=0.4, es ; q=0.9', 'es'],
  ['es,fr', 'es'],
  // Not at any price.
  ['de;q=0, fr;q=0.1', 'fr'],
  ['de;q=0.000', null],
  ['*', null],
  ['pt-BR,pt;q=0.9', null],
  // No other language that begins alike.
  ['dent', null],
  ['gsw-DE', null],
  ['__proto__,constructor', null],
  ['de;q=2,fr;q=high,es;q=0.5', 'es'],
  [`${'x'.repeat(10_000)},de`, 'de'],
]
for (const [accept, language] of accepted) {
  test(`a browser that asks for "${accept.slice(0, 40)}" is content with ${language ?? 'none of them'}`, () => {
    assert.equal(acceptedLanguage(accept), language)
  })
}

const asked = (headers: Record<string, string>) => languageFor(new Map(Object.entries(headers)))

test('what a person has chosen goes before what the browser asks for', () => {
  assert.equal(asked({ cookie: 'a=b; language=fr', 'accept-language': 'de' }), 'fr')
})

test('a choice that is no language counts for nothing', () => {
  assert.equal(asked({ cookie: 'language=toString', 'accept-language': 'de' }), 'de')
  assert.equal(asked({ cookie: 'language', 'accept-language': 'de' }), 'de')
})

test('whoever asks for nothing that is there gets English', () => {
  assert.equal(asked({}), 'en')
  assert.equal(asked({ 'accept-language': 'ja' }), 'en')
})
