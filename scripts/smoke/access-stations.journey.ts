// Both stations as they run, with all that can be opened open: axe finds nothing in either theme, the keyboard gets everywhere, nothing
// is cut, covered or too small for a thumb on any screen, and on the narrowest not in any language.

import assert from 'node:assert/strict'
import { appText } from '../../public/text/en-app.ts'
import { babyText } from '../../public/text/en-baby.ts'
import { bedsideText } from '../../public/text/en-bedside.ts'
import { commonText } from '../../public/text/en-common.ts'
import { explainingText } from '../../public/text/en-explaining.ts'
import { gridText } from '../../public/text/en-grid.ts'
import { joiningText } from '../../public/text/en-joining.ts'
import { nightText } from '../../public/text/en-night.ts'
import { parentText } from '../../public/text/en-parent.ts'
import { roomText } from '../../public/text/en-room.ts'
import { startCrowd } from './crowd.ts'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import { otherLanguages, phoneIn, wordsIn } from './in-language.ts'
import { processOf } from './phone.ts'
import type { Phone } from './phone.ts'
import { scrutinize, squeeze } from './scrutiny.ts'
import { expectLive, expectStatus, listedStations, openParent, pressStart } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()
const longName = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenbettzimmer'
/** Of babies beside the first, each at a phone in another language. */
const names = { de: 'Zimmer von Jule', fr: 'Les jumeaux', es: 'Los gemelos' } as const
/** Two of one name are told apart by when they began. */
const crowd = [longName, 'Nursery', ...Array.from({ length: 13 }, (_, index) => `Nursery ${index || ''}`.trim())]

/** Ten seconds, and a busy machine. */
const readyMs = 30_000

const openAll = (phone: Phone, open = true): Promise<void> =>
  phone.page.evaluate((wanted) => {
    for (const details of document.querySelectorAll('details')) details.open = wanted
  }, open)

async function tick(phone: Phone, name: string): Promise<void> {
  await phone.page
    .locator(`::-p-aria([name=${JSON.stringify(name)}][role="checkbox"])`)
    .setTimeout(15_000)
    .click()
}

const alarmOf = (phone: Phone): Promise<unknown> =>
  until('the alarm is on the screen', () => phone.page.$('[role=alertdialog]'))

house.journey('everybody can use the stations, also while the alarm sounds', async (family) => {
  const faults: string[] = []
  const look = async (phone: Phone, name: string): Promise<void> => {
    faults.push(...(await scrutinize(phone, name)))
  }
  const parent = await family.phone('parent')
  await openParent(parent)
  await parent.sees(parentText.noneRunning.family)
  await parent.find('link', appText.manual)
  await look(parent, 'parent-none')

  const baby = await family.phone('baby', { path: '/baby' })
  await baby.fill(babyText.name, ' ')
  await baby.tap('button', babyText.start)
  await baby.sees(babyText.problems.name)
  await look(baby, 'baby-setup')
  await baby.fill(babyText.name, longName)
  await pressStart(baby, family.account, longName)
  await expectLive(parent)
  const [elsewhere] = await Promise.all([
    Promise.all(otherLanguages.map((language) => openElsewhere(family, language))),
    lookAtParent(parent, look),
  ])
  for (const name of [names.de, names.fr]) await tick(parent, name)
  await until('three are live', async () => (await parent.page.$$('.plate.live')).length === 3)
  await look(parent, 'grid')
  await parent.tap('button', gridText.enlarge(longName))
  await look(parent, 'grid-large')

  // It takes ten seconds, in which the others can be looked at.
  await parent.tap('button', nightText.ready.title)
  await Promise.all([
    ...elsewhere.map((one) => one.watch()),
    lookAtBaby(baby, look),
    parent.sees(nightText.ready.didYouHear, readyMs),
  ])
  await look(parent, 'ready')
  await parent.tap('button', nightText.ready.close)

  // So does an alarm, at all of them.
  const process = await processOf(baby)
  process.stop()
  try {
    await elsewhere.find(({ name }) => name === names.es)?.close()
    await Promise.all([
      ...elsewhere.map((one) => one.sound()),
      lookAtGuests(family, look),
      lookAtMany(family, look),
      alarmOf(parent),
    ])
    await look(parent, 'alarm')
  } finally {
    process.goOn()
  }
  assert.deepEqual([...faults, ...elsewhere.flatMap((one) => one.faults)], [])
})

type Look = (phone: Phone, name: string) => Promise<void>

async function lookAtParent(parent: Phone, look: Look): Promise<void> {
  await parent.tap('button', nightText.timeline.title)
  await openAll(parent)
  await look(parent, 'parent-live')
  await parent.tap('button', bedsideText.bedside)
  await look(parent, 'bedside')
  await parent.page.keyboard.press('Escape')
  await openAll(parent, false)
}

async function lookAtBaby(baby: Phone, look: Look): Promise<void> {
  await openAll(baby)
  await look(baby, 'baby-running')
  await baby.tap('button', roomText.dim.dim)
  await look(baby, 'baby-dim')
  await baby.page.keyboard.press('Escape')
  await baby.tap('button', roomText.light.light)
  await baby.tap('button', roomText.light.show)
  await look(baby, 'baby-light')
  await baby.page.keyboard.press('Escape')
}

async function lookAtGuests(family: Family, look: Look): Promise<void> {
  const host = await family.phone('host', { path: '/guests' })
  await host.choose(joiningText.guestStation, names.fr)
  const made = host.page.waitForResponse((answer) => answer.request().method() === 'POST')
  await host.tap('button', commonText.shell.inviteGuest)
  const { code } = (await (await made).json()) as { code: string }
  await host.find('heading', joiningText.guestLink)
  await look(host, 'guests')
  const guest = await family.phone('guest', { account: null, path: `/guest#${code}` })
  await expectStatus(guest, 'Live')
  await openAll(guest)
  await look(guest, 'guest-live')
}

/** Fifteen babies to choose from. */
async function lookAtMany(family: Family, look: Look): Promise<void> {
  const account = await family.newAccount()
  await startCrowd(await family.phone('crowd', { account, path: '/help' }), crowd)
  const parent = await family.phone('parent of fifteen', { account, path: '/parent' })
  await parent.sees(explainingText.explanations.choose)
  assert.equal((await listedStations(parent)).length, crowd.length)
  await look(parent, 'parent-many')
}

interface Elsewhere {
  readonly name: string
  readonly faults: readonly string[]
  /** All of a parent's page that is there while the babies are. */
  watch(): Promise<void>
  /** The alarm, once the Spanish baby is gone. */
  sound(): Promise<void>
  /** Closes the Baby Station. */
  close(): Promise<void>
}

/** A Baby Station in another language, without a camera: what it costs is words. */
async function openElsewhere(family: Family, language: keyof typeof names): Promise<Elsewhere> {
  const words = await wordsIn(language)
  const faults: string[] = []
  const look = async (phone: Phone, name: string): Promise<void> => {
    faults.push(...(await squeeze(phone, `${name} in ${language}`)))
  }
  const baby = await phoneIn(language, family, 'baby', { path: '/baby' })
  await baby.choose(words.babyText.camera, words.babyText.noCamera)
  await baby.fill(words.babyText.name, names[language])
  await look(baby, 'baby-setup')
  await baby.tap('button', words.babyText.start)
  await baby.find('button', words.roomText.dim.dim)
  await openAll(baby)
  await look(baby, 'baby-running')
  const parent = await phoneIn(language, family, 'parent', { path: null })

  return {
    name: names[language],
    faults,
    async watch() {
      await parent.go('/parent')
      await parent.tap('button', names[language])
      await parent.sees(words.parentText.status.live)
      await parent.tap('button', words.nightText.ready.title)
      await look(parent, 'ready')
      await parent.tap('button', words.nightText.ready.close)
      await parent.tap('button', words.nightText.timeline.title)
      await openAll(parent)
      await look(parent, 'parent-live')
      await openAll(parent, false)
      await tick(parent, names[language === 'es' ? 'de' : 'es'])
      await until('two are live', async () => (await parent.page.$$('.plate.live')).length === 2)
      await parent.tap('button', words.gridText.enlarge(names[language]))
      await look(parent, 'grid-large')
      await parent.tap('button', words.bedsideText.bedside)
      await look(parent, 'bedside')
      await parent.page.keyboard.press('Escape')
    },
    async sound() {
      await alarmOf(parent)
      await look(parent, 'alarm')
    },
    close: () => baby.page.close(),
  }
}
