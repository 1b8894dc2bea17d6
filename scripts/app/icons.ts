// Draws the app's icons from its mark, public/favicon.svg.
// Usage: node --import tsx scripts/app/icons.ts, after scripts/test has installed Chromium.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { openBrowser } from '../smoke/browser.ts'

const folder = join(import.meta.dirname, '../../public')
const mark = readFileSync(join(folder, 'favicon.svg'), 'utf8')

interface Icon {
  readonly name: string
  readonly size: number
  /** Of the corners, as a fraction of the size. Phones cut the others to their own shape. */
  readonly radius: number
}

const icons: readonly Icon[] = [
  { name: 'icon-192', size: 192, radius: 0.22 },
  { name: 'icon-512', size: 512, radius: 0.22 },
  // The mark keeps within four fifths of the width, which every shape leaves: https://w3c.github.io/manifest/#icon-masks
  { name: 'maskable-512', size: 512, radius: 0 },
  { name: 'apple-touch-icon', size: 180, radius: 0 },
]

async function draw(page: Page, { name, size, radius }: Icon): Promise<void> {
  await page.setViewport({ width: size, height: size })
  const style = `body { margin: 0 } svg { display: block; width: ${size}px; border-radius: ${radius * size}px }`
  await page.setContent(`<style>${style}</style>${mark}`)
  await page.screenshot({ path: `${join(folder, name)}.png`, omitBackground: true })
}

const browser = await openBrowser()
try {
  const page = await browser.newPage()
  for (const icon of icons) await draw(page, icon)
} finally {
  await browser.close()
}
