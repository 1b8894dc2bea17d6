// Several babies at once: a grid of them, each with its own status and alarm, one made large by a tap, and whose sound is played.

import assert from 'node:assert/strict'
import { bedsideText, conditionText, stopwatchText } from '../../public/text/en-bedside.ts'
import { gridText } from '../../public/text/en-grid.ts'
import { nightText } from '../../public/text/en-night.ts'
import { parentText } from '../../public/text/en-parent.ts'
import { watchingText } from '../../public/text/en-watching.ts'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import { stageNursery } from './nursery.ts'
import type { Phone } from './phone.ts'
import { expectForgotten, expectStatus, openParent, pressStart, startBaby } from './stations.ts'
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

/** Once, so that it is no alarm. */
function sob(baby: Phone): Promise<void> {
  return baby.page.evaluate(() => {
    window.nursery.cry(true)
    window.nursery.cry(false)
  })
}

interface Scene {
  readonly babies: Record<(typeof names)[number], Phone>
  readonly cellar: string
  readonly parent: Phone
}

async function setUp(family: Family): Promise<Scene> {
  const start = async (name: string): Promise<{ phone: Phone; session: string }> => {
    const phone = await family.phone(name.toLowerCase())
    await stageNursery(phone)
    return { phone, session: await startBaby(phone, family.account, { name }) }
  }
  const [attic, cellar, nursery] = [await start('Attic'), await start('Cellar'), await start('Nursery')]
  const parent = await family.phone('parent', { path: null })
  await parent.page.evaluateOnNewDocument(() => {
    const battery = Object.assign(new EventTarget(), { level: 0.19, charging: false })
    Object.assign(navigator, { getBattery: () => Promise.resolve(battery) })
  })
  await parent.go('/')
  await openParent(parent)
  await parent.tap('button', 'Attic')
  await expectStatus(parent, 'Live')
  return {
    babies: { Attic: attic.phone, Cellar: cellar.phone, Nursery: nursery.phone },
    cellar: cellar.session,
    parent,
  }
}

house.journey(
  'three babies in a grid: each is heard as it is wanted, and one that is not there after a reload is missed by name',
  async (family) => {
    const { babies, cellar, parent } = await setUp(family)
    await tick(parent, 'checkbox', 'Cellar')
    await tick(parent, 'checkbox', 'Nursery')
    await expectLiveTogether(parent, names)
    await expectAllMove(parent)
    await expectStatus(parent, 'Live')
    for (const baby of Object.values(babies)) await baby.sees(nightText.proof.hearing(1))
    await babies.Cellar.find('list', watchingText.title)
    await expectAloud(parent, names)
    await parent.sees(conditionText.own(19))
    await parent.sees(bedsideText.since(''))
    await parent.page.locator(`::-p-text(${stopwatchText.title})`).click()
    await parent.tap('button', stopwatchText.start.feed)

    await parent.tap('button', gridText.enlarge('Nursery'))
    await until('Nursery is the large one', async () => (await pictures(parent))['Nursery']?.large)
    await expectStatus(parent, 'Live')
    await expectAllMove(parent)
    await tick(parent, 'radio', gridText.only('Nursery'))
    await expectAloud(parent, ['Nursery'])
    // Its phone is told that nobody there plays it.
    await babies.Attic.sees(nightText.proof.nobodyListening)
    await tick(parent, 'radio', gridText.sounds.loudest)
    await babies.Attic.sees(nightText.proof.hearing(1))
    for (const name of ['Nursery', 'Cellar'] as const) {
      await sob(babies[name])
      await expectAloud(parent, [name])
    }
    await parent.tap('button', parentText.mute)
    await expectAloud(parent, [])
    await parent.tap('button', parentText.mute)
    await parent.tap('button', gridText.showAll)
    const { lastSound, seconds } = nightText.noise
    await until(
      'the seconds since Nursery was heard count',
      () => parent.text(),
      (shown) => [3, 4, 5, 6, 7, 8].some((ago) => shown.includes(lastSound(seconds(ago)))),
    )

    // The phone throws the page out, and opens it ten minutes later.
    await parent.go('/help')
    await babies.Cellar.tap('button', 'Stop')
    await expectForgotten(family.account, cellar)
    await parent.page.evaluateOnNewDocument(() => {
      const real = Date.now
      Date.now = () => real() + 600_000
    })
    await parent.go('/parent')
    await expectLiveTogether(parent, ['Attic', 'Nursery'])
    await expectStatus(parent, 'Live')
    assert.equal((await pictures(parent))['Nursery']?.large, true, 'the same is the large one')
    await parent.sees(gridText.missing('Cellar'))
    assert.match(await parent.text(), /On since .+, for 1\d minutes/)
    await parent.sees(stopwatchText.running.feed('10:'))
    await parent.tap('button', stopwatchText.end.feed)
    await until(
      'the alarm names the baby',
      () => parent.page.$$eval('[role="alertdialog"]', (dialogs) => dialogs.map((dialog) => dialog.textContent).join()),
      (words) => words.includes(gridText.of('Cellar', nightText.alarm.causes['baby-unreachable'].sentence)),
      20_000,
    )
    await expectStatus(parent, 'Live')
    await parent.tap('button', nightText.alarm.awake)
    await pressStart(babies.Cellar, family.account, 'Cellar')
    await expectLiveTogether(parent, names)

    await tick(parent, 'checkbox', 'Attic')
    await expectLiveTogether(parent, ['Cellar', 'Nursery'])
    await babies.Attic.sees(nightText.proof.nobodyListening)
  },
)
