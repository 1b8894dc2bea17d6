import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import * as v from 'valibot'
import type { Cause } from '../alarm/cause.ts'
import { createMovementWatch } from '../movement/movement-watch.ts'
import { clientIdSchema } from '../shared/protocol.ts'
import type { ClientId } from '../shared/protocol.ts'
import type { Report, StationMessage } from '../shared/station-protocol.ts'
import { createNoise, usualSettings } from './noise.ts'
import { cry, steady } from './sounds.ts'

const idOf = (letter: string): ClientId => v.parse(clientIdSchema, letter.repeat(22))
const [nursery, attic] = [
  { id: idOf('a'), name: 'Nursery' },
  { id: idOf('b'), name: 'Attic' },
]

function openNight() {
  const station = signal<{ id: ClientId; name: string } | null>(nursery)
  const said: StationMessage[] = []
  const listeners = new Set<(report: Report, atMs: number) => void>()
  const kept = new Map<string, string>()
  let nowMs = 1_700_000_000_000
  let number = 0
  let hears = true
  const night = {
    station,
    onReport(listener: (report: Report, atMs: number) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    say(message: StationMessage) {
      if (hears) said.push(message)
      return hears
    },
  }
  const deps = {
    now: () => nowMs,
    storage: () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }),
  }
  const report = (part: Partial<Report> = {}): void => {
    nowMs += 500
    const whole: Report = {
      type: 'report',
      number: ++number,
      microphone: 'live',
      camera: 'live',
      frames: null,
      awake: 'on',
      visible: true,
      battery: null,
      levels: [],
      floor: -65,
      movement: null,
      parents: 1,
      dropped: 0,
      ...part,
    }
    for (const listener of listeners) listener(whole, nowMs)
  }
  return {
    night,
    deps,
    station,
    said,
    kept,
    listeners,
    setHears: (yes: boolean) => void (hears = yes),
    newCall: () => void (number = 0),
    report,
    hear(levels: readonly number[]) {
      for (let at = 0; at < levels.length; at += 5) report({ levels: levels.slice(at, at + 5) })
    },
    nowMs: () => nowMs,
  }
}

test('crying is a cause with the baby’s name and its beginning, until it has been quiet for a while', () => {
  const { night, deps, hear, nowMs } = openNight()
  const noise = createNoise(night, deps)
  const causeNow = (): Cause | null => noise.noiseCause.value
  hear(steady(-65, 10))
  assert.equal(causeNow(), null)
  const beganMs = nowMs()
  hear(cry({ loudDb: -25, gapDb: -64, seconds: 10 }))
  const cause = causeNow()
  assert.equal(cause?.kind, 'noise')
  assert.match(cause.sentence, /^Nursery/)
  assert.ok(Math.abs(cause.sinceMs - beganMs) < 1000)
  hear(steady(-65, 20))
  assert.equal(causeNow(), null)
  assert.ok(nowMs() - (noise.lastSoundMs.value ?? 0) > 19_000)
})

test('the cause is the same object while nothing new is known of it', () => {
  const { night, deps, hear } = openNight()
  const noise = createNoise(night, deps)
  hear(cry({ loudDb: -25, gapDb: -64, seconds: 10 }))
  const cause = noise.noiseCause.value
  hear(cry({ loudDb: -25, gapDb: -64, seconds: 10 }))
  assert.notEqual(cause, null)
  assert.equal(noise.noiseCause.value, cause)
})

test('each baby has settings of its own, and they are there again after a reload', () => {
  const { night, deps, station } = openNight()
  const noise = createNoise(night, deps)
  noise.set({ thresholdDb: 20, gate: true })
  station.value = attic
  assert.deepEqual(noise.settings.value, usualSettings)
  noise.set({ thresholdDb: 6 })
  noise.close()
  station.value = nursery
  const again = createNoise(night, deps)
  assert.deepEqual(again.settings.value, { ...usualSettings, thresholdDb: 20, gate: true })
  station.value = attic
  assert.equal(again.settings.value.thresholdDb, 6)
})

for (const rubbish of ['{', '[[1,2]]', `[["${nursery.id}",{"thresholdDb":-3,"alarm":true,"gate":false}]]`, 'null']) {
  test(`kept settings that make no sense are the usual ones: ${rubbish}`, () => {
    const { night, deps, kept } = openNight()
    kept.set('beddybytes.noise', rubbish)
    assert.deepEqual(createNoise(night, deps).settings.value, usualSettings)
  })
}

test('a threshold outside of the picture is not taken', () => {
  const { night, deps } = openNight()
  const noise = createNoise(night, deps)
  noise.set({ thresholdDb: 400 })
  assert.deepEqual(noise.settings.value, usualSettings)
})

test('another station begins with nothing heard', () => {
  const { night, deps, station, hear, nowMs } = openNight()
  const noise = createNoise(night, deps)
  hear(cry({ loudDb: -25, gapDb: -64, seconds: 10 }))
  station.value = attic
  assert.equal(noise.noiseCause.value, null)
  assert.equal(noise.lastSoundMs.value, null)
  assert.equal(noise.history.loudest(0, nowMs() + 1000), null)
})

test('a phone that measures nothing is known by it after two seconds, one late report is nothing', () => {
  const { night, deps, hear, report } = openNight()
  const noise = createNoise(night, deps)
  hear(steady(-65, 2))
  report()
  assert.notEqual(noise.latest.value, null)
  for (let count = 0; count < 5; count++) report()
  assert.equal(noise.latest.value, null)
})

test('nothing is listened to after closing', () => {
  const { night, deps, listeners } = openNight()
  const noise = createNoise(night, deps)
  const movement = createMovementWatch(night, deps)
  assert.equal(listeners.size, 2)
  noise.close()
  movement.close()
  assert.equal(listeners.size, 0)
})

const region = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 }

test('a region is told when it is drawn, and again to each new call, and until the baby has heard it', () => {
  const { night, deps, said, report, newCall, setHears } = openNight()
  const movement = createMovementWatch(night, deps)
  report()
  assert.deepEqual(said, [])
  movement.set({ region })
  report()
  assert.deepEqual(said, [{ type: 'region', region }])
  newCall()
  setHears(false)
  report()
  setHears(true)
  report()
  report()
  assert.equal(said.length, 2)
  setHears(false)
  movement.set({ region: null })
  setHears(true)
  report()
  assert.deepEqual(said[2], { type: 'region', region: null })
})

test('movement wakes only those who want it, and only when it lasts', () => {
  const { night, deps, report } = openNight()
  const movement = createMovementWatch(night, deps)
  for (let count = 0; count < 30; count++) report({ movement: 0.05 })
  assert.equal(movement.moving.value.state, 'counts')
  const causeNow = (): Cause | null => movement.movementCause.value
  assert.equal(causeNow(), null)
  movement.set({ alarm: true })
  assert.match(causeNow()?.sentence ?? '', /^Nursery/)
  for (let count = 0; count < 40; count++) report({ movement: 0 })
  assert.equal(causeNow(), null)
})
