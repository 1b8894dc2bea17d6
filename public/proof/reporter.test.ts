import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import * as v from 'valibot'
import type { AwakeState } from '../awake/awake.ts'
import type { Sources } from '../rtc/sources.ts'
import { reportSchema } from '../shared/station-protocol.ts'
import type { Report } from '../shared/station-protocol.ts'
import { createReporter } from './reporter.ts'

const track = (state: object = {}): MediaStreamTrack =>
  ({ readyState: 'live', muted: false, ...state }) as MediaStreamTrack

function setUp(t: TestContext, measures = true) {
  t.mock.timers.enable({ apis: ['setInterval'] })
  let nowMs = 0
  t.mock.method(performance, 'now', () => nowMs)
  const reports: Report[] = []
  const done: string[] = []
  const ticks = new Set<() => void>()
  let levels: number[] = []
  let sources: Sources = { pictures: 30, sound: { energy: 1, seconds: 1 }, limit: null }
  const audio = signal<MediaStreamTrack | null>(track())
  const video = signal<MediaStreamTrack | null>(track())
  const awake = signal<AwakeState>('on')
  const page = { visibilityState: 'visible' }
  const phone = { picture: true, turning: false }
  const power = signal<Report['battery']>(null)
  const reporter = createReporter({
    report(make) {
      const number = reports.length + 1
      reports.push(v.parse(reportSchema, make(number)))
    },
    sources: () => Promise.resolve(sources),
    parents: signal({ here: 2, dropped: 1 }),
    audio,
    video,
    picture: () => phone.picture,
    turning: () => phone.turning,
    awake,
    loudness: measures
      ? {
          take: () => levels.splice(0),
          floor: signal(-60),
          onTick(listener) {
            ticks.add(listener)
            return () => ticks.delete(listener)
          },
        }
      : null,
    movement: () => 0.25,
    regainSound: () => done.push('regain'),
    page: page as Document,
    battery: { power },
  })
  t.after(() => reporter.close())
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  return {
    reporter,
    reports,
    done,
    ticks,
    audio,
    video,
    awake,
    page,
    phone,
    power,
    hear: (...heard: number[]) => (levels = heard),
    count: (next: Sources) => (sources = next),
    async pass(ms: number) {
      nowMs += ms
      t.mock.timers.tick(ms)
      await settle()
    },
    /** As the worklet does it, while the timers of a hidden page stand still. */
    async tick(ms: number) {
      nowMs += ms
      for (const listener of ticks) listener()
      await settle()
    },
    async last() {
      await settle()
      const report = reports.at(-1)
      assert.ok(report)
      return report
    },
  }
}

test('reports at once, and then twice a second', async (t) => {
  const { reports, pass, last } = setUp(t)
  await last()
  assert.equal(reports.length, 1)
  for (let second = 0; second < 3; second++) {
    await pass(500)
    await pass(500)
  }
  assert.equal(reports.length, 7)
})

test('a hidden page, whose timers stand still, reports by the tick of its loudness meter', async (t) => {
  const { reports, tick, last } = setUp(t)
  await last()
  for (let tenth = 0; tenth < 20; tenth++) await tick(100)
  assert.equal(reports.length, 5)
})

test('a parent that has just come does not wait for the next one', async (t) => {
  const { reporter, reports, last } = setUp(t)
  await last()
  reporter.now()
  await last()
  assert.equal(reports.length, 2)
})

test('tells how microphone, camera, page and phone are', async (t) => {
  const { audio, video, awake, page, phone, power, hear, pass, last } = setUp(t)
  hear(-40, -41.5)
  await pass(500)
  assert.deepEqual(await last(), {
    type: 'report',
    number: 2,
    microphone: 'live',
    camera: 'live',
    frames: 30,
    awake: 'on',
    visible: true,
    battery: null,
    levels: [],
    floor: -60,
    movement: 0.25,
    parents: 2,
    dropped: 1,
  })
  audio.value = track({ muted: true })
  video.value = null
  awake.value = 'asking'
  page.visibilityState = 'hidden'
  power.value = { level: 0.15, charging: false }
  await pass(500)
  const next = await last()
  assert.deepEqual(
    [next.microphone, next.camera, next.awake, next.visible, next.battery],
    ['muted', 'lost', 'off', false, { level: 0.15, charging: false }],
  )
  audio.value = track({ readyState: 'ended' })
  phone.picture = false
  await pass(500)
  const then = await last()
  assert.deepEqual([then.microphone, then.camera], ['lost', 'none'])
})

test('a microphone that gives zeros for 2 s is silent, is fetched anew, and stays silent until it is heard', async (t) => {
  const { audio, hear, done, pass, last } = setUp(t)
  const states: string[] = []
  for (let half = 0; half < 6; half++) {
    hear(-120, -120, -120)
    await pass(500)
    states.push((await last()).microphone)
  }
  assert.deepEqual(states, ['live', 'live', 'live', 'live', 'silent', 'silent'])
  assert.deepEqual(done, ['regain'])
  audio.value = null
  await pass(500)
  assert.equal((await last()).microphone, 'silent')
  audio.value = track()
  hear(-120, -70)
  await pass(500)
  assert.equal((await last()).microphone, 'live')
})

test('where nothing measures the loudness, a sound without energy is silence', async (t) => {
  const { count, pass, last } = setUp(t, false)
  let seconds = 1
  for (let half = 0; half < 8; half++) {
    seconds += 0.5
    count({ pictures: null, sound: { energy: 1, seconds }, limit: null })
    await pass(500)
  }
  assert.equal((await last()).microphone, 'silent')
  count({ pictures: null, sound: { energy: 1.1, seconds: seconds + 0.5 }, limit: null })
  await pass(500)
  assert.equal((await last()).microphone, 'live')
})

test('says nothing after it is closed', async (t) => {
  const { reporter, reports, ticks, pass, last } = setUp(t)
  await last()
  reporter.close()
  await pass(5000)
  assert.deepEqual([reports.length, ticks.size], [1, 0])
})

test('a camera that is being turned to is not said to be lost', async (t) => {
  const { reports, video, phone, pass } = setUp(t)
  video.value = null
  phone.turning = true
  await pass(500)
  assert.equal(reports.at(-1)?.camera, 'live')
  phone.turning = false
  await pass(500)
  assert.equal(reports.at(-1)?.camera, 'lost')
  phone.picture = false
  await pass(500)
  assert.equal(reports.at(-1)?.camera, 'none')
})

test('tells why the picture is coarse, as far as the browser says it', async (t) => {
  const { count, pass, last } = setUp(t)
  const limits: unknown[] = []
  for (const limit of ['cpu', 'bandwidth', 'none', 'something new', null]) {
    count({ pictures: 1, sound: null, limit })
    await pass(500)
    limits.push((await last()).limit)
  }
  assert.deepEqual(limits, ['cpu', 'bandwidth', 'none', undefined, undefined])
})
