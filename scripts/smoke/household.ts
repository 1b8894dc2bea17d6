// What a family does to verify its phones, and how a journey sees it.

import assert from 'node:assert/strict'
import { joiningText } from '../../public/text/en-joining.ts'
import { nightText } from '../../public/text/en-night.ts'
import type { Account } from './account.ts'
import { openTab } from './phone.ts'
import type { Phone } from './phone.ts'
import { until } from './wait.ts'

const words = nightText.household

interface Shown {
  readonly code: string
  readonly letters: string
}

/** What a camera reads from the QR code: the code for the box, and the household's secret if this phone has one. */
export async function showCode(phone: Phone, account: Account): Promise<string> {
  const answer = phone.page.waitForResponse((response) => response.url().endsWith('/api/pairings'))
  await phone.go('/add-phone')
  const { code, letters } = (await (await answer).json()) as Shown
  await phone.sees(`${letters.slice(0, 3)} ${letters.slice(3)}`)
  const secret = await secretOf(phone, account)
  return secret === null ? code : `${code}.${secret}`
}

export function secretOf(phone: Phone, { username }: Account): Promise<string | null> {
  return phone.page.evaluate((name) => localStorage.getItem(`beddybytes.household.${name}`), username)
}

export async function letIn(phone: Phone, name: string): Promise<void> {
  await phone.find('heading', joiningText.letInQuestion(name))
  await phone.tap('button', joiningText.letIn)
  await phone.sees(joiningText.hasJoined(name))
}

/** `phone` is logged in already and scans the code that `verified` shows; it ends at its home page. */
export async function verifyPhone(verified: Phone, phone: Phone, account: Account): Promise<void> {
  const tab = await openTab(verified, `${verified.label}, second tab`)
  const scanned = await showCode(tab, account)
  await phone.go(`/join#${scanned}`)
  await until('the secret leaves the address bar', () => !phone.page.url().includes('#'))
  await phone.tap('button', words.joinYes)
  await phone.sees(words.joined)
  await phone.go('/')
  assert.deepEqual(tab.faults(), [])
  await tab.close()
}

export async function expectVerified(phone: Phone, yes: boolean): Promise<void> {
  const wanted = yes ? words.verified : words.unverified
  await until(
    `${phone.label} says ${wanted}`,
    () => phone.page.$$eval('.trust summary', (found) => found.map((line) => line.innerText.trim())),
    (shown) => shown.length === 1 && shown[0] === wanted,
  )
}
