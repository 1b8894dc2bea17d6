import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFreshness } from './freshness.ts'

/** What a frame says and when it comes, in milliseconds of the page's clock and of the camera's. */
type Frame = readonly [frameMs: number, nowMs: number]

const startedMs = 5000
const second = 1000
const hour = 3600 * second
const wayMs = 40

/** Frames as they come from a camera that nothing holds up, from the first to before the last moment. */
function live(fromMs: number, toMs: number, { fps = 30, way = wayMs, origin = 0, pace = 1 } = {}): Frame[] {
  const count = Math.ceil(((toMs - fromMs) * fps) / second)
  return Array.from({ length: count }, (_, index) => {
    const takenMs = fromMs + (index * second) / fps
    return [(takenMs - origin) * pace, takenMs + way]
  })
}

/** The same, but they have waited until the page went on, and come all at once. */
function waited(frames: readonly Frame[], untilMs: number): Frame[] {
  return frames.map(([frameMs], index) => [frameMs, untilMs + index])
}

/** Indices of those that are not sent. */
function dropped(frames: readonly Frame[]): number[] {
  const freshness = createFreshness(startedMs)
  return frames.flatMap(([frameMs, nowMs], index) => (freshness.isFresh(frameMs, nowMs) ? [] : [index]))
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index)

const before = live(5000, 8000)
const { length } = before
/** Five seconds later. */
const after = live(13_000, 16_000)

const table: readonly [what: string, frames: readonly Frame[], dropped: readonly number[]][] = [
  ['a camera that runs, whatever moment its times are counted from', live(5000, 9000, { origin: 1e9 }), []],
  ['one whose times are ahead of the page', live(5000, 9000, { origin: -1e12 }), []],
  [
    'a camera that delivers one frame a second in the dark, late',
    [...before, ...live(8000, 30_000, { fps: 1, way: 990 })],
    [],
  ],
  ['a pause in which the camera gave nothing', [...before, ...after], []],
  [
    'three frames that waited in a frozen page',
    [...before, ...waited(live(8000, 8100), 13_000), ...after],
    range(length, length + 3),
  ],
  [
    'one that waited, twice',
    [...before, ...waited(live(8000, 8030), 13_000), ...waited(live(13_010, 13_040), 20_000), ...live(20_010, 22_000)],
    [length, length + 1],
  ],
  [
    'frames that waited and come slowly after that, because the phone has to wake up',
    [
      ...before,
      ...live(8000, 8100).map(([frameMs], index): Frame => [frameMs, 13_000 + 1500 * index]),
      ...live(18_000, 19_000),
    ],
    range(length, length + 3),
  ],
  ['half of a second is not long', [...before, ...waited(live(8000, 8100), 8600), ...live(8600, 9000)], []],
]

for (const [what, frames, expected] of table) {
  test(`${expected.length === 0 ? 'sent' : 'not sent'}: ${what}`, () => assert.deepEqual(dropped(frames), expected))
}

test('frames that waited before the first one was seen are not sent, and a second later it goes on', () => {
  const frames = [...waited(live(5000, 5100), 13_000), ...after]
  const missing = dropped(frames)
  assert.deepEqual(missing.slice(0, 3), [0, 1, 2])
  assert.ok(missing.length < 3 + 32, `${missing.length} frames`)
  assert.deepEqual(missing, range(0, missing.length), 'and after that all')
})

test('a clock that goes wrong through a night holds nothing up, and a frame that waited then is known', () => {
  for (const pace of [0.9998, 1.0002]) {
    const night = live(5000, 12 * hour, { fps: 1, pace })
    const [late] = live(12 * hour, 12 * hour + 1, { pace })
    assert.ok(late)
    const frames: Frame[] = [...night, [late[0], late[1] + 4000], ...live(12 * hour + 4000, 12 * hour + 9000, { pace })]
    assert.deepEqual(dropped(frames), [night.length])
  }
})

test('where the times of the camera go on from elsewhere, nothing stands still for more than a second or so', () => {
  const jumps: readonly [what: string, frames: Frame[]][] = [
    ['from zero', [...before, ...live(8000, 12_000, { origin: 8000 })]],
    ['from zero after a pause', [...before, ...live(13_000, 17_000, { origin: 13_000 })]],
    ['an hour on', [...before, ...live(8000, 12_000, { origin: -hour })]],
    ['an hour on, once, and back', [...before, [hour, 8000], ...live(8030, 12_000)]],
    ['the phone slept, and only the page’s clock went on', [...before, ...live(13_000, 17_000, { origin: 4000 })]],
    ['they are on their way for two seconds from now on', [...before, ...live(8000, 12_000, { way: 2000 })]],
  ]
  for (const [what, frames] of jumps) {
    const missing = dropped(frames)
    assert.ok(missing.length <= 31, `${what}: ${missing.length} are missing`)
    assert.ok(
      missing.every((index) => index >= length && index < length + 40),
      `${what}: ${missing.join()}`,
    )
  }
})

test('times that tell nothing hold nothing up for ever', () => {
  const nonsense: readonly [what: string, frameMs: (nowMs: number) => number][] = [
    ['always zero', () => 0],
    ['seconds for milliseconds', (nowMs) => nowMs / 1000],
    ['backwards', (nowMs) => -nowMs],
  ]
  for (const [what, frameMs] of nonsense) {
    const missing = dropped(live(5000, 65_000).map(([, nowMs]): Frame => [frameMs(nowMs), nowMs]))
    const gaps = missing.filter((index, at) => missing[at - 30] === index - 30)
    assert.deepEqual(gaps, [], `${what}: more than 30 in a row`)
    assert.ok(missing.length <= 900, `${what}: ${missing.length} of 1800`)
  }
})

test('a frame that is worked on while the page is frozen is not fresh any more', () => {
  const freshness = createFreshness(startedMs)
  for (const [frameMs, nowMs] of before) freshness.isFresh(frameMs, nowMs)
  assert.equal(freshness.isFresh(8000, 8040), true)
  assert.equal(freshness.isStill(8000, 8060), true)
  assert.equal(freshness.isStill(8000, 13_000), false)
})
