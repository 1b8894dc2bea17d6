import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextLoudest, nobodyYet, silentOf } from './loudest.ts'
import type { Heard } from './loudest.ts'

type Room = readonly [ada: number | null, bo: number | null]

const heard = ([ada, bo]: Room): Heard[] => [
  { id: 'ada', overDb: ada },
  { id: 'bo', overDb: bo },
]

/** A room for each half second. */
const after = (rooms: readonly Room[]) =>
  rooms.reduce((now, room, index) => nextLoudest(now, heard(room), index * 500), nobodyYet)

const many = (times: number, room: Room): Room[] => Array.from({ length: times }, () => room)

const rows: readonly [string, readonly Room[], string | null][] = [
  ['nobody before anybody is measured', [[null, null]], null],
  ['the first who is measured', [[null, 1]], 'bo'],
  ['the louder one of two', [[3, 20]], 'bo'],
  ['not the other one for a little', [[10, 0], ...many(20, [10, 15])], 'ada'],
  ['not the other one at once', [[10, 0], ...many(3, [10, 18])], 'ada'],
  ['the other one that stays louder', [[10, 0], ...many(5, [10, 18])], 'bo'],
  [
    'the other one at once when it is louder by far',
    [
      [10, 0],
      [2, 30],
    ],
    'bo',
  ],
  ['who was the loudest, in the breath between two sobs', [[0, 20], ...many(3, [8, 1])], 'bo'],
  ['who was the loudest, when all is quiet', [[0, 20], ...many(20, [1, 0])], 'bo'],
  [
    'another one when the loudest is not measured any more',
    [
      [0, 20],
      [1, null],
    ],
    'ada',
  ],
]

for (const [name, rooms, expected] of rows) {
  test(`heard is ${name}`, () => assert.equal(after(rooms).id, expected))
}

test('only who is measured is silenced', () => {
  assert.deepEqual([...silentOf({ id: 'ada', sinceMs: 0 }, heard([10, 0]))], ['bo'])
  assert.deepEqual([...silentOf({ id: 'ada', sinceMs: 0 }, heard([10, null]))], [])
  assert.deepEqual([...silentOf(nobodyYet, heard([10, 0]))], [])
  assert.deepEqual([...silentOf({ id: 'gone', sinceMs: 0 }, heard([10, 0]))], [])
})
