// Looks at a page as a stranger with good eyes would: with axe in both themes, by keyboard, and at every size of screen with letters as
// usual and twice as large. With PICTURES=FOLDER in the environment it keeps a screenshot of each.

import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { themes } from '../../public/ui/theme.ts'
import { axeFaults } from './axe.ts'
import { keyboardFaults } from './keyboard.ts'
import { layoutFaults } from './layout.ts'
import type { Phone } from './phone.ts'
import { until } from './wait.ts'

interface Screen {
  readonly width: number
  readonly height: number
  /** In per cent of their usual size. */
  readonly letters: readonly number[]
}

/** Phones, a tablet and a computer, upright and across. */
const screens: readonly Screen[] = [
  { width: 320, height: 568, letters: [100, 200] },
  { width: 390, height: 844, letters: [100, 200] },
  { width: 768, height: 1024, letters: [100, 200] },
  { width: 900, height: 1440, letters: [100] },
  { width: 568, height: 320, letters: [100, 200] },
  { width: 844, height: 390, letters: [100] },
  { width: 1024, height: 768, letters: [100] },
  { width: 1440, height: 900, letters: [100, 200] },
]
const narrow: readonly Screen[] = [
  { width: 320, height: 568, letters: [100, 200] },
  { width: 568, height: 320, letters: [100, 200] },
]
const leastTargetPx = 44
/** A baby can be told from a blanket. */
const leastPicturePx = 80
const pictures = process.env['PICTURES']

/** Gives everything that is wrong. */
export async function scrutinize({ page }: Pick<Phone, 'page'>, name: string): Promise<string[]> {
  await standStill(page)
  const faults: string[] = []
  for (const theme of themes.filter((one) => one !== 'phone')) {
    await page.evaluate((shown) => (document.documentElement.dataset['theme'] = shown), theme)
    // Between night and day nothing changes but the colours.
    const found = await axeFaults(page, theme === 'night' ? 'everything' : 'colours')
    faults.push(...found.map((fault) => `by ${theme}: ${fault}`))
    await keep(page, `${name}-${theme}`)
  }
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'night'))
  faults.push(...(await keyboardFaults(page)))
  faults.push(...(await faultsAt(screens, page, name)))
  return faults.map((fault) => `${name}: ${fault}`)
}

/** The same page in another language: whether its words have room where there is least of it. */
export async function squeeze({ page }: Pick<Phone, 'page'>, name: string): Promise<string[]> {
  await standStill(page)
  const faults = await faultsAt(narrow, page, name)
  return faults.map((fault) => `${name}: ${fault}`)
}

/** What fades in has no colour of its own until it is there, and what is waited for no words. */
async function standStill(page: Page): Promise<void> {
  await until(
    'the page stands still',
    () =>
      page.evaluate(() => [
        ...[...document.querySelectorAll('p.waiting')].map(({ textContent }) => textContent),
        ...document
          .getAnimations()
          .filter(
            ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
          )
          .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target?.className : 'something')),
      ]),
    (moving) => moving.length === 0,
  )
}

async function faultsAt(sizes: readonly Screen[], page: Page, name: string): Promise<string[]> {
  const faults: string[] = []
  const usual = page.viewport()
  assert.ok(usual)
  for (const { width, height, letters } of sizes) {
    await page.setViewport({ ...usual, width, height })
    for (const percent of letters) {
      const found = await until(
        'the page has this size',
        () => page.evaluate(layoutFaults, { width, percent, leastTargetPx, leastPicturePx }),
        (list) => list !== null,
      )
      faults.push(...(found ?? []).map((fault) => `${width} by ${height}, letters ${percent} %: ${fault}`))
      await keep(page, `${name}-${width}x${height}-${percent}`)
    }
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = ''))
  await page.setViewport(usual)
  return faults
}

async function keep(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({
    path: join(pictures, `${name.replaceAll(/\W+/g, '-')}.png`),
    fullPage: true,
  })
}
