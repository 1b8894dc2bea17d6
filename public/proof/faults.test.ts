import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Counters } from '../rtc/counters.ts'
import type { Report } from '../shared/station-protocol.ts'
import { nextEvidence, noEvidence } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { faultsOf, provenMs, weights } from './faults.ts'
import type { Fault, Scene } from './faults.ts'
import { nextFound } from './found.ts'
import type { Found } from './found.ts'

const stepMs = 250

/** What a Baby Station does at a moment, and what is the matter around it. */
interface Life {
  /** Nothing of it arrives. */
  readonly cut?: boolean
  readonly reports?: boolean
  readonly sound?: 'room' | 'zeros' | 'concealed' | 'none'
  readonly frames?: boolean
  readonly cameraCounts?: boolean
  readonly closed?: boolean
  readonly hidden?: boolean
  readonly report?: Partial<Report>
  readonly around?: Partial<Pick<Scene, 'armed' | 'online' | 'boxAwayMs' | 'blockedMs' | 'weak' | 'refused'>>
}

interface Moment {
  readonly atMs: number
  readonly live: boolean
  readonly faults: readonly Fault[]
  readonly found: readonly Found[]
}

const said: Report = {
  type: 'report',
  number: 0,
  microphone: 'live',
  camera: 'live',
  frames: 0,
  awake: 'on',
  visible: true,
  battery: { level: 0.8, charging: false },
  levels: [],
  floor: null,
  movement: null,
  parents: 1,
  dropped: 0,
}

/** Looks each 250 ms as proof.ts does, counts and reports each 500 ms as the stations do. */
function walk(untilMs: number, lifeAt: (atMs: number) => Life, picture = true): Moment[] {
  const moments: Moment[] = []
  let evidence: Evidence = noEvidence(0)
  let found: readonly Found[] = []
  const audio = { bytes: 0, packets: 0, samples: 0, concealed: 0, energy: 0 }
  const video = { bytes: 0, frames: 0 }
  let cameraFrames = 0
  let number = 0
  let wasLive = false
  for (let atMs = 0; atMs <= untilMs; atMs += stepMs) {
    const life = lifeAt(atMs)
    const { cut = false, sound = 'room', frames = true, cameraCounts = true, reports = true } = life
    if (atMs % 500 === 0) {
      if (cameraCounts) cameraFrames += 15
      if (reports) number += 1
      audio.samples += 24_000
      if (cut || sound === 'concealed' || sound === 'none') audio.concealed += 24_000
      else {
        audio.packets += 25
        audio.bytes += 25 * (sound === 'room' ? 80 : 3)
        if (sound === 'room') audio.energy += 0.000_001
      }
      if (!cut && frames) {
        video.frames += 15
        video.bytes += 30_000
      }
      const counters: Counters = {
        atMs,
        hidden: life.hidden ?? false,
        audio: { ...audio },
        video: picture ? { ...video } : null,
      }
      evidence = nextEvidence(evidence, { type: 'counters', call: 'a', counters })
      if (reports && !cut) {
        const report = { ...said, number, frames: cameraFrames, ...life.report }
        evidence = nextEvidence(evidence, { type: 'report', call: 'a', report, atMs })
      }
    }
    if (life.closed === true && evidence.closedMs === null) {
      evidence = nextEvidence(evidence, { type: 'closed', atMs })
    }
    const around = { online: true, boxAwayMs: null, blockedMs: null, weak: false, refused: false, ...life.around }
    const scene: Scene = { ...evidence, armed: wasLive, ...around }
    const live: boolean = provenMs(scene, atMs) !== null
    wasLive ||= live
    const faults = faultsOf(scene, atMs)
    found = nextFound(found, faults, atMs)
    moments.push({ atMs, live, faults, found })
  }
  return moments
}

const beginsMs = 10_000
const withinMs = (moments: readonly Moment[], fault: Fault): number =>
  (moments.find(({ atMs, faults }) => atMs >= beginsMs && faults[0] === fault)?.atMs ?? Infinity) - beginsMs
const notLiveMs = (moments: readonly Moment[]): number =>
  (moments.find(({ atMs, live }) => atMs >= beginsMs && !live)?.atMs ?? Infinity) - beginsMs

const battery = (level: number, charging = false): Partial<Report> => ({ battery: { level, charging } })

type Row = readonly [sentence: string, life: Life, fault: Fault, withinMs: number, before?: Life]
const rows: readonly Row[] = [
  ['a link that is gone is missed within 2 s', { cut: true }, 'baby-unreachable', 2000],
  ['a page that does not run, while its media go on, is missed within 2 s', { reports: false }, 'baby-frozen', 2000],
  [
    'a phone whose page was hidden before nothing came is asleep',
    { cut: true },
    'baby-frozen',
    2000,
    { report: { visible: false } },
  ],
  [
    'a phone that could not keep its screen on is asleep',
    { cut: true },
    'baby-frozen',
    2000,
    { report: { awake: 'paused' } },
  ],
  ['a page that was closed without Stop', { cut: true, closed: true }, 'baby-closed', 2000],
  ['a battery that was at its end', { cut: true }, 'battery-empty', 2000, { report: battery(0.04) }],
  ['this phone without its network', { cut: true, around: { online: false } }, 'parent-offline', 2000],
  [
    'this phone without its network, by the box that went too',
    { cut: true, around: { boxAwayMs: beginsMs + 1000 } },
    'parent-offline',
    2000,
  ],
  ['a camera that another app has taken', { frames: false, report: { camera: 'lost' } }, 'camera-taken', 1000],
  ['a camera that the phone withholds', { frames: false, report: { camera: 'muted' } }, 'camera-taken', 1000],
  ['a microphone that was taken away', { sound: 'none', report: { microphone: 'lost' } }, 'microphone-lost', 1000],
  ['a microphone that is muted', { sound: 'zeros', report: { microphone: 'muted' } }, 'microphone-muted', 1000],
  ['a microphone that gives zeros', { sound: 'zeros', report: { microphone: 'silent' } }, 'microphone-silent', 1000],
  ['zeros that the baby’s phone does not notice', { sound: 'zeros' }, 'microphone-silent', 5000],
  ['sound that is only made up here', { sound: 'concealed' }, 'microphone-lost', 5000],
  ['no sound, though the baby’s phone believes in it', { sound: 'none' }, 'microphone-lost', 5000],
  ['a picture that stands still', { frames: false }, 'picture-frozen', 5000],
  ['a picture that is sent again and again', { cameraCounts: false }, 'picture-frozen', 5000],
  ['another end than the one that it says', { around: { refused: true } }, 'not-who-it-says', 0],
  ['sound that this phone does not play', { around: { blockedMs: beginsMs } }, 'sound-blocked', 3000],
  ['a battery at 10 %', { report: battery(0.1) }, 'battery-critical', 1000],
  ['a battery at 20 %', { report: battery(0.2) }, 'battery-low', 1000],
  ['a page that is not in front', { report: { visible: false } }, 'baby-may-sleep', 1000],
  ['the box away', { around: { boxAwayMs: 0 } }, 'box-away', 500],
]

for (const [sentence, life, fault, limitMs, before = {}] of rows) {
  test(`${sentence} is ${fault}`, () => {
    const moments = walk(beginsMs + 8000, (atMs) => (atMs < beginsMs ? before : { ...before, ...life }))
    assert.ok(moments.some(({ atMs, live }) => atMs < beginsMs && live))
    const tookMs = withinMs(moments, fault)
    assert.ok(tookMs <= limitMs, `${tookMs} ms`)
    const last = moments.at(-1)
    assert.equal(last?.faults[0], fault)
    // What wakes somebody is never called live, but for what only this phone does not play.
    if (weights[fault] === 'alarm' && fault !== 'sound-blocked') {
      assert.ok(notLiveMs(moments) <= limitMs)
      assert.ok(moments.every(({ faults, live }) => !(live && faults.includes(fault))))
    } else assert.equal(last?.live, true)
  })
}

const fine: readonly (readonly [string, Life, boolean?])[] = [
  ['sound and picture', {}],
  ['sound without a camera', { report: { camera: 'none', frames: null } }, false],
  ['a browser that does not count its pictures', { report: { frames: null } }],
  ['a page that is hidden here and decodes nothing', { hidden: true }],
  ['a battery at 3 % that charges', { report: battery(0.03, true) }],
]
for (const [sentence, life, picture = true] of fine) {
  test(`${sentence}: nothing is wrong, and it is live`, () => {
    const moments = walk(20_000, () => life, picture)
    assert.deepEqual(
      moments.flatMap(({ faults }) => faults),
      [],
    )
    assert.ok(moments.slice(4).every(({ live }) => live))
  })
}

test('a microphone that pauses between its sounds is no silent one', () => {
  const moments = walk(30_000, (atMs) => ({ sound: atMs % 2000 < 500 ? 'room' : 'zeros' }))
  assert.deepEqual(
    moments.flatMap(({ faults }) => faults),
    [],
  )
})

test('nothing is live that has not reported, whatever plays', () => {
  assert.ok(walk(10_000, () => ({ reports: false })).every(({ live }) => !live))
})

test('a number that was reported before proves nothing', () => {
  const moments = walk(20_000, (atMs) => (atMs < beginsMs ? {} : { report: { number: 3 } }))
  assert.equal(moments.at(-1)?.faults[0], 'baby-frozen')
})

test('nobody is missed who was never there', () => {
  assert.deepEqual(
    walk(60_000, () => ({ cut: true })).flatMap(({ faults }) => faults),
    [],
  )
})

test('who was watched before a reload and does not appear is missed after 10 s', () => {
  const moments = walk(20_000, () => ({ cut: true, around: { armed: true } }))
  assert.equal(moments.find(({ faults }) => faults[0] === 'baby-unreachable')?.atMs, 10_000)
})

test('what is wrong while the link is away is the link, and nothing else', () => {
  const moments = walk(60_000, (atMs) => (atMs < beginsMs ? {} : { cut: true }))
  assert.deepEqual([...new Set(moments.flatMap(({ faults }) => faults))], ['baby-unreachable'])
})

test('what a lost link seems to be may change; since when it is lost does not', () => {
  const moments = walk(30_000, (atMs) =>
    atMs < beginsMs ? {} : { cut: true, around: { boxAwayMs: atMs < 18_000 ? null : 10_500 } },
  )
  assert.equal(moments.at(-1)?.faults[0], 'parent-offline')
  const since = new Set(moments.flatMap(({ found }) => found.map(({ sinceMs }) => sinceMs)))
  assert.equal(since.size, 1)
})

test('in 100 blips of 3 s no fault that wakes anybody is 5 s old', () => {
  const blipMs = 3000
  for (const everyMs of [7000, 9000, 10_250, 20_000]) {
    const moments = walk(100 * everyMs, (atMs) => ({ cut: atMs > 0 && atMs % everyMs < blipMs }))
    const ages = moments.flatMap(({ atMs, found }) =>
      found.filter(({ fault }) => weights[fault] === 'alarm').map(({ sinceMs }) => atMs - sinceMs),
    )
    assert.ok(ages.length > 100)
    assert.ok(Math.max(...ages) < 5000, `each ${everyMs} ms: ${Math.max(...ages)} ms`)
    assert.ok(moments.filter(({ live }) => live).length > 200)
  }
})

test('a call that has stalled proves nothing beside one that has yet to begin', () => {
  const audio = { bytes: 2000, packets: 25, samples: 24_000, concealed: 0, energy: 1 }
  const none = { bytes: 0, packets: 0, samples: 0, concealed: 0, energy: 0 }
  let evidence = noEvidence(0)
  for (let atMs = 500; atMs <= 5000; atMs += 500) {
    for (const [call, counted] of [
      ['stalled', audio],
      ['begun', none],
    ] as const) {
      const counters = { atMs, hidden: false, audio: counted, video: null }
      evidence = nextEvidence(evidence, { type: 'counters', call, counters })
    }
  }
  assert.deepEqual([evidence.bytesMs, evidence.soundMs], [500, 500])
  const playing = { ...audio, bytes: 4000, packets: 50, samples: 48_000 }
  const counters = { atMs: 6000, hidden: false, audio: playing, video: null }
  evidence = nextEvidence(evidence, { type: 'counters', call: 'begun', counters })
  assert.deepEqual([evidence.bytesMs, evidence.soundMs], [6000, 6000])
})

test('after a blip what is said to be live is proven anew', () => {
  const moments = walk(30_000, (atMs) => ({ cut: atMs >= beginsMs && atMs < beginsMs + 3000 }))
  const back = moments.find(({ atMs, live }) => atMs > beginsMs + 2000 && live)
  assert.ok(back !== undefined && back.atMs - beginsMs - 3000 <= 500, `${back?.atMs} ms`)
})
