import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallId } from '../shared/protocol.ts'
import { free, goneMs, nextFloor } from './floor.ts'
import type { Floor } from './floor.ts'

const mother = 'mother' as CallId
const father = 'father' as CallId
const taken = (by: CallId, heardMs: number): Floor => ({ state: 'taken', by, heardMs })
const talk = (call: CallId, on: boolean) => ({ type: 'talk', call, on }) as const
const look = (...calls: CallId[]) => ({ type: 'look', connected: new Set(calls) }) as const

for (const [sentence, now, event, atMs, after] of [
  ['whoever begins has the floor', free, talk(mother, true), 10, taken(mother, 10)],
  ['the second waits', taken(mother, 0), talk(father, true), 1000, taken(mother, 0)],
  ['saying it again keeps it', taken(mother, 0), talk(mother, true), 1000, taken(mother, 1000)],
  ['letting go frees it', taken(mother, 0), talk(mother, false), 1000, free],
  ['only the one that has it can give it away', taken(mother, 0), talk(father, false), 1000, taken(mother, 0)],
  [
    'one that has fallen silent loses it to the next',
    taken(mother, 0),
    talk(father, true),
    goneMs,
    taken(father, goneMs),
  ],
  ['one that has fallen silent loses it', taken(mother, 0), look(mother), goneMs, free],
  ['one whose connection is away loses it at once', taken(mother, 0), look(father), 10, free],
  ['one that is there keeps it', taken(mother, 0), look(mother), goneMs - 1, taken(mother, 0)],
  ['nobody talks, and nothing changes', free, look(mother), 10, free],
] as const) {
  test(sentence, () => assert.deepEqual(nextFloor(now, event, atMs), after))
}
