// Several Baby Stations: a parent switches between those of the family, and never learns of another family's.

import assert from 'node:assert/strict'
import { babyText } from '../../public/text/en-baby.ts'
import { explainingText } from '../../public/text/en-explaining.ts'
import { parentText } from '../../public/text/en-parent.ts'
import { createHouse } from './house.ts'
import { expectLive, expectStatus, listedStations, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()

house.journey('babies appear and go by themselves, and a parent chooses between two, and switches', async (family) => {
  const parent = await family.phone('parent')
  await openParent(parent)
  await parent.sees(parentText.noneRunning.family)
  const attic = await family.phone('attic')
  await startBaby(attic, family.account, { name: 'Attic' })
  await expectLive(parent)
  const cellar = await family.phone('cellar')
  await startBaby(cellar, family.account, { name: 'Cellar', camera: false })
  await until(
    'both are listed',
    () => listedStations(parent),
    (names) => names.toSorted().join() === 'Attic,Cellar',
  )
  await attic.sees(babyText.watching(1))

  await parent.tap('button', 'Cellar')
  await cellar.sees(babyText.watching(1))
  await attic.sees(babyText.watching(0))
  await expectStatus(parent, 'Live')
  await parent.sees(parentText.soundOnly)

  // Whoever opens the page now is asked which one.
  await parent.page.goBack()
  await openParent(parent)
  await parent.sees(explainingText.explanations.choose)
  await parent.tap('button', 'Attic')
  await attic.sees(babyText.watching(1))
  await expectLive(parent)

  await cellar.tap('button', 'Stop')
  await until(
    'the stopped one is gone',
    () => listedStations(parent),
    (names) => names.join() === 'Attic',
  )
  await expectLive(parent)
})

house.journey('two accounts never see each other', async (family) => {
  const others = await family.newAccount()
  const ours = await family.phone('our baby')
  await startBaby(ours, family.account, { name: 'Ours' })
  const theirs = await family.phone('their baby', { account: others })
  await startBaby(theirs, others, { name: 'Theirs', camera: false })

  const parent = await family.phone('our parent')
  await openParent(parent)
  await expectLive(parent)
  assert.deepEqual(await listedStations(parent), ['Ours'])
  const neighbour = await family.phone('their parent', { account: others })
  await openParent(neighbour)
  await expectStatus(neighbour, 'Live')
  assert.deepEqual(await listedStations(neighbour), ['Theirs'])
  assert.ok(!(await parent.text()).includes('Theirs'))
  assert.ok(!(await neighbour.text()).includes('Ours'))

  await theirs.tap('button', 'Stop')
  await expectStatus(neighbour, 'Baby Station stopped')
  await expectLive(parent)
})
