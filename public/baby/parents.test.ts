import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { callIdSchema, deviceIdSchema } from '../shared/protocol.ts'
import { countOf, nextParents, nobody } from './parents.ts'

type Step = `${'hears' | 'mutes' | 'silent' | 'left'} ${string}`

/** `hears ada1`: the first call of Ada's phone. Gives here, hearing and dropped. */
function after(...steps: readonly Step[]): readonly number[] {
  let now = nobody
  for (const step of steps) {
    const [type = '', who = ''] = step.split(' ')
    const call = v.parse(callIdSchema, who.padEnd(22, '_'))
    const device = v.parse(deviceIdSchema, who.replace(/\d/, '').padEnd(22, '_'))
    if (type === 'silent' || type === 'left') now = nextParents(now, { type, call })
    else now = nextParents(now, { type: 'listening', call, device, hears: type === 'hears' })
  }
  const { here, hearing, dropped } = countOf(now)
  return [here, hearing, dropped]
}

const rows: readonly [string, readonly Step[], readonly number[]][] = [
  ['at first nobody is there, and nobody has dropped out', [], [0, 0, 0]],
  ['whoever says so is there', ['hears ada1', 'hears ada1', 'mutes bo1'], [2, 1, 0]],
  ['whoever falls silent has dropped out, once', ['hears ada1', 'silent ada1', 'silent ada1'], [0, 0, 1]],
  ['whoever never said that it is there cannot drop out', ['silent ada1'], [0, 0, 0]],
  ['whoever takes leave has not dropped out', ['hears ada1', 'left ada1', 'silent ada1'], [0, 0, 0]],
  ['whoever takes leave after having dropped out is forgotten', ['hears ada1', 'silent ada1', 'left ada1'], [0, 0, 0]],
  ['the same call that is heard again is back', ['hears ada1', 'silent ada1', 'hears ada1'], [1, 1, 0]],
  ['another call of the same phone takes its place', ['hears ada1', 'silent ada1', 'hears ada2'], [1, 1, 0]],
  ['another phone does not', ['hears ada1', 'silent ada1', 'hears bo1'], [1, 1, 1]],
  [
    'a call that is given up for a new one of the same phone is none that dropped out',
    ['hears ada1', 'hears ada2', 'left ada1'],
    [1, 1, 0],
  ],
]

for (const [name, steps, expected] of rows) {
  test(name, () => assert.deepEqual(after(...steps), expected))
}
