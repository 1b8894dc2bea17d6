import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstLiveness, nextLiveness, verdict } from './liveness.ts'
import type { Sample, Verdict } from './liveness.ts'

type Step = readonly [atMs: number, audio: number | null, frames: number | null, video?: number, hidden?: boolean]

function verdicts(steps: readonly Step[]): Verdict[] {
  let liveness = firstLiveness(0)
  return steps.map(([atMs, audio, frames, video = frames ?? 0, hidden = false]) => {
    const sample: Sample = {
      atMs,
      audio: audio === null ? null : { bytes: audio },
      video: frames === null ? null : { bytes: video, frames },
      hidden,
    }
    liveness = nextLiveness(liveness, sample)
    return verdict(liveness)
  })
}

const rows: readonly [string, readonly Step[], readonly Verdict[]][] = [
  [
    'nothing yet is a start',
    [
      [100, 0, 0],
      [900, 0, 0],
    ],
    ['starting', 'starting'],
  ],
  [
    'sound alone waits for the promised picture',
    [
      [100, 80, 0],
      [400, 800, 3],
    ],
    ['starting', 'live'],
  ],
  ['audio only is live by its sound', [[100, 80, null]], ['live']],
  [
    'bytes without decoded frames are no picture',
    [
      [100, 80, 0, 9000],
      [1000, 800, 0, 90_000],
    ],
    ['starting', 'starting'],
  ],
  [
    'a picture that never comes is given up after 5 s while sound goes on',
    [
      [0, 80, 0],
      [3000, 90, 0],
      [5000, 95, 0],
    ],
    ['starting', 'starting', 'no-picture'],
  ],
  [
    'a picture without sound is never live',
    [
      [0, 0, 1],
      [3000, 0, 90],
      [5000, 0, 150],
    ],
    ['starting', 'starting', 'no-sound'],
  ],
  [
    'one quiet second is nothing',
    [
      [0, 80, 1],
      [1000, 80, 1],
      [1400, 80, 1],
    ],
    ['live', 'live', 'live'],
  ],
  [
    'one and a half without anything are the end',
    [
      [0, 80, 1],
      [1000, 80, 1],
      [1500, 80, 1],
    ],
    ['live', 'live', 'dead'],
  ],
  [
    'a picture that stops for 4 s while the sound goes on is frozen',
    [
      [0, 80, 1],
      [2900, 90, 1],
      [4000, 99, 1],
    ],
    ['live', 'live', 'frozen'],
  ],
  [
    'sound that stops for 4 s while the picture moves is silence',
    [
      [0, 80, 1],
      [2900, 80, 30],
      [4000, 80, 60],
    ],
    ['live', 'live', 'silent'],
  ],
  [
    'it heals when both move again',
    [
      [0, 80, 1],
      [2000, 80, 1],
      [3000, 90, 2],
    ],
    ['live', 'dead', 'live'],
  ],
  [
    'a page that slept for a minute is judged by what came meanwhile',
    [
      [0, 80, 1],
      [60_000, 99_000, 1800],
    ],
    ['live', 'live'],
  ],
  [
    'a page that slept and got nothing is dead at once',
    [
      [0, 80, 1],
      [60_000, 80, 1],
    ],
    ['live', 'dead'],
  ],
  [
    'a hidden page judges the picture by its bytes',
    [
      [0, 80, 1, 500],
      [2000, 90, 1, 900, true],
      [4000, 99, 1, 999, true],
    ],
    ['live', 'live', 'live'],
  ],
]

for (const [name, steps, expected] of rows) {
  test(name, () => assert.deepEqual(verdicts(steps), expected))
}
