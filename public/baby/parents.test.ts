import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { callIdSchema, deviceIdSchema } from '../shared/protocol.ts'
import type { CallId } from '../shared/protocol.ts'
import { countOf, nextParents, nobody, withUnheard } from './parents.ts'

type Step = `${'gets' | 'hears' | 'mutes' | 'silent' | 'left'} ${string}`

const deviceOf = (who: string) => v.parse(deviceIdSchema, who.replace(/\d/, '').padEnd(22, '_'))
const callOf = (who: string) => v.parse(callIdSchema, who.padEnd(22, '_'))
const isGuest = (device: string): boolean => device === deviceOf('guest')

/** `hears ada1`: the first call of Ada's phone; `gets`: sound and picture, without a word. Gives here, hearing and dropped. */
function after(...steps: readonly Step[]): readonly number[] {
  let now = nobody
  const connected = new Set<CallId>()
  for (const step of steps) {
    const [type = '', who = ''] = step.split(' ')
    const call = callOf(who)
    const device = deviceOf(who)
    if (type === 'gets') connected.add(call)
    else if (type === 'silent' || type === 'left') now = nextParents(now, { type, call })
    else now = nextParents(now, { type: 'listening', call, device, hears: type === 'hears' })
  }
  const { here, hearing, dropped } = countOf(now, connected, isGuest)
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
  ['whoever gets sound and picture is there without a word', ['gets ada1', 'gets bo1', 'hears bo1'], [2, 1, 0]],
  ['a guest is there, and nobody to rely on', ['hears guest1', 'hears ada1'], [2, 1, 0]],
  ['nor does a guest drop out', ['hears guest1', 'silent guest1'], [0, 0, 0]],
  [
    'a call that is given up for a new one of the same phone is none that dropped out',
    ['hears ada1', 'hears ada2', 'left ada1'],
    [1, 1, 0],
  ],
]

for (const [name, steps, expected] of rows) {
  test(name, () => assert.deepEqual(after(...steps), expected))
}

test('who gets sound and picture without a word, or without another one, is told all the same', () => {
  const [ada, bo, guest] = [callOf('ada1'), callOf('bo1'), callOf('guest1')]
  const now = [ada, bo].reduce(
    (before, call) =>
      nextParents(before, { type: 'listening', call, device: deviceOf('ada'), hears: true, name: 'Kitchen' }),
    nobody,
  )
  const all = withUnheard(nextParents(now, { type: 'silent', call: bo }), new Set([ada, bo, guest]), () =>
    deviceOf('guest'),
  )
  assert.deepEqual(
    [...all],
    [
      [ada, { device: deviceOf('ada'), state: 'here', hears: true, name: 'Kitchen' }],
      [bo, { device: deviceOf('ada'), state: 'unheard', hears: false, name: 'Kitchen' }],
      [guest, { device: deviceOf('guest'), state: 'unheard', hears: false, name: null }],
    ],
  )
})
