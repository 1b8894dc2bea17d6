// Stop, and what counts as Stop: parents are told, the camera goes off, the box forgets. A parent who goes back hears no more, and may
// come again.

import assert from 'node:assert/strict'
import { babyText } from '../../public/text/en-baby.ts'
import { explainingText } from '../../public/text/en-explaining.ts'
import { createHouse } from './house.ts'
import {
  expectCaptureOff,
  expectForgotten,
  expectLive,
  expectStatus,
  openParent,
  pressStart,
  startBaby,
} from './stations.ts'

const house = createHouse()

house.journey(
  'Stop tells the parent, turns the camera off and is forgotten; Start is followed; going back is a Stop too',
  async (family) => {
    const baby = await family.phone('baby')
    const first = await startBaby(baby, family.account)
    const parent = await family.phone('parent')
    await openParent(parent)
    await expectLive(parent)
    await baby.tap('button', 'Stop')
    await expectStatus(parent, 'Baby Station stopped')
    await parent.sees(explainingText.explanations['start-again'])
    await expectForgotten(family.account, first)
    await expectCaptureOff(baby)
    await baby.find('button', 'Start')
    const states = await baby.page.evaluate(() =>
      window.observed.connections.map(({ connectionState }) => connectionState),
    )
    assert.deepEqual([...new Set(states)], ['closed'])

    const second = await pressStart(baby, family.account)
    assert.notEqual(second, first)
    await expectLive(parent)

    await parent.page.goBack()
    await baby.sees(babyText.watching(0))
    await openParent(parent)
    await expectLive(parent)

    await baby.page.goBack()
    await expectStatus(parent, 'Baby Station stopped')
    await expectForgotten(family.account, second)
    await expectCaptureOff(baby)
    await baby.find('link', 'Baby Station')
  },
)
