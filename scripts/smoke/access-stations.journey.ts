// Both stations as they run, with all that can be opened open: axe finds nothing in either theme, the keyboard gets everywhere, nothing
// is cut, covered or too small for a thumb on any screen.

import assert from 'node:assert/strict'
import { bedsideText } from '../../public/text/en-bedside.ts'
import { joiningText } from '../../public/text/en-joining.ts'
import { babyText } from '../../public/text/en-baby.ts'
import { nightText } from '../../public/text/en-night.ts'
import { explainingText } from '../../public/text/en-explaining.ts'
import { roomText } from '../../public/text/en-room.ts'
import { createHouse } from './house.ts'
import { processOf } from './phone.ts'
import type { Phone } from './phone.ts'
import { scrutinize } from './scrutiny.ts'
import { expectLive, expectStatus, openParent, pressStart } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()
const longName = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenbettzimmer'

const openAll = (phone: Phone): Promise<void> =>
  phone.page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

house.journey('everybody can use the stations, also while the alarm sounds', async (family) => {
  const faults: string[] = []
  const parent = await family.phone('parent')
  await openParent(parent)
  await parent.sees(explainingText.explanations['none-running'])
  faults.push(...(await scrutinize(parent, 'parent-none')))

  const baby = await family.phone('baby', { path: '/baby' })
  await baby.fill(babyText.name, ' ')
  await baby.tap('button', babyText.start)
  await baby.sees(babyText.problems.name)
  faults.push(...(await scrutinize(baby, 'baby-setup')))
  await baby.fill(babyText.name, longName)
  await pressStart(baby, family.account, longName)
  await expectLive(parent)
  await parent.find('button', nightText.ready.title)
  await openAll(baby)
  faults.push(...(await scrutinize(baby, 'baby-running')))
  await baby.tap('button', roomText.dim.dim)
  faults.push(...(await scrutinize(baby, 'baby-dim')))
  await baby.page.keyboard.press('Escape')
  await baby.tap('button', roomText.light.light)
  await baby.tap('button', roomText.light.show)
  faults.push(...(await scrutinize(baby, 'baby-light')))
  await baby.page.keyboard.press('Escape')
  await openAll(parent)
  await parent.tap('button', nightText.timeline.title)
  faults.push(...(await scrutinize(parent, 'parent-live')))
  await parent.tap('button', bedsideText.bedside)
  faults.push(...(await scrutinize(parent, 'bedside')))
  await parent.page.keyboard.press('Escape')

  await parent.go('/guests')
  await parent.tap('button', joiningText.invite)
  await parent.find('heading', joiningText.guestLink)
  faults.push(...(await scrutinize(parent, 'guests')))
  await parent.go('/parent')
  await expectStatus(parent, 'Live')

  await parent.tap('button', nightText.ready.title)
  await parent.sees(nightText.ready.didYouHear)
  faults.push(...(await scrutinize(parent, 'ready')))
  await parent.tap('button', nightText.ready.close)

  const process = await processOf(baby)
  process.stop()
  try {
    await until('the alarm is on the screen', () => parent.page.$('[role=alertdialog]'))
    faults.push(...(await scrutinize(parent, 'alarm')))
  } finally {
    process.goOn()
  }
  assert.deepEqual(faults, [])
})
