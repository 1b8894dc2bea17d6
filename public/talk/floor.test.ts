import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallId } from '../shared/protocol.ts'
import { free, goneMs, longestMs, nextFloor } from './floor.ts'
import type { Floor } from './floor.ts'

const mother = 'mother' as CallId
const father = 'father' as CallId
const taken = (by: CallId, sinceMs: number, heardMs = sinceMs, ...spent: CallId[]): Floor => ({
  state: 'taken',
  by,
  sinceMs,
  heardMs,
  spent,
})
const freeBut = (...spent: CallId[]): Floor => ({ state: 'free', spent })
const talk = (call: CallId, on: boolean) => ({ type: 'talk', call, on }) as const
const look = (...calls: CallId[]) => ({ type: 'look', connected: new Set(calls) }) as const

for (const [sentence, now, event, atMs, after] of [
  ['whoever begins has the floor', free, talk(mother, true), 10, taken(mother, 10)],
  ['the second waits', taken(mother, 0), talk(father, true), 1000, taken(mother, 0)],
  ['saying it again keeps it', taken(mother, 0), talk(mother, true), 1000, taken(mother, 0, 1000)],
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
  [
    'one that talks for too long loses it, however often it says so',
    taken(mother, 0, longestMs - 1),
    talk(mother, true),
    longestMs,
    freeBut(mother),
  ],
  [
    'until then it goes on',
    taken(mother, 0, longestMs - 1000),
    talk(mother, true),
    longestMs - 1,
    taken(mother, 0, longestMs - 1),
  ],
  ['it is taken away by itself', taken(mother, 0, longestMs - 1), look(mother), longestMs, freeBut(mother)],
  [
    'the next has it at once',
    taken(mother, 0, longestMs - 1),
    talk(father, true),
    longestMs,
    taken(father, longestMs, longestMs, mother),
  ],
  ['and it does not come back by saying it again', freeBut(mother), talk(mother, true), longestMs, freeBut(mother)],
  ['only by letting go', freeBut(mother, father), talk(mother, false), longestMs, freeBut(father)],
  ['while another one talks, too', taken(father, 5, 5, mother), talk(mother, false), 10, taken(father, 5)],
  ['of calls that are gone nothing is kept', freeBut(mother, father), look(father), 10, freeBut(father)],
  ['nobody talks, and nothing changes', free, look(mother), 10, free],
] as const) {
  test(sentence, () => assert.deepEqual(nextFloor(now, event, atMs), after))
}
