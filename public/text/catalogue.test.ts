// The same things said in every language. That no key is missing, the compiler sees; what it cannot see is here.

import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { translated } from '../../scripts/build/catalogue.ts'
import { languageCodes } from '../shared/languages.ts'

type Say = (...values: unknown[]) => string
/** Sentences and what makes sentences, by their path of keys. */
type Sentences = ReadonlyMap<string, string | Say>

const english = readdirSync(import.meta.dirname).filter((name) => /^en-.*\.ts$/.test(name))
const others = languageCodes.filter((language) => language !== 'en')

async function read(file: string): Promise<Sentences> {
  const sentences = new Map<string, string | Say>()
  const walk = (path: string, value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'function') sentences.set(path, value as string | Say)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(`${path}.${key}`, inner)
    }
  }
  for (const [name, value] of Object.entries((await import(file)) as object)) walk(name, value)
  return sentences
}

/** What a sentence is given: words, numbers, or a record of numbers; large, so that each is found again as it is. */
const given: readonly (readonly unknown[])[] = [
  ['@one', '@two', '@three', '@four'],
  [1371, 2482, 3593, 4604],
  ['@one', '@two', '@three', new Proxy({}, { get: (_, key) => `@${String(key)}` })],
  ['@one', '@two', '@three', false],
]

/** What of it comes out again, in alphabetical order; null for what this sentence is never given. */
function said(sentence: Say, values: readonly unknown[]): string | null {
  let words: string
  try {
    words = sentence(...values)
  } catch {
    return null
  }
  return (words.match(/@\w+|\d{4,}/g) ?? []).toSorted().join()
}

for (const name of english) {
  const file = join(import.meta.dirname, name)
  for (const language of others) {
    test(`${name} is there in ${language}, and puts in what the English does`, async () => {
      const [ours, theirs] = await Promise.all([read(file), read(translated(file, language))])
      assert.deepEqual([...theirs.keys()].toSorted(), [...ours.keys()].toSorted())
      for (const [key, sentence] of ours) {
        const other = theirs.get(key)
        assert.equal(typeof other, typeof sentence, key)
        if (typeof sentence === 'string' || typeof other !== 'function') continue
        for (const values of given) assert.equal(said(other, values), said(sentence, values), key)
        for (const count of [0, 1, 2]) assert.equal(typeof said(other, [count, count, count, count]), 'string', key)
      }
    })

    test(`no sentence of ${name} was left in English in ${language}`, async () => {
      const [ours, theirs] = await Promise.all([read(file), read(translated(file, language))])
      for (const [key, sentence] of ours) {
        if (typeof sentence === 'string' && /\p{L}+ \p{L}+ \p{L}+/u.test(sentence)) {
          assert.notEqual(theirs.get(key), sentence, key)
        }
      }
    })
  }
}

const stations = {
  de: [/\bBaby Station|Parent Station|Baby-Station|Eltern-Station|Babyphon\b/],
  fr: [/Baby Station|Parent Station|station (?:du |de )?bébé|stations? des parents/],
  es: [/Baby Station|Parent Station|estación (?:de )?bebé|estación (?:de|para) padres/],
} as const

for (const language of others) {
  test(`in ${language} the stations have one name each, nobody is shouted at, and nothing stands at the edge`, async () => {
    for (const name of english) {
      const file = translated(join(import.meta.dirname, name), language)
      for (const [key, sentence] of await read(file)) {
        const words = typeof sentence === 'string' ? sentence : sentence(...(given[0] ?? []))
        for (const wrong of stations[language]) assert.doesNotMatch(words, wrong, key)
        assert.doesNotMatch(words, /[!¡]/, key)
        assert.doesNotMatch(words, /\s$|  /, key)
      }
    }
  })
}

test('in French no sign stands at the beginning of a line: the space before it does not break', async () => {
  for (const name of english) {
    for (const [key, sentence] of await read(translated(join(import.meta.dirname, name), 'fr'))) {
      const words = typeof sentence === 'string' ? sentence : sentence(...(given[0] ?? []))
      assert.doesNotMatch(words, / [:;?!»%]|« |\p{L}[;?!»](?:\s|$)|\p{L}: /u, key)
    }
  }
})
