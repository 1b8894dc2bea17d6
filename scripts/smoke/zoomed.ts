// Zoom as it is seen: the colours of the quarters (picture.ts) at a parent's, how bright its dark place is, and the small map.

import assert from 'node:assert/strict'
import { cameraText } from '../../public/text/en-camera.ts'
import type { ZoomArea } from '../../public/zoom/area.ts'
import type { Phone } from './phone.ts'
import { nearest } from './picture.ts'
import type { Colour } from './picture.ts'
import { until } from './wait.ts'

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

const views = {
  'the whole picture': ['white', 'white', 'white', 'white', ...quarters],
  'the middle': [...quarters, ...quarters],
  'the red quarter alone': places.map(() => 'red'),
  'the green quarter alone': places.map(() => 'green'),
} as const satisfies Record<string, readonly Colour[]>
export type View = keyof typeof views

const darkPlace = [0.5, 0.05] as const
/** A pixel of the map, and a little of an encoder's roundness. */
const mapTolerance = 0.04

async function colours(phone: Phone): Promise<string> {
  const seen = await phone.page.evaluate((where) => window.observed.colours(where), places)
  return seen?.map(nearest).join() ?? ''
}

export async function sees(phone: Phone, view: View): Promise<boolean> {
  return (await colours(phone)) === views[view].join()
}

export async function expectView(phones: readonly Phone[], view: View): Promise<void> {
  for (const phone of phones) {
    await until(
      `${phone.label} sees ${view}`,
      () => colours(phone),
      (seen) => seen === views[view].join(),
    )
  }
}

/** How bright the dark place of the whole picture is, 0 to 255. */
async function brightness(phone: Phone): Promise<number> {
  const seen = await phone.page.evaluate((where) => window.observed.colours([where]), darkPlace)
  return Math.max(0, ...(seen?.[0] ?? []))
}

/** The night picture is switched on from the first of the parents, who sees the whole picture. */
export async function expectNightPicture(parents: readonly [Phone, ...Phone[]]): Promise<void> {
  const [first] = parents
  const dark = await brightness(first)
  assert.ok(dark > 10 && dark < 60, `${dark}`)
  await first.page.locator(`::-p-xpath(//summary[text()="${cameraText.title}"])`).click()
  await switchNightPicture(first)
  for (const parent of parents) {
    // 1 - (1 - 32/255)^4 is 106.
    await until(
      `${parent.label} sees what is dark brighter`,
      () => brightness(parent),
      (seen) => seen > 85 && seen < 130,
    )
  }
}

export async function switchNightPicture(parent: Phone): Promise<void> {
  await parent.page.locator(`::-p-aria([name="${cameraText.nightPicture}"][role="checkbox"])`).click()
}

/** The map says in words where the part lies, and shows it there; null for none, as all of the picture is seen. */
export async function expectMap(phone: Phone, area: ZoomArea | null, says = ''): Promise<void> {
  const wanted = area === null ? [] : [1 / area.scale, 1 / area.scale, area.x, area.y]
  await until(
    `${phone.label} has ${area === null ? 'no map' : `a map that says "${says}"`}`,
    () =>
      phone.page.$$eval('[role="img"]', (found) =>
        found.flatMap((map) => {
          const part = map.firstElementChild?.getBoundingClientRect()
          if (!map.classList.contains('zoom-map') || part === undefined || !map.checkVisibility()) return []
          const { left, top } = map.getBoundingClientRect()
          const { clientLeft, clientTop, clientWidth: width, clientHeight: height } = map
          const [x, y] = [part.left - left - clientLeft, part.top - top - clientTop]
          return [
            {
              name: map.getAttribute('aria-label'),
              // Its sides and its middle, as shares of the map.
              part: [
                part.width / width,
                part.height / height,
                (x + part.width / 2) / width,
                (y + part.height / 2) / height,
              ],
            },
          ]
        }),
      ),
    (maps) =>
      area === null
        ? maps.length === 0
        : maps.length === 1 &&
          maps[0]?.name === says &&
          maps[0].part.every((share, index) => Math.abs(share - (wanted[index] ?? 0)) < mapTolerance),
  )
}
