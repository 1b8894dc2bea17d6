// The pure parts; what IndexedDB does is a journey of its own (scripts/smoke/timeline.journey.ts).

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { clientIdSchema } from '../shared/protocol.ts'
import { randomId } from '../signalling/random-id.ts'
import { cellOf, csvName, csvOf, isoWithOffset } from './csv.ts'
import type { Entry } from './entry.ts'
import { gather, merged, minuteOf } from './minutes.ts'
import type { Gathering } from './minutes.ts'
import { nightOf, nightsIn } from './night-span.ts'
import { extended, nextSpans } from './spans.ts'
import type { Ongoing } from './spans.ts'
import { hoursFor, stripOf } from './strip.ts'

const station = v.parse(clientIdSchema, randomId())
const baby = { id: station, name: 'Nursery' }
const live: Ongoing = { kind: 'live', detail: '', acknowledged: false }
const alarm: Ongoing = { kind: 'alarm', detail: 'noise', acknowledged: false }

function entry(change: Partial<Entry>): Entry {
  return {
    id: 'a',
    station,
    name: 'Nursery',
    kind: 'noise',
    detail: '',
    acknowledged: false,
    fromMs: 0,
    toMs: 0,
    ...change,
  }
}

test('a minute keeps the loudest and the mean over the floor, and the most that moved', () => {
  let gathering: Gathering | null = null
  const done: Gathering[] = []
  const take = (levels: number[], floor: number | null, movement: number | null, atMs: number): void => {
    const next = gather(gathering, { levels, floor, movement }, atMs)
    gathering = next.gathering
    if (next.done !== null) done.push(next.done)
  }
  take([-50, -40], -60, 0.1, 60_000)
  take([-70], -60, 0.456, 90_000)
  take([-10], null, null, 119_999)
  assert.deepEqual(done, [])
  take([-20], -60, null, 120_000)
  const name = 'Nursery'
  assert.deepEqual(
    done.map((minute) => minuteOf(minute, { station, name })),
    [{ station, name, atMs: 60_000, loudest: 20, mean: 10, movement: 0.46 }],
  )
})

test('a minute without a floor says nothing of levels', () => {
  const { gathering } = gather(null, { levels: [-10], floor: null, movement: null }, 0)
  const minute = minuteOf(gathering, { station, name: 'N' })
  assert.deepEqual([minute.loudest, minute.mean, minute.movement], [null, null, null])
  const other = { ...minute, loudest: 4, mean: 2, movement: 0.5 }
  assert.deepEqual(merged(minute, other), other)
  assert.deepEqual(merged(other, minute), other)
  assert.equal(merged(other, { ...other, loudest: 3, mean: 4 }).loudest, 4)
})

test('what is so becomes what lasted, and is written when it begins, changes and ends', () => {
  let id = 0
  const at = (nowMs: number, of: typeof baby | null = baby) => ({ baby: of, nowMs, newId: () => `${(id += 1)}` })
  const begun = nextSpans([], [live], at(1000))
  assert.deepEqual(begun.changed, [entry({ id: '1', kind: 'live', fromMs: 1000, toMs: 1000 })])
  assert.deepEqual(nextSpans(begun.open, [live], at(1500)).changed, [])
  const both = nextSpans(begun.open, [live, alarm], at(2000))
  assert.equal(both.open.length, 2)
  const heard = nextSpans(both.open, [live, { ...alarm, acknowledged: true }], at(3000))
  assert.deepEqual(heard.changed, [{ ...both.changed[0], acknowledged: true, toMs: 3000 }])
  const calm = nextSpans(extended(heard.open, 3500), [live], at(4000))
  assert.deepEqual(
    calm.changed.map(({ kind, toMs, acknowledged }) => [kind, toMs, acknowledged]),
    [['alarm', 4000, true]],
  )
  const left = nextSpans(calm.open, [live], at(5000, null))
  assert.deepEqual([left.open, left.changed.map(({ kind, toMs }) => [kind, toMs])], [[], [['live', 5000]]])
})

test('a page that was asleep does not claim what it has not seen', () => {
  const open = [entry({ kind: 'live', fromMs: 0, toMs: 60_000 })]
  const next = nextSpans(open, [live], { baby, nowMs: 10_000_000, newId: () => 'new' })
  assert.deepEqual(next.changed, [open[0], entry({ id: 'new', kind: 'live', fromMs: 10_000_000, toMs: 10_000_000 })])
})

test('another baby ends what was so of the one before', () => {
  const open = [entry({ kind: 'live' })]
  const other = { id: v.parse(clientIdSchema, randomId()), name: 'Attic' }
  const next = nextSpans(open, [live], { baby: other, nowMs: 1000, newId: () => 'b' })
  assert.deepEqual(
    next.changed.map(({ name, fromMs, toMs }) => [name, fromMs, toMs]),
    [
      ['Nursery', 0, 1000],
      ['Attic', 1000, 1000],
    ],
  )
})

const cells: [string, string][] = [
  ['Nursery', 'Nursery'],
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+1', `'+1`],
  ['-1', `'-1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  [' =1', `' =1`],
  ['\t=1', `'\t=1`],
  ['a,b', '"a,b"'],
  ['a\nb', '"a\nb"'],
  ['a "b"', '"a ""b"""'],
]
test('no cell is a formula, whatever a station is called', () => {
  for (const [given, wanted] of cells) assert.equal(cellOf(given), wanted, JSON.stringify(given))
})

test('the table has times with their offset, and rows in order', () => {
  const table = csvOf(
    {
      entries: [entry({ kind: 'alarm', detail: 'noise', acknowledged: true, fromMs: 120_000, toMs: 180_000 })],
      minutes: [{ station, name: 'Nursery', atMs: 60_000, loudest: 20.5, mean: 1, movement: null }],
    },
    () => 60,
  )
  assert.deepEqual(table.split('\r\n'), [
    '\uFEFFfrom,to,baby,kind,detail,acknowledged,loudest dB over the room,mean dB over the room,movement',
    '1970-01-01T01:01:00+01:00,1970-01-01T01:02:00+01:00,Nursery,levels,,,20.5,1,',
    '1970-01-01T01:02:00+01:00,1970-01-01T01:03:00+01:00,Nursery,alarm,noise,yes,,,',
    '',
  ])
  assert.equal(isoWithOffset(0, -210), '1969-12-31T20:30:00-03:30')
  assert.equal(csvName(0, 60), 'BeddyBytes-timeline-1970-01-01.csv')
})

test('a night goes from noon to noon, also when the clocks change', () => {
  const noon = new Date(2026, 9, 24, 12).getTime()
  const next = new Date(2026, 9, 25, 12).getTime()
  for (const ms of [noon, new Date(2026, 9, 25, 2, 30).getTime(), next - 1]) {
    assert.deepEqual(nightOf(ms), { fromMs: noon, toMs: next })
  }
  assert.deepEqual(
    nightsIn([noon, next, noon + 1]).map(({ fromMs }) => fromMs),
    [next, noon],
  )
})

test('a strip has even hours, at most seven, around what happened', () => {
  const begin = new Date(2026, 10, 22, 21, 10).getTime()
  const hour = 3600_000
  for (const [lengthMs, step, count] of [
    [60_000, 1, 2],
    [3 * hour, 1, 5],
    [9 * hour, 2, 6],
    [23 * hour, 4, 7],
  ] as const) {
    const hours = hoursFor(begin, begin + lengthMs)
    assert.equal(hours.length, count)
    assert.equal((hours[1] ?? 0) - (hours[0] ?? 0), step * hour)
    assert.ok((hours[0] ?? 0) <= begin && (hours[count - 1] ?? 0) >= begin + lengthMs)
  }
})

test('a strip draws each baby by itself, and counts what happened', () => {
  const fromMs = new Date(2026, 10, 22, 21, 0).getTime()
  const other = v.parse(clientIdSchema, randomId())
  const strip = stripOf(
    {
      entries: [
        entry({ id: 'b', kind: 'live', fromMs, toMs: fromMs + 1800_000 }),
        entry({ id: 'c', fromMs: fromMs + 1800_000, toMs: fromMs + 1801_000 }),
        entry({ id: 'd', station: other, name: 'Attic', kind: 'alarm', fromMs, toMs: fromMs }),
      ],
      minutes: [{ station, name: 'Nursery', atMs: fromMs, loudest: 25, mean: 1, movement: 0.5 }],
    },
    nightOf(fromMs),
  )
  const [nursery, attic] = strip.babies
  assert.equal(nursery?.paths.live, 'M0 76h500v7h-500z')
  assert.equal(nursery?.paths.noise, 'M500 0h3v60h-3z', 'wide enough to be seen')
  assert.equal(nursery?.paths.levels, 'M0 30h16.7v30h-16.7z')
  assert.equal(nursery?.counts.noise, 1)
  assert.deepEqual([attic?.name, attic?.paths.alarm, attic?.paths.live], ['Attic', 'M0 0h3v100h-3z', ''])
})
