// Several babies at once: a grid of them, each with its own status and alarm, one made large by a tap, and whose sound is played.

import assert from 'node:assert/strict'
import { gridText } from '../../public/text/en-grid.ts'
import { nightText } from '../../public/text/en-night.ts'
import { parentText } from '../../public/text/en-parent.ts'
import { watchingText } from '../../public/text/en-watching.ts'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import type { Phone } from './phone.ts'
import { expectStatus, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()
const names = ['Attic', 'Cellar', 'Nursery'] as const

/** Of each picture in the grid: whose it is, whether it moves by now, and whether its sound is on. */
function pictures(
  parent: Phone,
): Promise<Record<string, { readonly seconds: number; readonly aloud: boolean; readonly large: boolean }>> {
  return parent.page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('.mosaic .stage, .mosaic .tile')].map((place) => {
        const video = place.querySelector('video')
        const name = place.querySelector('bdi')?.innerText ?? ''
        const aloud = video !== null && !video.muted && !video.paused
        return [name, { seconds: video?.currentTime ?? 0, aloud, large: place.classList.contains('stage') }]
      }),
    ),
  )
}

async function expectAllMove(parent: Phone): Promise<void> {
  const before = await pictures(parent)
  assert.deepEqual(Object.keys(before).toSorted(), [...names])
  await until(
    'each picture moves',
    () => pictures(parent),
    (now) => names.every((name) => (now[name]?.seconds ?? 0) > (before[name]?.seconds ?? 0) + 0.5),
  )
}

async function expectLiveTogether(parent: Phone, wanted: readonly string[]): Promise<void> {
  await until(
    `${wanted.join()} are live`,
    () => parent.page.$$eval('.plate.live bdi', (found) => found.map((name) => (name as HTMLElement).innerText)),
    (live) => live.toSorted().join() === wanted.join(),
  )
}

function expectAloud(parent: Phone, aloud: readonly string[]): Promise<unknown> {
  return until(
    `${aloud.join()} can be heard and nobody else`,
    async () => Object.entries(await pictures(parent)).flatMap(([name, one]) => (one.aloud ? [name] : [])),
    (heard) => heard.toSorted().join() === aloud.join(),
  )
}

async function tick(parent: Phone, role: 'checkbox' | 'radio', name: string): Promise<void> {
  await parent.page
    .locator(`::-p-aria([name=${JSON.stringify(name)}][role="${role}"])`)
    .setTimeout(15_000)
    .click()
}

async function setUp(family: Family): Promise<{ babies: Record<string, Phone>; parent: Phone }> {
  const babies: Record<string, Phone> = {}
  for (const name of names) {
    const baby = await family.phone(name.toLowerCase())
    await startBaby(baby, family.account, { name })
    babies[name] = baby
  }
  const parent = await family.phone('parent')
  await openParent(parent)
  await parent.tap('button', 'Attic')
  await expectStatus(parent, 'Live')
  return { babies, parent }
}

house.journey(
  'three babies in a grid: each is heard as it is wanted, and an alarm says whose it is',
  async (family) => {
    const { babies, parent } = await setUp(family)
    await tick(parent, 'checkbox', 'Cellar')
    await tick(parent, 'checkbox', 'Nursery')
    await expectLiveTogether(parent, names)
    await expectAllMove(parent)
    await expectStatus(parent, 'Live')
    for (const baby of Object.values(babies)) await baby.sees(nightText.proof.hearing(1))
    await babies['Cellar']?.find('list', watchingText.title)
    await expectAloud(parent, names)

    await parent.tap('button', gridText.enlarge('Nursery'))
    await until('Nursery is the large one', async () => (await pictures(parent))['Nursery']?.large)
    await expectStatus(parent, 'Live')
    await expectAllMove(parent)
    await tick(parent, 'radio', gridText.only('Nursery'))
    await expectAloud(parent, ['Nursery'])
    // Its phone is told that nobody there plays it.
    await babies['Attic']?.sees(nightText.proof.nobodyListening)
    await tick(parent, 'radio', gridText.sounds.loudest)
    await babies['Attic']?.sees(nightText.proof.hearing(1))
    await until(
      'one of them has the turn',
      async () => Object.values(await pictures(parent)).filter(({ aloud }) => aloud).length,
      (aloud) => aloud === 1,
    )
    await parent.tap('button', parentText.mute)
    await expectAloud(parent, [])
    await parent.tap('button', parentText.mute)
    await parent.tap('button', gridText.showAll)

    await tick(parent, 'checkbox', 'Attic')
    await expectLiveTogether(parent, ['Cellar', 'Nursery'])
    await babies['Attic']?.sees(nightText.proof.nobodyListening)

    // A phone that throws the page out goes back to both.
    await parent.page.reload()
    await expectLiveTogether(parent, ['Cellar', 'Nursery'])
    await expectStatus(parent, 'Live')

    const other = (await pictures(parent))['Cellar']?.large === true ? 'Nursery' : 'Cellar'
    await babies[other]?.page.close()
    await until(
      'the alarm names the baby',
      () => parent.page.$$eval('[role="alertdialog"]', (dialogs) => dialogs.map((dialog) => dialog.textContent).join()),
      (words) => words.includes(gridText.of(other, nightText.alarm.causes['baby-closed'].sentence)),
      20_000,
    )
    await expectStatus(parent, 'Live')
  },
)
