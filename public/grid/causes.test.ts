import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cause } from '../alarm/cause.ts'
import { causesOfAll } from './causes.ts'

const cause = (kind: string, sentence = 'It is so.'): Cause => ({ kind, priority: 'high', sentence, sinceMs: 1 })

test('of one baby alone a cause is said as it is', () => {
  const causes = causesOfAll([{ id: 'a', name: 'Attic', causes: [cause('baby-unreachable')] }])
  assert.deepEqual(causes, [{ ...cause('baby-unreachable'), baby: 'a' }])
})

test('of several, each is said under its name', () => {
  const causes = causesOfAll([
    { id: 'a', name: 'Attic', causes: [cause('baby-unreachable')] },
    { id: 'c', name: 'Cellar', causes: [cause('baby-unreachable'), cause('noise', 'Cellar: a sound.')] },
    { id: 'n', name: 'Nursery', causes: [] },
  ])
  assert.deepEqual(
    causes.map(({ kind, baby, of, sentence }) => [kind, baby, of, sentence]),
    [
      ['baby-unreachable', 'a', 'Attic', 'Attic: It is so.'],
      ['baby-unreachable', 'c', 'Cellar', 'Cellar: It is so.'],
      ['noise', 'c', 'Cellar', 'Cellar: a sound.'],
    ],
  )
})

test('the sound of one that is not played is not that of another', () => {
  const causes = causesOfAll([
    { id: 'a', name: 'Attic', causes: [cause('sound-blocked')] },
    { id: 'c', name: 'Cellar', causes: [cause('sound-blocked')] },
  ])
  assert.deepEqual(
    causes.map(({ kind, baby, sentence }) => [kind, baby, sentence]),
    [
      ['sound-blocked', 'a', 'Attic: It is so.'],
      ['sound-blocked', 'c', 'Cellar: It is so.'],
    ],
  )
})

test('what is wrong with this phone is said once, and of no baby', () => {
  const causes = causesOfAll([
    { id: 'a', name: 'Attic', causes: [cause('parent-offline')] },
    { id: 'c', name: 'Cellar', causes: [cause('parent-offline')] },
  ])
  assert.deepEqual(causes, [cause('parent-offline')])
})
