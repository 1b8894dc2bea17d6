// The narrowest phone with the largest letters: nothing may stand beyond the edge of the screen.

import assert from 'node:assert/strict'
import type { Phone } from './phone.ts'

export async function expectNarrow({ label, page }: Phone): Promise<void> {
  const usual = page.viewport()
  assert.ok(usual)
  await page.setViewport({ ...usual, width: 320, height: 640 })
  const [content, screen] = await page.evaluate(() => {
    const { documentElement: root } = document
    root.style.fontSize = '200%'
    const widths = [root.scrollWidth, root.clientWidth]
    root.style.fontSize = ''
    return widths
  })
  await page.setViewport(usual)
  assert.equal(content, screen, `${label} has to be moved sideways`)
}
