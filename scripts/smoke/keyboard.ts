// A walk over a page with Tab alone.

import type { Page } from 'puppeteer'

declare global {
  interface Window {
    tabbed: Set<Element>
  }
}

/** More stops than any page has. */
const mostStops = 150

/** What Tab does not reach, and where nothing shows that it is there. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const faults = await walk(page)
  // Something may have come up behind the walker, which is there for the next.
  return faults.length === 0 ? faults : walk(page)
}

async function walk(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    window.tabbed = new Set()
    if (document.querySelector('[aria-modal="true"], dialog[open]') !== null) return
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  const unseen: string[] = []
  let before = ''
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const at = document.activeElement
      // From the end it goes on from the top.
      if (at === null || at === document.body) return 'outside'
      if (window.tabbed.has(at)) return 'been there'
      window.tabbed.add(at)
      const isMarked = (part?: string): boolean => {
        const { outlineStyle, outlineWidth } = getComputedStyle(at, part)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      }
      const { top, bottom, height } = at.getBoundingClientRect()
      const isInSight = height > innerHeight || (bottom > 0 && top < innerHeight)
      return { name: at.outerHTML.slice(0, 120), isSeen: isInSight && (isMarked() || isMarked('::after')) }
    })
    // A page without a stop leads from the end to the end.
    if (found === 'been there' || (found === 'outside' && before === found)) break
    before = found === 'outside' ? found : ''
    if (found !== 'outside' && !found.isSeen) unseen.push(`the focus is not seen on ${found.name}`)
  }
  const missed = await page.evaluate(() => {
    const scope = [...document.querySelectorAll('[aria-modal="true"], dialog[open]')].at(-1) ?? document
    const wanted = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]'
    const outside = scope === document ? [] : [...window.tabbed].filter((element) => !scope.contains(element))
    return [
      ...[...scope.querySelectorAll(wanted)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        // Of radio buttons one is a stop, and the arrows go on from there.
        .filter((element) => !element.matches('[type=radio], [tabindex="-1"]') && !window.tabbed.has(element))
        .map((element) => `Tab does not reach ${element.outerHTML.slice(0, 120)}`),
      ...outside.map((element) => `Tab leaves what fills the screen for ${element.outerHTML.slice(0, 120)}`),
    ]
  })
  return [...unseen, ...missed]
}
