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

/** Phones, a tablet and a computer, upright and across, with the sizes of letters in per cent. */
const screens = [
  { width: 320, height: 568, letters: [100, 200] },
  { width: 390, height: 844, letters: [100, 200] },
  { width: 768, height: 1024, letters: [100, 200] },
  { width: 900, height: 1440, letters: [100] },
  { width: 568, height: 320, letters: [100, 200] },
  { width: 844, height: 390, letters: [100] },
  { width: 1024, height: 768, letters: [100] },
  { width: 1440, height: 900, letters: [100, 200] },
] as const
const leastTargetPx = 44
const pictures = process.env['PICTURES']

/** Gives everything that is wrong. */
export async function scrutinize({ page }: Pick<Phone, 'page'>, name: string): Promise<string[]> {
  const faults: string[] = []
  const usual = page.viewport()
  assert.ok(usual)
  // What fades in has no colour of its own until it is there.
  await until('the page stands still', () =>
    page.evaluate(() =>
      document.getAnimations().every(({ playState, effect }) => {
        const endsMs = effect?.getComputedTiming().endTime
        return playState !== 'running' || endsMs === Infinity
      }),
    ),
  )
  for (const theme of themes.filter((one) => one !== 'phone')) {
    await page.evaluate((shown) => (document.documentElement.dataset['theme'] = shown), theme)
    faults.push(...(await axeFaults(page)).map((fault) => `by ${theme}: ${fault}`))
    await keep(page, `${name}-${theme}`)
  }
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'night'))
  faults.push(...(await keyboardFaults(page)))

  for (const { width, height, letters } of screens) {
    await page.setViewport({ ...usual, width, height })
    for (const percent of letters) {
      await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), percent)
      await until('the page has this size', () =>
        page.evaluate((wide) => document.documentElement.clientWidth === wide, width),
      )
      const found = await page.evaluate(layoutFaults, leastTargetPx)
      faults.push(...found.map((fault) => `${width} by ${height}, letters ${percent} %: ${fault}`))
      await keep(page, `${name}-${width}x${height}-${percent}`)
    }
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = ''))
  await page.setViewport(usual)
  return faults.map((fault) => `${name}: ${fault}`)
}

async function keep(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({
    path: join(pictures, `${name.replaceAll(/\W+/g, '-')}.png`),
    fullPage: true,
  })
}
