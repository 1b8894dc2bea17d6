// Five minutes of everything that can go wrong; `scripts/house soak` does the same for hours.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyNoAvahi } from './avahi.ts'
import { whyNoHouse } from './house.ts'
import { attempt } from './shell.ts'
import { whyNoClock } from './soak/clock.ts'
import { soak } from './soak/soak.ts'
import { isMet, tableOf } from './soak/table.ts'

const reason =
  whyNoHouse() ?? whyNoAvahi() ?? whyNoClock() ?? (attempt('sh', '-c', 'command -v ffmpeg') ? null : 'no ffmpeg')
const durationS = 300
const seed = 1

test(
  'five minutes in which everything goes wrong: no page claims what is not so',
  { skip: reason === null ? false : `There can be no house here: ${reason}`, timeout: 600_000 },
  async () => {
    const found = await soak({ durationS, seed, say: () => undefined })
    assert.ok(isMet(found), [tableOf(found, durationS / 3600, seed), ...found.remarks].join('\n'))
  },
)
