import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { callIdSchema, deviceIdSchema } from '../shared/protocol.ts'
import { stationStateSchema } from '../shared/station-protocol.ts'
import { nextParents, nobody, withUnheard } from './parents.ts'
import { watchersOf } from './watchers.ts'

const device = (who: string) => v.parse(deviceIdSchema, who.padEnd(22, '_'))
const call = (who: string) => v.parse(callIdSchema, who.padEnd(22, '_'))

function after(...names: readonly (string | undefined)[]) {
  return names.reduce(
    (now, name, index) =>
      nextParents(now, {
        type: 'listening',
        call: call(`c${index}`),
        device: device(index === 0 ? 'guest' : 'ada'),
        hears: index !== 1,
        ...(name === undefined ? {} : { name }),
      }),
    nobody,
  )
}

const guests = (name = 'Oma') => new Map([[device('guest'), name]])
const named = (...names: readonly (string | undefined)[]) =>
  watchersOf(after(...names), guests()).map(({ name }) => name)

test('each is told by name, guests as guests, and who has the sound off', () => {
  const watchers = watchersOf(after(undefined, 'Kitchen'), guests())
  assert.deepEqual(
    watchers.map(({ name, hears }) => [name, hears]),
    [
      ['Oma (guest)', true],
      ['Kitchen', false],
    ],
  )
})

test('two phones of one name are told apart', () => {
  assert.deepEqual(named(undefined, 'Phone', 'Phone', 'Phone'), ['Oma (guest)', 'Phone', 'Phone (2)', 'Phone (3)'])
})

test('a name that is none, or that would turn the line around, is not shown', () => {
  const watchers = watchersOf(after(undefined, undefined, 'a\u202Eb'), guests(''))
  assert.deepEqual(
    watchers.map(({ name }) => name),
    ['A guest', 'A phone without a name', 'A phone without a name (2)'],
  )
})

test('a guest who calls himself a parent is a guest all the same, by the name that the family has given', () => {
  assert.deepEqual(named('Papa'), ['Oma (guest)'])
  const [{ name } = { name: '' }] = watchersOf(after('Papa'), guests('x'.repeat(60)))
  assert.equal(name, `${'x'.repeat(52)} (guest)`)
  assert.equal(v.safeParse(stationStateSchema.entries.watching, [name]).success, true)
})

test('who has dropped out is not watching', () => {
  const parents = nextParents(after(undefined, 'Kitchen'), { type: 'silent', call: call('c0') })
  assert.deepEqual(
    watchersOf(parents, guests()).map(({ name }) => name),
    ['Kitchen'],
  )
})

test('whoever gets sound and picture without a word is watching', () => {
  const connected = new Set([call('c0'), call('c1')])
  const parents = withUnheard(nobody, connected, (id) => device(id === call('c0') ? 'guest' : 'ada'))
  assert.deepEqual(
    watchersOf(parents, guests()).map(({ name }) => name),
    ['Oma (guest)', 'A phone without a name'],
  )
})
