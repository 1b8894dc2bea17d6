// What a parent does with the two stations, and what they see and hear of them.

import assert from 'node:assert/strict'
import { parentText } from '../../public/text/en-parent.ts'
import type { Account } from './account.ts'
import type { Phone } from './phone.ts'
import { patienceMs, until } from './wait.ts'

export type Status = 'Connecting' | 'Live' | 'Reconnecting' | 'Baby Station stopped'

/** From the home page to a Baby Station that the box knows; gives the session's id. */
export async function startBaby(
  phone: Phone,
  account: Account,
  { name = 'Nursery', camera = true }: { name?: string; camera?: boolean } = {},
): Promise<string> {
  await phone.tap('link', 'Baby Station')
  await phone.fill('Station name', name)
  if (!camera) await phone.choose('Camera', 'No camera')
  return pressStart(phone, account, name)
}

/** Start on a Baby Station that is off. */
export async function pressStart(phone: Phone, account: Account, name = 'Nursery'): Promise<string> {
  await phone.tap('button', 'Start')
  await phone.find('button', 'Stop')
  const listed = await until(
    'the box lists the session',
    () => account.sessions(),
    (sessions) => sessions.some((one) => one.name === name),
  )
  const [session] = listed.filter((one) => one.name === name)
  assert.ok(session)
  return session.id
}

/** The tap that opens the Parent Station also allows it to play sound. */
export async function openParent(phone: Phone): Promise<void> {
  await phone.tap('link', 'Parent Station')
}

export function status(phone: Phone): Promise<readonly string[]> {
  return phone.page.$$eval('[role="status"]', (found) =>
    found.map((element) => (element as HTMLElement).innerText.trim()),
  )
}

export async function expectStatus(phone: Phone, wanted: Status, withinMs = patienceMs): Promise<void> {
  const shown = await until(
    `${phone.label} says ${wanted}`,
    () => status(phone),
    ([first]) => first === wanted,
    withinMs,
  )
  assert.deepEqual(shown, [wanted], 'there is exactly one status')
}

/** The names of the entries of the list "Baby Stations". */
export async function listedStations(phone: Phone): Promise<readonly string[]> {
  const list = await phone.find('list', parentText.stations)
  return list.$$eval('::-p-aria([role="button"])', (buttons) =>
    buttons.map((button) => button.getAttribute('aria-label') ?? (button as HTMLElement).innerText.trim()),
  )
}

export async function expectMovingPicture(phone: Phone, withinMs = patienceMs): Promise<void> {
  await phone.page.evaluate(() => window.observed.markPicture())
  await until(
    `${phone.label} sees a moving picture`,
    () => phone.page.evaluate(() => ({ ...window.observed.picture })),
    ({ frames, changes }) => frames >= 20 && changes >= 2,
    withinMs,
  )
}

export async function expectSound(phone: Phone, withinMs = patienceMs): Promise<void> {
  const before = await energy(phone)
  await until(
    `${phone.label} hears the baby`,
    () => energy(phone),
    (now) => now - before > 0.001,
    withinMs,
  )
  await until(`${phone.label} plays it aloud`, () => phone.page.evaluate(() => window.observed.playsAloud()))
}

export async function expectLive(phone: Phone): Promise<void> {
  await expectStatus(phone, 'Live')
  await expectMovingPicture(phone)
  await expectSound(phone)
}

export function longestGapMs(phone: Phone): Promise<number> {
  return phone.page.evaluate(() => {
    const { longestGapMs: longest, lastMs } = window.observed.picture
    return Math.max(longest, performance.now() - lastMs)
  })
}

export function markPicture(phone: Phone): Promise<void> {
  return phone.page.evaluate(() => window.observed.markPicture())
}

/** `video live`, `audio ended` and so on, of everything that the page ever got from camera and microphone. */
export function captured(phone: Phone): Promise<string[]> {
  return phone.page.evaluate(() => window.observed.captured.map(({ kind, readyState }) => `${kind} ${readyState}`))
}

export async function expectCaptureOff(phone: Phone): Promise<void> {
  const tracks = await until(
    `${phone.label}'s camera and microphone are off`,
    () => captured(phone),
    (all) => all.every((track) => track.endsWith(' ended')),
  )
  assert.notEqual(tracks.length, 0)
}

export async function expectForgotten(account: Account, sessionId: string): Promise<void> {
  await until(
    'the box has forgotten the session',
    () => account.sessions(),
    (sessions) => sessions.every(({ id }) => id !== sessionId),
  )
}

function energy(phone: Phone): Promise<number> {
  return phone.page.evaluate(() => window.observed.soundEnergy())
}
