import assert from 'node:assert/strict'
import { test } from 'node:test'
import { soothingSoundSchema } from '../shared/station-protocol.ts'
import { melodyOf } from './melodies.ts'
import { render, renderedAtHz } from './synthesis.ts'

/** A small generator of its own, so that each run hears the same. */
function chance(): () => number {
  let state = 7
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const sounds = new Map(soothingSoundSchema.options.map((sound) => [sound, render(sound, chance())]))

/** Power of a tone, by Goertzel, of windows of an eighth of a second. */
function powerAt(samples: Float32Array, hz: number): number {
  const size = renderedAtHz / 8
  const factor = 2 * Math.cos((2 * Math.PI * hz) / renderedAtHz)
  let sum = 0
  let windows = 0
  for (let from = 0; from + size <= samples.length; from += size) {
    let [last, before] = [0, 0]
    for (const sample of samples.subarray(from, from + size)) [last, before] = [sample + factor * last - before, last]
    sum += last * last + before * before - factor * last * before
    windows++
  }
  return sum / windows
}

function slopeDb(samples: Float32Array, fromHz: number, toHz: number): number {
  const about = (hz: number): number =>
    [0.9, 0.95, 1, 1.05, 1.1].reduce((sum, part) => sum + powerAt(samples, hz * part), 0)
  return 10 * Math.log10(about(toHz) / about(fromHz))
}

for (const [sound, { samples, envelope }] of sounds) {
  test(`${sound} is neither silent nor clipped, and as loud as it may be`, () => {
    const highest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
    const loudest = Math.max(...envelope)
    assert.ok(highest <= 0.8001, `${highest}`)
    assert.ok(loudest <= -19.9 && loudest > -50, `${loudest}`)
    assert.ok(highest > 0.79 || loudest > -20.1)
    assert.equal(envelope.length, Math.floor(samples.length / (renderedAtHz / 10)))
  })

  test(`${sound} begins anew without a click`, () => {
    const last = samples[samples.length - 1] ?? 0
    const steps = samples.map((sample, index) => Math.abs(sample - (samples[index - 1] ?? last)))
    const usual = steps.slice(1).reduce((most, step) => Math.max(most, step), 0)
    assert.ok((steps[0] ?? Infinity) <= usual)
  })
}

test('white is even, pink falls by 3 dB in an octave, brown by 6', () => {
  const slope = (sound: 'white' | 'pink' | 'brown'): number => {
    const samples = sounds.get(sound)?.samples
    assert.ok(samples)
    return slopeDb(samples, 400, 3200) / 3
  }
  assert.ok(Math.abs(slope('white')) < 0.6, `${slope('white')}`)
  assert.ok(Math.abs(slope('pink') + 3) < 0.8, `${slope('pink')}`)
  assert.ok(Math.abs(slope('brown') + 6) < 0.8, `${slope('brown')}`)
})

test('a noise is as loud at each moment as at any other', () => {
  for (const sound of ['white', 'pink', 'brown'] as const) {
    const levels = sounds.get(sound)?.envelope ?? []
    assert.ok(
      Math.max(...levels) - Math.min(...levels) < 4,
      `${sound}: ${Math.min(...levels)} to ${Math.max(...levels)}`,
    )
  }
})

test('the lullabies have the notes that they should have', () => {
  const tones = (name: 'brahms' | 'twinkle' | 'mozart'): number[] =>
    melodyOf(name)
      .notes.slice(0, 7)
      .map(({ hz }) => Math.round(69 + 12 * Math.log2(hz / 440)))
  assert.deepEqual(tones('brahms'), [69, 69, 72, 69, 69, 72, 69])
  assert.deepEqual(tones('twinkle'), [72, 72, 79, 79, 81, 81, 79])
  assert.deepEqual(tones('mozart'), [69, 70, 69, 67, 65, 67, 65])
  const samples = sounds.get('twinkle')?.samples ?? new Float32Array()
  const first = samples.subarray(renderedAtHz / 10, (renderedAtHz * 6) / 10)
  assert.ok(powerAt(first, 523.25) > 20 * powerAt(first, 700))
})

test('each lullaby keeps its measure: whole bars, with what comes before the first', () => {
  for (const [name, bar, eighthS] of [
    ['brahms', 6, 0.38],
    ['twinkle', 8, 0.34],
    ['mozart', 6, 0.36],
  ] as const) {
    const eighths = melodyOf(name).seconds / eighthS
    assert.ok(Math.abs(eighths / bar - Math.round(eighths / bar)) < 1e-6, `${name}: ${eighths}`)
  }
})
