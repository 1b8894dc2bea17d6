// What axe finds wrong with a page as it is shown at this moment.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'puppeteer'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Its rules by WCAG and its advice, and the size of targets, which it leaves out when nothing is said. */
const options: RunOptions = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }

/** What depends on the theme. */
const colours: RunOptions = { ...options, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

/** A line for each rule that is broken, with the places. */
export async function axeFaults(page: Page, looksAt: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window)
  if (!isThere) await page.evaluate(source)
  const violations = await page.evaluate(
    async (asked) => {
      const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }
      return (await axe.run(asked)).violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`),
      }))
    },
    looksAt === 'colours' ? colours : options,
  )
  return violations.map(({ id, nodes }) => `axe: ${id}: ${nodes.join(' | ')}`)
}
