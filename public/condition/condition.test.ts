import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Way } from '../ready/way.ts'
import type { Limit } from '../shared/station-protocol.ts'
import { free, lastingLimit, nextLimit } from './limits.ts'
import { networkOf } from './network.ts'

const way = (packets: number, lost: number, rttMs: number | null): Way => ({
  direct: true,
  rttMs,
  packets,
  lost,
  frames: 0,
})

for (const [sentence, before, now, wanted] of [
  ['nothing lost and quick is good', way(0, 0, 5), way(1000, 0, 5), { quality: 'good', rttMs: 5, lossPercent: 0 }],
  ['3 % lost is fair', way(1000, 10, 5), way(1970, 40, 5), { quality: 'fair', rttMs: 5, lossPercent: 3 }],
  ['slow is fair', way(0, 0, 5), way(1000, 0, 90), { quality: 'fair', rttMs: 90, lossPercent: 0 }],
  ['10 % lost is weak', way(0, 0, 5), way(900, 100, 5), { quality: 'weak', rttMs: 5, lossPercent: 10 }],
  ['very slow is weak', way(0, 0, 5), way(900, 0, 400), { quality: 'weak', rttMs: 400, lossPercent: 0 }],
  ['nothing that came tells nothing', way(900, 0, 5), way(900, 0, 5), null],
  ['another call tells nothing yet', way(900, 0, 5), way(20, 0, 5), null],
  ['a browser that does not count tells nothing', way(0, 0, null), way(900, 0, null), null],
  ['the first look tells nothing', null, way(900, 0, 5), null],
] as const) {
  test(sentence, () => assert.deepEqual(networkOf(before, now), wanted))
}

function after(
  ...limits: readonly (readonly [limit: Limit | undefined, forS: number])[]
): ReturnType<typeof lastingLimit> {
  let now = free
  let ms = 0
  for (const [limit, forS] of limits)
    for (let half = 0; half < 2 * forS; half++) now = nextLimit(now, limit, (ms += 500))
  return lastingLimit(now)
}

test('a picture that is coarse for 10 s is not worth a word, one of half a minute is', () => {
  assert.equal(after(['cpu', 10]), null)
  assert.equal(after(['cpu', 30]), 'cpu')
  assert.equal(after(['bandwidth', 30]), 'bandwidth')
})

test('a short pause changes nothing, a long one ends it', () => {
  assert.equal(after(['cpu', 15], ['none', 5], ['cpu', 10]), 'cpu')
  assert.equal(after(['cpu', 30], ['none', 5]), 'cpu')
  assert.equal(after(['cpu', 30], ['none', 15]), null)
})

test('a phone that does not tell is not limited', () => assert.equal(after([undefined, 60], ['other', 60]), null))
