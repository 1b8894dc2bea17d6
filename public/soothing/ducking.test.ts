// What the station plays comes back into its own microphone: it must neither be taken for a cry nor hide one, and a parent's phone
// that keeps quiet until there is something to hear must stay quiet.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isVoice, nextDecision, quiet } from '../noise/decision.ts'
import type { Decision } from '../noise/decision.ts'
import { emptyFloor, floorDbOf, nextFloor } from '../noise/floor.ts'
import type { Floor } from '../noise/floor.ts'
import { holdMs, nextGate, openGate } from '../noise/gate-state.ts'
import { cry, join, steady } from '../noise/sounds.ts'
import { soothingSoundSchema } from '../shared/station-protocol.ts'
import { gainAt } from './plan.ts'
import type { Playing } from './plan.ts'
import { render } from './synthesis.ts'

const frameMs = 100
const thresholdDb = 12
const roomDb = -65

interface Night {
  readonly counted: boolean
  readonly voices: number
  /** For how much of the time the parent's phone was not quiet, after it had time to become so. */
  readonly opened: number
  readonly overDb: number
}

/** What is played, as the station knows it: quiet for 10 s, then the sound. */
function playedOf(
  sound: (typeof soothingSoundSchema.options)[number],
  volume: number,
  seconds: number,
): (number | null)[] {
  const { envelope } = render(sound)
  const playing: Playing = { sound, volume, sinceMs: 0, untilMs: null }
  return Array.from({ length: (seconds + 10) * 10 }, (_, index) => {
    const atMs = (index - 100) * frameMs
    const gain = atMs <= 0 ? 0 : gainAt(playing, atMs)
    return gain === 0 ? null : (envelope[(index - 100) % envelope.length] ?? -120) + 20 * Math.log10(gain)
  })
}

/** What the microphone hears of it, `delay` frames later and with the room's ring. */
function heardOf(played: readonly (number | null)[], echoDb: number, delay: number): number[] {
  let ringingDb = -120
  return played.map((_, index) => {
    ringingDb = Math.max((played[index - delay] ?? -120) + echoDb, ringingDb - 12)
    return ringingDb
  })
}

function listen(heard: readonly number[], played: readonly (number | null)[]): Night {
  let floor: Floor = emptyFloor
  let decision: Decision = quiet
  let gate = openGate(0)
  let [counted, voices, opened, frames, overDb] = [false, 0, 0, 0, -120]
  for (const [index, levelDb] of heard.entries()) {
    floor = nextFloor(floor, { levelDb, playingDb: played[index] ?? null })
    const floorDb = floorDbOf(floor)
    const atMs = index * frameMs
    gate = nextGate(gate, { atMs, levelDb, floorDb, thresholdDb })
    if (floorDb === null) continue
    decision = nextDecision(decision, { atMs, levelDb, floorDb }, { thresholdDb })
    if (decision.state === 'counts') counted = true
    if (isVoice(decision)) voices++
    if (atMs < 10_000 + holdMs) continue
    frames++
    overDb = Math.max(overDb, levelDb - floorDb)
    if (gate.state === 'open') opened++
  }
  return { counted, voices, opened: opened / Math.max(1, frames), overDb }
}

for (const sound of soothingSoundSchema.options) {
  for (const [volume, echoDb, delay] of [
    [1, -15, 3],
    [1, -30, 1],
    [0.5, -20, 4],
  ] as const) {
    test(`${sound} at ${volume}, ${echoDb} dB of it back after ${delay * frameMs} ms: no cry, and the parent's room stays quiet`, () => {
      const played = playedOf(sound, volume, 180)
      const heard = join(steady(roomDb, 190), heardOf(played, echoDb, delay))
      const night = listen(heard, played)
      assert.deepEqual(
        { counted: night.counted, voices: night.voices, opened: night.opened },
        { counted: false, voices: 0, opened: 0 },
      )
    })
  }

  test(`a baby that cries over ${sound} is heard within half a minute`, () => {
    const played = playedOf(sound, 1, 120)
    const loudest = Math.max(...heardOf(played, -25, 2))
    const silence = Array.from({ length: 900 }, () => -120)
    const crying = [...silence, ...cry({ loudDb: loudest + 22, gapDb: -60, seconds: 30 })]
    const night = listen(join(steady(roomDb, 130), heardOf(played, -25, 2), crying), played)
    assert.equal(night.counted, true)
  })
}

test('louder in one step is no cry either', () => {
  const [soft, loud] = [playedOf('white', 0.3, 60), playedOf('white', 1, 60)]
  const played = soft.map((db, index) => (index < 350 ? db : (loud[index] ?? null)))
  const night = listen(join(steady(roomDb, 70), heardOf(played, -20, 3)), played)
  assert.deepEqual({ counted: night.counted, voices: night.voices }, { counted: false, voices: 0 })
})
