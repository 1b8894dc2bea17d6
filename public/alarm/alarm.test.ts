import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  escalateMs,
  firstAlarm,
  graceMs,
  knownOf,
  nextAlarm,
  pauseMs,
  shownOf,
  type Alarm,
  type AlarmEvent,
} from './alarm.ts'
import type { Cause } from './cause.ts'

const beganMs = Date.UTC(2026, 2, 7, 2, 14)

function cause(kind: string, priority: Cause['priority'] = 'high', atMs = 0): Cause {
  return { kind, priority, sentence: `${kind} happened.`, sinceMs: beganMs + atMs }
}

type Step = readonly [atMs: number, event: AlarmEvent | readonly Cause[]]

/** Both clocks run together from 0 here. */
function after(...steps: readonly Step[]): Alarm {
  return steps.reduce(
    (alarm, [nowMs, what]) =>
      nextAlarm(alarm, 'type' in what ? what : { type: 'causes', causes: what }, { nowMs, wallMs: beganMs + nowMs }),
    firstAlarm,
  )
}

const tick = { type: 'tick' } as const
const acknowledge = { type: 'acknowledge' } as const
const pause = { type: 'pause' } as const
const lost = cause('baby-unreachable')
const battery = cause('battery-low', 'medium')
const soundsMs = graceMs

const table: readonly (readonly [sentence: string, steps: readonly Step[], state: string])[] = [
  ['nothing is the matter', [[0, []]], 'quiet'],
  [
    'a cause has time to recover',
    [
      [0, [lost]],
      [graceMs - 1, tick],
    ],
    'waiting',
  ],
  [
    'a cause sounds 5 s after it was detected',
    [
      [0, [lost]],
      [graceMs, tick],
    ],
    'sounding',
  ],
  [
    'a cause that is told again and again is the same one',
    [
      [0, [lost]],
      [3000, [{ ...lost }]],
      [5000, [{ ...lost }]],
    ],
    'sounding',
  ],
  [
    'one that recovers in time never sounds',
    [
      [0, [lost]],
      [4900, []],
      [9000, tick],
    ],
    'quiet',
  ],
  [
    'a second blip begins to count anew',
    [
      [0, [lost]],
      [3000, []],
      [4000, [lost]],
      [8900, tick],
    ],
    'waiting',
  ],
  [
    'a fault that turns out to be another one is not later for it',
    [
      [0, [lost]],
      [3000, [cause('baby-closed')]],
      [5000, tick],
    ],
    'sounding',
  ],
  ['a noise was weighed before and sounds at once', [[0, [cause('noise')]]], 'sounding'],
  [
    'a noise does not hurry a fault',
    [
      [0, [cause('noise')]],
      [4000, [lost]],
      [8900, tick],
    ],
    'waiting',
  ],
  [
    'it sounds until somebody does something',
    [
      [0, [lost]],
      [5000, tick],
      [3_600_000, tick],
    ],
    'sounding',
  ],
  [
    'the end of the cause ends the sound',
    [
      [0, [lost]],
      [5000, tick],
      [6000, []],
    ],
    'quiet',
  ],
  [
    'acknowledging silences it',
    [
      [0, [lost]],
      [5000, tick],
      [6000, acknowledge],
      [600_000, tick],
    ],
    'acknowledged',
  ],
  [
    'what has not sounded cannot be acknowledged',
    [
      [0, [lost]],
      [1000, acknowledge],
      [5000, tick],
    ],
    'sounding',
  ],
  [
    'a new cause sounds after that',
    [
      [0, [lost]],
      [5000, tick],
      [6000, acknowledge],
      [7000, [lost, battery]],
      [12_000, tick],
    ],
    'sounding',
  ],
  [
    'so does the same one when it comes back',
    [
      [0, [lost]],
      [5000, tick],
      [6000, acknowledge],
      [7000, []],
      [8000, [lost]],
      [13_000, tick],
    ],
    'sounding',
  ],
  [
    'and another one in its place',
    [
      [0, [lost]],
      [5000, tick],
      [6000, acknowledge],
      [7000, [cause('baby-closed')]],
      [12_000, tick],
    ],
    'sounding',
  ],
  [
    'a new cause has time to recover then, too',
    [
      [0, [lost]],
      [5000, tick],
      [6000, acknowledge],
      [7000, [lost, battery]],
      [11_900, tick],
    ],
    'acknowledged',
  ],
  [
    'a pause silences it',
    [
      [0, [lost]],
      [5000, tick],
      [6000, pause],
      [6000 + pauseMs - 1, tick],
    ],
    'paused',
  ],
  [
    'a pause ends by itself after two minutes',
    [
      [0, [lost]],
      [5000, tick],
      [6000, pause],
      [6000 + pauseMs, tick],
    ],
    'sounding',
  ],
  [
    'a pause is not made longer by another',
    [
      [0, [lost]],
      [5000, tick],
      [6000, pause],
      [60_000, pause],
      [6000 + pauseMs, tick],
    ],
    'sounding',
  ],
  [
    'a new cause breaks a pause',
    [
      [0, [lost]],
      [5000, tick],
      [6000, pause],
      [7000, [lost, battery]],
      [12_000, tick],
    ],
    'sounding',
  ],
  [
    'a cause that was there and had not sounded breaks it, too',
    [
      [0, [lost]],
      [4000, [lost, battery]],
      [5000, tick],
      [6000, pause],
      [9000, tick],
    ],
    'sounding',
  ],
  [
    'the end of the cause ends the pause',
    [
      [0, [lost]],
      [5000, tick],
      [6000, pause],
      [7000, []],
    ],
    'quiet',
  ],
  [
    'a pause can be ended by acknowledging',
    [
      [0, [lost]],
      [5000, tick],
      [6000, pause],
      [7000, acknowledge],
      [600_000, tick],
    ],
    'acknowledged',
  ],
  [
    'one of two causes that ends leaves the other',
    [
      [0, [lost, battery]],
      [5000, tick],
      [6000, [battery]],
    ],
    'sounding',
  ],
]
for (const [sentence, steps, state] of table) {
  test(sentence, () => assert.equal(after(...steps).state, state))
}

test('a medium cause becomes a high one after a minute that nobody heeds it', () => {
  const loudness = (...steps: readonly Step[]): string | null => {
    const alarm = after(...steps)
    return alarm.state === 'sounding' ? alarm.loudness : null
  }
  const steps: readonly Step[] = [
    [0, [battery]],
    [soundsMs, tick],
  ]
  assert.equal(loudness(...steps), 'medium')
  assert.equal(loudness(...steps, [soundsMs + escalateMs - 1, tick]), 'medium')
  assert.equal(loudness(...steps, [soundsMs + escalateMs, tick]), 'high')
  assert.equal(loudness(...steps, [6000, [battery, lost]], [11_000, tick]), 'high')
  assert.equal(loudness([0, [lost]], [5000, tick]), 'high')
  // A pause is no answer: after it, it is as late as it is.
  assert.equal(loudness(...steps, [6000, pause], [6000 + pauseMs, tick]), 'high')
})

test('a cause that sounded and is over stays on the screen until it is seen', () => {
  const over = after([1000, [lost]], [6000, tick], [120_000, []])
  assert.deepEqual(over.past, [
    { kind: 'baby-unreachable', sentence: lost.sentence, fromMs: beganMs, toMs: beganMs + 120_000 },
  ])
  assert.equal(nextAlarm(over, tick, { nowMs: 3e6, wallMs: beganMs + 3e6 }).past.length, 1)
  assert.deepEqual(nextAlarm(over, { type: 'seen' }, { nowMs: 3e6, wallMs: beganMs + 3e6 }).past, [])
})

test('an acknowledged cause leaves its line, too, and one that never sounded leaves none', () => {
  assert.equal(after([0, [lost]], [5000, tick], [6000, acknowledge], [7000, []]).past.length, 1)
  assert.deepEqual(after([0, [lost]], [4000, []]).past, [])
})

test('one of two causes that ends leaves its line while the other goes on', () => {
  const alarm = after([0, [battery, lost]], [5000, tick], [6000, [lost]])
  assert.equal(alarm.state, 'sounding')
  assert.deepEqual(
    alarm.past.map(({ kind }) => kind),
    ['battery-low'],
  )
})

test('a fault that is known better by and by is one silence, from its beginning', () => {
  const closed = cause('baby-closed', 'high', 8000)
  const now = after([0, [lost]], [5000, tick], [8000, [closed]])
  assert.equal(now.state, 'sounding')
  assert.deepEqual(now.past, [])
  assert.deepEqual(
    shownOf(now).map(({ kind, sinceMs }) => [kind, sinceMs]),
    [['baby-closed', beganMs]],
  )
  const over = nextAlarm(now, { type: 'causes', causes: [] }, { nowMs: 20_000, wallMs: beganMs + 20_000 })
  assert.deepEqual(
    over.past.map(({ kind, fromMs }) => [kind, fromMs]),
    [['baby-closed', beganMs]],
  )
})

test('a phone whose clock was set back writes no line that ends before it began', () => {
  const sounding = after([0, [lost]], [5000, tick])
  const over = nextAlarm(sounding, { type: 'causes', causes: [] }, { nowMs: 6000, wallMs: beganMs - 3_600_000 })
  assert.ok(over.past.every(({ fromMs, toMs }) => fromMs <= toMs))
})

test('the worst cause is shown first, then the oldest, and none that may still recover', () => {
  const noise = cause('noise', 'high', -1000)
  const alarm = after([0, [battery, lost]], [5000, tick], [6000, [battery, lost, noise, cause('camera-taken')]])
  assert.deepEqual(
    shownOf(alarm).map(({ kind }) => kind),
    ['noise', 'baby-unreachable', 'battery-low'],
  )
  assert.equal(knownOf(alarm).length, 4)
})

test('a night of short gaps in the Wi-Fi wakes nobody', () => {
  let alarm = firstAlarm
  for (let gap = 0; gap < 100; gap += 1) {
    const atMs = gap * 60_000
    for (const [nowMs, causes] of [
      [atMs, [lost]],
      [atMs + 1000, [lost]],
      [atMs + 3500, []],
    ] as const) {
      alarm = nextAlarm(alarm, { type: 'causes', causes }, { nowMs, wallMs: beganMs + nowMs })
      assert.notEqual(alarm.state, 'sounding')
    }
  }
  assert.deepEqual(alarm, firstAlarm)
})

test('the same trouble with another baby is a new one, and is over by itself', () => {
  const [attic, cellar] = ['a', 'c'].map((baby): Cause => ({ ...lost, baby, of: baby, sentence: `${baby}: lost.` }))
  assert.ok(attic && cellar)
  const both = after(
    [0, [attic]],
    [graceMs, acknowledge],
    [graceMs + 1000, [attic, cellar]],
    [2 * graceMs + 1000, tick],
  )
  assert.equal(both.state, 'sounding')
  assert.deepEqual(
    shownOf(both).map(({ baby }) => baby),
    ['a', 'c'],
  )
  const one = nextAlarm(both, { type: 'causes', causes: [cellar] }, { nowMs: 20_000, wallMs: beganMs + 20_000 })
  assert.equal(one.state, 'sounding')
  assert.deepEqual(
    one.past.map(({ kind, of }) => [kind, of]),
    [['baby-unreachable', 'a']],
  )
})

test('what seemed to be the links of all turns out to be this phone’s own, and is not over', () => {
  const babies = ['a', 'c'].map((baby): Cause => ({ ...lost, baby }))
  const alarm = after([0, babies], [graceMs, tick], [graceMs + 500, [cause('parent-offline')]], [graceMs + 501, tick])
  assert.equal(alarm.state, 'sounding')
  assert.deepEqual(alarm.past, [])
})

test('a link that is back is over, whatever has become of the link to another baby', () => {
  const alarm = after(
    [0, [{ ...lost, baby: 'a' }]],
    [graceMs, tick],
    [graceMs + 500, [{ ...cause('baby-closed'), baby: 'c' }]],
  )
  assert.equal(alarm.state, 'waiting')
  assert.equal(alarm.past.length, 1)
})
