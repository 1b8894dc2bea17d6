// From the Parent Station, for all parents at once and with the box away: zoom by hand, by key and by button, and the night picture.
// The camera is as large as a phone's, so what is zoomed is sharp.

import assert from 'node:assert/strict'
import type { ElementHandle } from 'puppeteer'
import { cameraText } from '../../public/text/en-camera.ts'
import { maxOutputSide } from '../../public/zoom/area.ts'
import { createHouse } from './house.ts'
import type { Phone } from './phone.ts'
import { stripes } from './picture.ts'
import { expectStatus, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'
import { expectMap, expectNightPicture, expectView } from './zoomed.ts'

const house = createHouse({ camera: 'striped quarters' })

house.journey('one parent zooms for all, while the box is away', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parents = [await family.phone('first parent'), await family.phone('second parent')] as const
  const [first] = parents
  for (const parent of parents) {
    await openParent(parent)
    await expectStatus(parent, 'Live')
  }
  await expectView(parents, 'the whole picture')
  for (const phone of [baby, ...parents]) phone.expectErrors(/WebSocket connection|ERR_(CONNECTION|EMPTY|INCOMPLETE)/)
  await first.find('button', 'Zoom in')
  await family.box.kill()

  await first.tap('button', 'Zoom in')
  await first.tap('button', 'Zoom in')
  await expectView(parents, 'the middle')
  for (const phone of [baby, ...parents]) {
    await phone.sees(cameraText.zoom.level('2.3'))
    await expectMap(phone, { scale: 2.25, x: 0.5, y: 0.5 }, 'You see the middle.')
  }
  await first.tap('button', 'Reset zoom')
  await expectView(parents, 'the whole picture')

  // The buttons are further down.
  await first.page.evaluate(() => scrollTo(0, 0))
  const video = await first.page.waitForSelector('.stage video')
  assert.ok(video)
  const picture = await placeOf(video)
  const [left, upper] = [picture.x + picture.width / 4, picture.y + picture.height / 4]
  const { mouse } = first.page
  await mouse.move(left, upper)
  for (let turn = 0; turn < 8; turn += 1) await mouse.wheel({ deltaY: -200 })
  await expectView(parents, 'the red quarter alone')
  await video.focus()
  await press(first, '-', 4)
  await expectView(parents, 'the whole picture')
  await press(first, '+', 4)
  await expectView(parents, 'the middle')
  await press(first, 'ArrowLeft', 7)
  await press(first, 'ArrowUp', 7)
  await expectView(parents, 'the red quarter alone')
  for (const phone of [baby, ...parents]) {
    await expectMap(phone, { scale: 4, x: 0.325, y: 0.325 }, 'You see the top left.')
  }
  await press(first, '0', 1)
  await expectView(parents, 'the whole picture')

  await pinch(first, { x: left, y: upper }, picture.width / 16)
  await expectView(parents, 'the red quarter alone')
  await doubleTap(first, { x: picture.x + picture.width / 2, y: picture.y + picture.height / 2 })
  await expectView(parents, 'the whole picture')

  // At the middle of the right edge.
  await mouse.move(picture.x + picture.width - 2, picture.y + picture.height / 2)
  await mouse.wheel({ deltaY: -690 })
  for (const parent of parents) await expectSharp(parent)
  await press(first, '0', 1)
  await expectView(parents, 'the whole picture')

  await expectNightPicture(parents)
  for (const parent of parents) await expectStatus(parent, 'Live')
})

/** Where the picture itself lies in the page: it stands whole in its area, in the middle. */
async function placeOf(video: ElementHandle): Promise<{ x: number; y: number; width: number; height: number }> {
  const area = await video.boundingBox()
  assert.ok(area)
  const width = Math.min(area.width, (area.height * 16) / 9)
  const height = (width * 9) / 16
  return { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

async function press(phone: Phone, key: '+' | '-' | '0' | 'ArrowLeft' | 'ArrowUp', times: number): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) await phone.page.keyboard.press(key)
}

/** Zoomed to 3 at the right edge: each stripe is there, although it is one pixel of a camera that is larger than what is sent. */
async function expectSharp(parent: Phone): Promise<void> {
  await until(
    `${parent.label} sees fine stripes`,
    () => parent.page.evaluate(look, stripes),
    ({ side, contrast, count }) => side <= maxOutputSide && contrast > 80 && Math.abs(count - 20) <= 1,
  )
}

/** Is sent to the page as text: how strong the stripes are, 0 to 255, and how many there are where 20 pairs should be. */
function look({ x, of: whole }: typeof stripes): { side: number; contrast: number; count: number } {
  const video = document.querySelector('video')
  const drawing = document.createElement('canvas').getContext('2d')
  if (video === null || drawing === null || video.videoWidth === 0) return { side: 0, contrast: 0, count: 0 }
  const { videoWidth, videoHeight } = video
  const scale = 3
  // From a little inside of them, in pixels of the video.
  const from = (scale * (x + 12 - whole) * videoWidth) / whole + videoWidth
  const { canvas } = drawing
  canvas.width = Math.round((scale * 40 * videoWidth) / whole)
  canvas.height = 1
  drawing.drawImage(video, from, videoHeight / 2, canvas.width, 1, 0, 0, canvas.width, 1)
  const { data } = drawing.getImageData(0, 0, canvas.width, 1)
  const greens = [...data].filter((_, index) => index % 4 === 1)
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const middle = mean(greens)
  const [bright, dark] = [greens.filter((value) => value > middle), greens.filter((value) => value <= middle)]
  return {
    side: Math.max(videoWidth, videoHeight),
    contrast: mean(bright) - mean(dark),
    count: greens.filter((value, index) => value > middle && (greens[index - 1] ?? 255) <= middle).length,
  }
}

/** Two fingers beside `at`, which go apart to four times their distance. */
async function pinch(phone: Phone, at: { x: number; y: number }, half: number): Promise<void> {
  const { touchscreen } = phone.page
  const fingers = [
    await touchscreen.touchStart(at.x - half, at.y),
    await touchscreen.touchStart(at.x + half, at.y),
  ] as const
  for (let step = 1; step <= 6; step += 1) {
    const apart = half * (1 + step / 2)
    await fingers[0].move(at.x - apart, at.y)
    await fingers[1].move(at.x + apart, at.y)
  }
  for (const finger of fingers) await finger.end()
}

async function doubleTap(phone: Phone, { x, y }: { x: number; y: number }): Promise<void> {
  await phone.page.touchscreen.tap(x, y)
  await phone.page.touchscreen.tap(x, y)
}
