import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextScreen, shown } from './screen.ts'
import type { Screen, ScreenEvent } from './screen.ts'

const lamp = { warmth: 0.2, brightness: 0.5 }
const dimmed: Screen = { state: 'dimmed' }
const lit: Screen = { state: 'light', light: lamp, under: 'station' }
const litOverDim: Screen = { state: 'light', light: lamp, under: 'dimmed' }
const dim = (on: boolean): ScreenEvent => ({ type: 'dim', on })
const light = (wanted: typeof lamp | null): ScreenEvent => ({ type: 'light', light: wanted })

for (const [sentence, now, event, after] of [
  ['Dim makes it black', shown, dim(true), dimmed],
  ['one tap and it is back', dimmed, dim(false), shown],
  ['what is not dimmed cannot be brought back', shown, dim(false), shown],
  ['the light comes on over the station', shown, light(lamp), lit],
  ['the light comes on over a black screen', dimmed, light(lamp), litOverDim],
  ['a light that goes off leaves the station', lit, light(null), shown],
  ['a light that goes off leaves the black that was under it', litOverDim, light(null), dimmed],
  ['Dim ends the light', lit, dim(true), dimmed],
  ['what is under the light is not dimmed any more', litOverDim, dim(false), lit],
  [
    'the light changes and nothing under it',
    litOverDim,
    light({ ...lamp, warmth: 1 }),
    { ...litOverDim, light: { ...lamp, warmth: 1 } },
  ],
  ['no light goes off when there is none', dimmed, light(null), dimmed],
] as const) {
  test(sentence, () => assert.deepEqual(nextScreen(now, event), after))
}
