// Zoom at the Baby Station changes what every parent sees.

import assert from 'node:assert/strict'
import { createHouse } from './house.ts'
import type { Phone } from './phone.ts'
import { expectStatus, openParent, startBaby } from './stations.ts'
import { nearest } from './picture.ts'
import type { Colour } from './picture.ts'
import { until } from './wait.ts'

const house = createHouse({ camera: 'quarters' })

/** Near the four corners, then near the middle, in reading order. */
const places = [
  [0.04, 0.04],
  [0.96, 0.04],
  [0.04, 0.96],
  [0.96, 0.96],
  [0.4, 0.4],
  [0.6, 0.4],
  [0.4, 0.6],
  [0.6, 0.6],
] as const
const quarters: readonly Colour[] = ['red', 'green', 'blue', 'yellow']
const whole: readonly Colour[] = ['white', 'white', 'white', 'white', ...quarters]
const zoomed: readonly Colour[] = [...quarters, ...quarters]

async function colours(phone: Phone): Promise<readonly Colour[]> {
  const seen = await phone.page.evaluate((where) => window.observed.colours(where), places)
  return seen?.map(nearest) ?? []
}

async function expectColours(phone: Phone, what: string, wanted: readonly Colour[]): Promise<void> {
  await until(
    `${phone.label} sees ${what}`,
    () => colours(phone),
    (seen) => seen.join() === wanted.join(),
  )
}

house.journey(
  'zooming in changes what two parents see at once, and Reset zoom gives everything back',
  async (family) => {
    const baby = await family.phone('baby')
    await startBaby(baby, family.account)
    const parents = [await family.phone('first parent'), await family.phone('second parent')]
    for (const parent of parents) {
      await openParent(parent)
      await expectStatus(parent, 'Live')
      await expectColours(parent, 'the whole picture', whole)
    }
    await baby.tap('button', 'Zoom in')
    await baby.tap('button', 'Zoom in')
    for (const parent of parents) await expectColours(parent, 'the middle', zoomed)
    await baby.tap('button', 'Zoom out')
    await baby.tap('button', 'Zoom out')
    for (const parent of parents) await expectColours(parent, 'the whole picture', whole)

    await baby.tap('button', 'Zoom in')
    await baby.tap('button', 'Zoom in')
    for (const parent of parents) await expectColours(parent, 'the middle', zoomed)
    await baby.tap('button', 'Reset zoom')
    for (const parent of parents) {
      await expectColours(parent, 'the whole picture', whole)
      await expectStatus(parent, 'Live')
    }
  },
)

house.journey('the wheel zooms in at the pointer, and dragging moves the part that is seen', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectStatus(parent, 'Live')
  await expectColours(parent, 'the whole picture', whole)

  const preview = await baby.page.waitForSelector('video')
  const area = await preview?.boundingBox()
  assert.ok(area)
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 }
  // The picture stands whole in its area, in the middle.
  const width = Math.min(area.width, (area.height * 4) / 3)
  await baby.page.mouse.move(middle.x - width / 4, middle.y - (width * 3) / 16)
  for (let turn = 0; turn < 40; turn += 1) await baby.page.mouse.wheel({ deltaY: -200 })
  await expectColours(
    parent,
    'the red quarter alone',
    places.map(() => 'red'),
  )

  // Several short drags, as a thumb does it.
  const seesGreen = async (): Promise<boolean> => (await colours(parent)).every((colour) => colour === 'green')
  for (let drag = 0; drag < 12 && !(await seesGreen()); drag += 1) {
    await baby.page.mouse.move(middle.x + width * 0.2, middle.y)
    await baby.page.mouse.down()
    await baby.page.mouse.move(middle.x - width * 0.1, middle.y, { steps: 5 })
    await baby.page.mouse.up()
  }
  await until('the parent sees the green quarter alone', seesGreen)
})

house.journey('a parent who comes while it is zoomed sees the part at once', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  await baby.tap('button', 'Zoom in')
  await baby.tap('button', 'Zoom in')
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectStatus(parent, 'Live')
  await expectColours(parent, 'the middle', zoomed)
})
