import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepTheme, readTheme } from './theme.ts'

function memory(content?: string): Storage {
  const kept = new Map(content === undefined ? [] : [['beddybytes.theme', content]])
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage
}

test('it is night on a phone where nobody chose', () => {
  for (const storage of [() => null, () => memory(), () => memory('dawn')]) assert.equal(readTheme(storage), 'night')
})

test('what was chosen on this phone is kept there', () => {
  const storage = memory()
  keepTheme(() => storage, 'day')
  assert.equal(
    readTheme(() => storage),
    'day',
  )
})
