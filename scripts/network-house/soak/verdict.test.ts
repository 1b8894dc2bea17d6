import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge, type Sample } from './verdict.ts'

type Page = NonNullable<Sample['page']>

/** One parent, one sample a second. */
function night(seconds: number, at: (second: number) => Partial<Page> | null): Map<string, readonly Sample[]> {
  const samples = Array.from({ length: seconds }, (_, atS): Sample => {
    const page = at(atS)
    const moving = { claim: 'Live', isAlarming: false, frames: atS * 10, samples: atS * 48_000 }
    return { atS, page: page === null ? null : { ...moving, ...page } }
  })
  return new Map([['parent1', samples]])
}
const stopped = { frames: 100, samples: 480_000 }

test('a quiet night has nothing to report', () => {
  const found = judge(
    night(60, () => ({})),
    [],
  )
  assert.deepEqual(found, {
    seconds: 59,
    silentFailureS: 0,
    falseAlarms: 0,
    missedAlarms: 0,
    recoveries: [],
    remarks: [],
  })
})

test('Live without frames or without sound is a silent failure after five seconds', () => {
  for (const still of [stopped, { frames: 100 }, { samples: 480_000 }]) {
    const found = judge(
      night(21, (second) => (second >= 10 && second < 20 ? still : {})),
      [],
    )
    assert.equal(found.silentFailureS, 4)
  }
})

test('saying that it reconnects is no silent failure, whatever is wrong', () => {
  const found = judge(
    night(21, (second) => (second >= 10 ? { ...stopped, claim: 'Reconnecting' } : {})),
    [],
  )
  assert.equal(found.silentFailureS, 0)
})

test('an alarm with nothing wrong is a false one, during a trouble and shortly after it is not', () => {
  const alarming = night(90, (second) => ({ isAlarming: second >= 40 && second < 45 }))
  assert.equal(judge(alarming, []).falseAlarms, 1)
  const trouble = { kind: 'link down', fromS: 20, toS: 30, parents: ['parent1'] }
  assert.equal(judge(alarming, [trouble]).falseAlarms, 0)
  assert.equal(judge(alarming, [{ ...trouble, parents: ['parent2'] }]).falseAlarms, 1)
})

test('a long outage without an alarm is a missed one', () => {
  const outage = (isAlarming: boolean) =>
    night(60, (second) => (second >= 10 && second < 40 ? { ...stopped, claim: 'Reconnecting', isAlarming } : {}))
  assert.equal(judge(outage(false), []).missedAlarms, 1)
  assert.equal(judge(outage(true), []).missedAlarms, 0)
})

test('recovery counts from the end of the trouble to frames and the word', () => {
  const trouble = { kind: 'link down', fromS: 10, toS: 20, parents: ['parent1'] }
  const found = judge(
    night(60, (second) => (second >= 10 && second < 23 ? { ...stopped, claim: 'Reconnecting' } : {})),
    [trouble],
  )
  assert.deepEqual(found.recoveries, [{ kind: 'link down', parent: 'parent1', afterS: 3 }])
})

test('a page that cannot be asked claims nothing', () => {
  const found = judge(
    night(60, (second) => (second >= 10 && second < 40 ? null : {})),
    [],
  )
  assert.deepEqual([found.silentFailureS, found.missedAlarms], [0, 0])
})
