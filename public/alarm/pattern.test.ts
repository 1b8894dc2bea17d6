import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edgeMs, gains, harmonics, patterns, renderBurst } from './pattern.ts'
import type { Pattern } from './pattern.ts'

const { high, medium } = patterns

function endOf({ pulses }: Pattern): number {
  return Math.max(...pulses.map(({ atMs, durationMs }) => atMs + durationMs))
}

function spacesOf({ pulses }: Pattern): number[] {
  return pulses.slice(1).map(({ atMs }, index) => atMs - (pulses[index]?.atMs ?? 0) - (pulses[index]?.durationMs ?? 0))
}

test('the high alarm is ten pulses of 145 ms, three and two, twice', () => {
  assert.equal(high.pulses.length, 10)
  assert.ok(high.pulses.every(({ durationMs }) => durationMs === 145))
  const groups: number[] = [1]
  for (const space of spacesOf(high)) {
    if (space > 200) groups.push(1)
    else groups[groups.length - 1] = (groups.at(-1) ?? 0) + 1
  }
  assert.deepEqual(groups, [3, 2, 3, 2])
  // What the standard says of the spaces.
  const [first = 0, , third = 0, , middle = 0] = spacesOf(high)
  assert.ok(first >= 50 && first <= 125)
  assert.equal(third, 2 * first + 145)
  assert.ok(middle >= 350 && middle <= 1300)
})

test('bursts of the high alarm are at most 7 s apart', () => {
  assert.ok(high.everyMs <= 7000)
  assert.ok(high.everyMs - endOf(high) >= 2500)
})

test('the medium alarm is three pulses of 220 ms, at most 15 s apart', () => {
  assert.deepEqual(
    medium.pulses.map(({ durationMs }) => durationMs),
    [220, 220, 220],
  )
  assert.ok(spacesOf(medium).every((space) => space >= 125 && space <= 250))
  assert.ok(medium.everyMs <= 15_000)
})

test('each pulse has its fundamental and four more harmonics where the ear and a small speaker are good', () => {
  for (const { hz } of [...high.pulses, ...medium.pulses]) {
    assert.ok(hz >= 150 && hz <= 1000)
    const inRange = harmonics.map((_, order) => (order + 1) * hz).filter((one) => one >= 300 && one <= 4000)
    assert.ok(inRange.length >= 4, `${hz} Hz`)
  }
  for (const strength of harmonics) assert.ok(Math.abs(20 * Math.log10(strength)) <= 15)
})

test('it rises: in height from pulse to pulse, in loudness from burst to burst up to full', () => {
  const rises = (numbers: readonly number[]): boolean =>
    numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))
  assert.ok(rises(high.pulses.slice(0, 5).map(({ hz }) => hz)))
  assert.ok(rises(medium.pulses.map(({ hz }) => hz)))
  assert.ok(rises(gains))
  assert.ok((gains[0] ?? 1) <= 0.25)
  assert.equal(gains.at(-1), 1)
})

test('a burst is rendered at full loudness, with soft edges and silence to its end', () => {
  const rate = 24_000
  for (const pattern of [high, medium]) {
    const samples = renderBurst(pattern, rate)
    assert.equal(samples.length, Math.round((pattern.everyMs / 1000) * rate))
    assert.ok(samples.every((sample) => Math.abs(sample) <= 1))
    assert.ok(samples.some((sample) => Math.abs(sample) > 0.99))
    const silenceFrom = Math.ceil(((endOf(pattern) + edgeMs) / 1000) * rate)
    assert.ok(samples.subarray(silenceFrom).every((sample) => sample === 0))
    const steps = samples.subarray(0, rate / 100).map((sample, index) => Math.abs(sample - (samples[index - 1] ?? 0)))
    assert.ok(Math.max(...steps.subarray(0, 24)) < 0.05, 'no click')
  }
})
