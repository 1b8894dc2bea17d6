// Zoom at the Baby Station changes what every parent sees: by hand, and in both ways of cropping through a page that is hidden and
// one that stood still.

import assert from 'node:assert/strict'
import { readClock } from './camera-clock.ts'
import type { CameraClock } from './camera-clock.ts'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import { openTab, processOf } from './phone.ts'
import type { Phone } from './phone.ts'
import { expectStatus, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'
import { expectMap, expectNightPicture, expectView, sees, switchNightPicture } from './zoomed.ts'

const house = createHouse({ camera: 'timed quarters' })

house.journey(
  'zoom by buttons, wheel and drag changes what two parents see, and Reset zoom gives everything back',
  async (family) => {
    const baby = await family.phone('baby')
    await startBaby(baby, family.account)
    const first = await family.phone('first parent')
    await openParent(first)
    await expectView([first], 'the whole picture')
    await expectMap(baby, null)
    await baby.tap('button', 'Zoom in')
    await baby.tap('button', 'Zoom in')
    await expectMap(baby, { scale: 2.25, x: 0.5, y: 0.5 }, 'You see the middle.')
    await expectView([first], 'the middle')

    const second = await family.phone('second parent')
    const parents = [first, second]
    await openParent(second)
    await expectStatus(second, 'Live')
    await expectView([second], 'the middle')
    await baby.tap('button', 'Zoom out')
    await baby.tap('button', 'Zoom out')
    await expectView(parents, 'the whole picture')

    // The buttons are further down.
    await baby.page.evaluate(() => scrollTo(0, 0))
    const preview = await baby.page.waitForSelector('video')
    const area = await preview?.boundingBox()
    assert.ok(area)
    const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 }
    // The picture stands whole in its area, in the middle.
    const width = Math.min(area.width, (area.height * 4) / 3)
    const { mouse } = baby.page
    await mouse.move(middle.x - width / 4, middle.y - (width * 3) / 16)
    for (let turn = 0; turn < 8; turn += 1) await mouse.wheel({ deltaY: -200 })
    await expectView(parents, 'the red quarter alone')
    await expectMap(baby, { scale: 4, x: 0.3125, y: 0.3125 }, 'You see the top left.')

    // Several short drags, as a thumb does it.
    for (let drag = 0; drag < 12 && !(await sees(first, 'the green quarter alone')); drag += 1) {
      await mouse.move(middle.x + width * 0.2, middle.y)
      await mouse.down()
      await mouse.move(middle.x - width * 0.1, middle.y, { steps: 5 })
      await mouse.up()
    }
    await expectView(parents, 'the green quarter alone')
    await baby.tap('button', 'Reset zoom')
    await expectView(parents, 'the whole picture')
    await expectMap(baby, null)
    for (const parent of parents) await expectStatus(parent, 'Live')
  },
)

interface Way {
  readonly name: string
  /** What this browser is made to lack. */
  readonly lacks: readonly string[]
  /** What is sent then. */
  readonly track: string
  readonly worksHidden: boolean
}

const ways: readonly Way[] = [
  { name: 'in a worker', lacks: [], track: 'MediaStreamTrackGenerator', worksHidden: true },
  {
    name: 'on a canvas',
    lacks: ['MediaStreamTrackProcessor', 'MediaStreamTrackGenerator'],
    track: 'CanvasCaptureMediaStreamTrack',
    worksHidden: false,
  },
]
type BabyProcess = Awaited<ReturnType<typeof processOf>>

/** Longer than any frame may be on its way. */
const frozenMs = 2500

interface Scene {
  readonly way: Way
  readonly baby: Phone
  readonly parent: Phone
  readonly clock: CameraClock
}

house.journey('zoom never gives an old picture for a live one, in a worker and on a canvas', async (family) => {
  const scenes = await Promise.all(ways.map((way) => zoomed(family, way)))
  await Promise.all(scenes.map((scene) => expectHidden(family, scene)))
  const processes: BabyProcess[] = []
  // One after the other: it is the busy one.
  for (const { baby } of scenes) processes.push(await processOf(baby))
  assert.equal(new Set(processes.map(({ id }) => id)).size, ways.length)
  await Promise.all(scenes.map((scene, index) => expectStandstill(scene, processes[index])))
})

/** A family of its own, whose baby has zoomed in. */
async function zoomed(family: Family, way: Way): Promise<Scene> {
  const account = await family.newAccount()
  const baby = await family.phone(`baby ${way.name}`, { account, path: null })
  await baby.page.evaluateOnNewDocument((names) => {
    for (const name of names) Reflect.deleteProperty(globalThis, name)
  }, way.lacks)
  await baby.go('/')
  await startBaby(baby, account)
  const parent = await family.phone(`parent ${way.name}`, { account })
  await openParent(parent)
  await expectView([parent], 'the whole picture')
  const clock = await readClock(parent)
  if (!way.worksHidden) {
    await expectNightPicture([parent])
    await switchNightPicture(parent)
  }
  const preview = await baby.page.waitForSelector('video')
  await preview?.focus()
  for (const key of ['+', '+'] as const) await baby.page.keyboard.press(key)
  await expectView([parent], 'the middle')
  assert.equal(await sentTrack(baby), way.track)
  return { way, baby, parent, clock }
}

/** Behind another tab it goes on; where it cannot, all of the picture is sent for as long. */
async function expectHidden(family: Family, { way, baby, parent, clock }: Scene): Promise<void> {
  const other = family.adopt(await openTab(baby, `${baby.label}, another tab`))
  await other.page.bringToFront()
  await until('the Baby Station is hidden', () => baby.page.evaluate(() => document.hidden))
  if (way.worksHidden) {
    await parent.tap('button', 'Reset zoom')
    await expectView([parent], 'the whole picture')
    for (let press = 0; press < 2; press += 1) await parent.tap('button', 'Zoom in')
    await expectView([parent], 'the middle')
  } else await expectView([parent], 'the whole picture')
  await clock.expectFresh(await clock.now())
  await baby.page.bringToFront()
  await expectView([parent], 'the middle')
}

async function expectStandstill({ parent, clock }: Scene, process: BabyProcess | undefined): Promise<void> {
  let old = 1
  // An encoder may hold a picture at that very moment, and nobody takes that away from it: it happens, but not twice.
  for (let attempt = 0; attempt < 2 && old > 0; attempt += 1) {
    process?.stop()
    try {
      const stoppedMs = await clock.now()
      await until('it has stood still for a while', clock.now, (nowMs) => nowMs - stoppedMs > frozenMs)
    } finally {
      process?.goOn()
    }
    old = await clock.expectFresh(await clock.now())
  }
  assert.equal(old, 0, 'an old picture came first, both times')
  await expectView([parent], 'the middle')
  await expectStatus(parent, 'Live')
}

/** Of which kind the picture is that goes out to parents. */
function sentTrack(baby: Phone): Promise<string | undefined> {
  return baby.page.evaluate(
    () =>
      window.observed.connections
        .flatMap((connection) => connection.getSenders())
        .find(({ track }) => track?.kind === 'video')?.track?.constructor.name,
  )
}
