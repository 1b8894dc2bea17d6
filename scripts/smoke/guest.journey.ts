// A guest watches one baby, sees nothing else, and goes when the family says so or the time is over.

import assert from 'node:assert/strict'
import { guestText } from '../../public/text/en-guest.ts'
import { joiningText } from '../../public/text/en-joining.ts'
import { parentText } from '../../public/text/en-parent.ts'
import { soundText, talkText } from '../../public/text/en-talk.ts'
import { commonText } from '../../public/text/en-common.ts'
import type { Account } from './account.ts'
import type { Family } from './house.ts'
import { watchingText } from '../../public/text/en-watching.ts'
import { createHouse } from './house.ts'
import { expectNarrow } from './narrow.ts'
import type { Phone } from './phone.ts'
import { expectForgotten, expectLive, expectStatus, pressStart, startBaby } from './stations.ts'
import { measure, until } from './wait.ts'

const house = createHouse()
const longName = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenbettzimmer'

/** Makes a link as the family does, and gives the guest's phone with it open. */
async function invite(family: Family, owner: Phone, { station = 'Nursery', name = 'Grandma' } = {}): Promise<Phone> {
  await owner.go('/guests')
  await owner.choose(joiningText.guestStation, station)
  await owner.fill(joiningText.guestName, name)
  const answer = owner.page.waitForResponse(
    (response) => response.url().endsWith('/api/guests') && response.request().method() === 'POST',
  )
  await owner.tap('button', 'Invite a guest')
  const { code } = (await (await answer).json()) as { code: string }
  await owner.find('heading', 'Guest link')
  const guest = await family.phone(`guest ${name}`, { account: null, path: null })
  await overhear(guest)
  await guest.go(`/guest#${code}`)
  return guest
}

declare global {
  interface Window {
    /** What the box and the Baby Station have said to this page. */
    overheard: string[]
  }
}

/** Before the page is opened. */
async function overhear({ page }: Phone): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    window.overheard = []
    const listen = EventTarget.prototype.addEventListener
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      if (type === 'message' && (this instanceof RTCDataChannel || this instanceof WebSocket)) {
        listen.call(this, type, (event) => window.overheard.push(String((event as MessageEvent).data)))
      }
      listen.call(this, type, listener, options)
    }
  })
}

/** A phone of the family, called after its browser: `Chrome (Linux)`. */
async function logInHere({ page }: Phone, { username, password }: Account): Promise<void> {
  const status = await page.evaluate(
    async (body) => (await fetch('/api/login', { method: 'POST', body })).status,
    JSON.stringify({ username, password }),
  )
  assert.equal(status, 200)
}

/** The names under "Who is watching". */
const watchers = ({ page }: Phone): Promise<string[]> =>
  page.$$eval('.watchers bdi', (names) => names.map((name) => name.textContent ?? ''))

async function listen(guest: Phone): Promise<void> {
  // A link opens without a tap in the page, so sound may wait for one.
  await expectStatus(guest, 'Live').catch(() => undefined)
  if (await guest.has('button', parentText.tapToListen)) await guest.tap('button', parentText.tapToListen)
  await expectLive(guest)
}

const closedAtBaby = (baby: Phone, left: number) =>
  until('the baby has closed the call', async () =>
    baby.page.evaluate(
      (open) =>
        window.observed.connections.filter(({ connectionState }) => connectionState !== 'closed').length === open,
      left,
    ),
  )

house.journey('a guest watches the one baby, through Stop and Start, and nothing else is there', async (family) => {
  const baby = await family.phone('baby')
  const first = await startBaby(baby, family.account)
  const attic = await family.phone('attic')
  await startBaby(attic, family.account, { name: 'Attic', camera: false })
  const owner = await family.phone('owner')
  // Its page opens a socket with the log-in that is replaced meanwhile.
  owner.expectErrors(/HTTP Authentication failed/)
  await logInHere(owner, family.account)
  const guest = await invite(family, owner)
  await listen(guest)
  const grandma = `Grandma${watchingText.guest}`
  await until(
    'the guest is named',
    () => watchers(baby),
    ([name, ...others]) => name === grandma && others.length === 0,
  )
  await owner.go('/parent')
  await owner.tap('button', 'Nursery')
  const parent = 'Chrome (Linux)'
  // Until its phone has said who it is, it has no name.
  await until(
    'so is the parent',
    () => watchers(baby),
    (names) => names.toSorted().join() === [parent, grandma].toSorted().join(),
  )
  const told = await until(
    'the guest is told of a change in the room',
    () => guest.page.evaluate(() => window.overheard),
    (words) => words.filter((word) => word.includes('"type":"state"')).length > 1,
  )
  assert.ok(told.some((word) => word.includes('"type":"welcome"')))
  for (const name of [parent, 'Grandma', 'Attic', family.account.username]) {
    assert.deepEqual(
      told.filter((word) => word.includes(name)),
      [],
      `no ${name}`,
    )
  }
  await owner.close()
  const shown = await guest.text()
  for (const hidden of ['Attic', family.account.username]) assert.ok(!shown.includes(hidden), `no ${hidden}`)
  for (const name of ['Home', 'Account']) assert.ok(!(await guest.has('link', name)), `no link ${name}`)
  assert.ok(!(await guest.has('list', parentText.stations)))
  assert.ok(!(await guest.has('button', commonText.recording.record)))
  // What is loaded late is there, and has nothing to talk with.
  await guest.sees(soundText.volume)
  assert.ok(!(await guest.has('button', talkText.talk)))
  assert.ok(!guest.page.url().includes('#'))
  guest.expectErrors(/status of 401/)
  const answers = await guest.page.evaluate(async () => {
    const asked = [
      ['GET', '/api/me'],
      ['GET', '/api/sessions'],
      ['POST', '/api/pairings'],
      ['GET', '/api/guests'],
    ].map(async ([method = '', path = '']) => (await fetch(path, { method })).status)
    return Promise.all(asked)
  })
  assert.deepEqual(answers, [401, 401, 401, 401])

  await baby.tap('button', 'Stop')
  await expectStatus(guest, 'Baby Station stopped')
  await expectForgotten(family.account, first)
  await pressStart(baby, family.account)
  await expectLive(guest)
  await guest.page.reload()
  await listen(guest)
})

house.journey(
  'a guest is ended in mid-stream: the page says so, the baby closes the call within 2 s',
  async (family) => {
    const baby = await family.phone('baby')
    await startBaby(baby, family.account, { name: longName })
    const owner = await family.phone('owner')
    const guest = await invite(family, owner, { station: longName })
    await listen(guest)
    await expectNarrow(guest)
    await expectNarrow(owner)
    const focused = await owner.page.evaluate(() => document.activeElement?.textContent ?? '')
    assert.ok(focused.startsWith(joiningText.guestLink), 'the link comes into sight by itself')
    const ms = await measure(async () => {
      await owner.tap('button', joiningText.endGuest)
      await closedAtBaby(baby, 0)
    })
    assert.ok(ms < 2000, `within 2 s, not ${Math.round(ms)} ms`)
    await guest.find('heading', guestText.guestOverTitle)
    assert.equal(await guest.page.evaluate(() => document.querySelector('video')), null)
    await guest.page.reload()
    await guest.find('heading', guestText.guestOverTitle)
  },
)

house.journey('a guest goes at its time by itself, and a link that has ended opens nothing', async (family) => {
  const baby = await family.phone('baby')
  const sessionId = await startBaby(baby, family.account)
  const cookie = await family.account.logIn()
  const stayMs = 12_000
  const endsAt = new Date(Date.now() + stayMs)
  const body = { sessionId, name: 'Sitter', until: endsAt.toISOString() }
  const { json } = await family.box.ask('POST', '/api/guests', { cookie, body })
  const { code } = json as { code: string }
  const guest = await family.phone('guest', { account: null, path: `/guest#${code}` })
  await expectStatus(guest, 'Live')
  await guest.find('heading', guestText.guestOverTitle, stayMs + 2000)
  assert.ok(Date.now() >= endsAt.getTime() - 500, 'not before its time')
  assert.ok(Date.now() <= endsAt.getTime() + 2000, 'and not long after')
  await closedAtBaby(baby, 0)
  const late = await family.phone('late', { account: null, path: null })
  late.expectErrors(/status of 404.*\/api\/guest/)
  await late.go(`/guest#${code}`)
  await late.find('heading', guestText.guestOverTitle)
})
