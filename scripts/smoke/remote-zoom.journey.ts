// From the Parent Station, for all parents at once and with the box away: zoom by hand, by key and by button, and the night picture.

import assert from 'node:assert/strict'
import { cameraText } from '../../public/text/en-camera.ts'
import { createHouse } from './house.ts'
import type { Phone } from './phone.ts'
import { expectStatus, openParent, startBaby } from './stations.ts'
import { nearest } from './picture.ts'
import { until } from './wait.ts'

const house = createHouse({ camera: 'quarters' })

/** A corner of the white frame, and the four quarters near the middle. */
const places = [
  [0.04, 0.04],
  [0.4, 0.4],
  [0.6, 0.4],
  [0.4, 0.6],
  [0.6, 0.6],
] as const
const whole = ['white', 'red', 'green', 'blue', 'yellow']
const zoomed = ['red', 'red', 'green', 'blue', 'yellow']
const darkPlace = [0.5, 0.05] as const

async function expectColours(phones: readonly Phone[], what: string, wanted: readonly string[]): Promise<void> {
  for (const phone of phones) {
    await until(
      `${phone.label} sees ${what}`,
      async () =>
        (await phone.page.evaluate((where) => window.observed.colours(where), places))?.map(nearest).join() ?? '',
      (seen) => seen === wanted.join(),
    )
  }
}

/** How bright the dark place is, 0 to 255. */
async function brightness(phone: Phone): Promise<number> {
  const seen = await phone.page.evaluate((where) => window.observed.colours([where]), darkPlace)
  return Math.max(0, ...(seen?.[0] ?? []))
}

house.journey('one parent zooms for all, while the box is away', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parents = [await family.phone('first parent'), await family.phone('second parent')] as const
  const [first] = parents
  for (const parent of parents) {
    await openParent(parent)
    await expectStatus(parent, 'Live')
  }
  await expectColours(parents, 'the whole picture', whole)
  for (const phone of [baby, ...parents]) phone.expectErrors(/WebSocket connection|ERR_(CONNECTION|EMPTY|INCOMPLETE)/)
  await first.find('button', 'Zoom in')
  await family.box.kill()

  await first.tap('button', 'Zoom in')
  await first.tap('button', 'Zoom in')
  await expectColours(parents, 'the middle', zoomed)
  for (const phone of [baby, ...parents]) await phone.sees(cameraText.zoom.level('2.3'))
  await first.tap('button', 'Reset zoom')
  await expectColours(parents, 'the whole picture', whole)

  // The buttons are further down.
  await first.page.evaluate(() => scrollTo(0, 0))
  const video = await first.page.waitForSelector('.stage video')
  const area = await video?.boundingBox()
  assert.ok(video && area)
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 }
  // The picture stands whole in its area, in the middle.
  const width = Math.min(area.width, (area.height * 4) / 3)
  const [left, upper] = [middle.x - width / 4, middle.y - (width * 3) / 16]
  const red = places.map(() => 'red')
  await first.page.mouse.move(left, upper)
  for (let turn = 0; turn < 40; turn += 1) await first.page.mouse.wheel({ deltaY: -200 })
  await expectColours(parents, 'the red quarter alone', red)
  await video.focus()
  await first.page.keyboard.press('0')
  await expectColours(parents, 'the whole picture', whole)

  await pinch(first, { x: left, y: upper }, width / 16)
  await expectColours(parents, 'the red quarter alone', red)
  await doubleTap(first, middle)
  await expectColours(parents, 'the whole picture', whole)

  const dark = await brightness(first)
  assert.ok(dark > 10 && dark < 60, `${dark}`)
  await first.page.locator(`::-p-xpath(//summary[text()="${cameraText.title}"])`).click()
  await first.page.locator(`::-p-aria([name="${cameraText.nightPicture}"][role="checkbox"])`).click()
  for (const parent of parents) {
    // 1 - (1 - 32/255)^4 is 106.
    await until(
      `${parent.label} sees what is dark brighter`,
      () => brightness(parent),
      (seen) => seen > 85 && seen < 130,
    )
  }
  for (const parent of parents) await expectStatus(parent, 'Live')
})

/** Two fingers beside `at`, which go apart to four times their distance. */
async function pinch(phone: Phone, at: { x: number; y: number }, half: number): Promise<void> {
  const { touchscreen } = phone.page
  const fingers = [
    await touchscreen.touchStart(at.x - half, at.y),
    await touchscreen.touchStart(at.x + half, at.y),
  ] as const
  for (let step = 1; step <= 12; step += 1) {
    const apart = half * (1 + step / 4)
    await fingers[0].move(at.x - apart, at.y)
    await fingers[1].move(at.x + apart, at.y)
  }
  for (const finger of fingers) await finger.end()
}

async function doubleTap(phone: Phone, { x, y }: { x: number; y: number }): Promise<void> {
  await phone.page.touchscreen.tap(x, y)
  await phone.page.touchscreen.tap(x, y)
}
