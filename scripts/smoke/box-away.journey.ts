// The box dies in mid-stream: picture and sound go on, and when it is back everything is as before.

import assert from 'node:assert/strict'
import { babyText } from '../../public/text/en-baby.ts'
import { explainingText } from '../../public/text/en-explaining.ts'
import { expectAbsence } from './absence.ts'
import { createHouse } from './house.ts'
import {
  expectForgotten,
  expectLive,
  expectMovingPicture,
  expectSound,
  expectStatus,
  longestGapMs,
  markPicture,
  openParent,
  startBaby,
} from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()

house.journey(
  'a box that is killed and restarted interrupts nothing, keeps the session and lets others join; Stop does without it',
  async (family) => {
    const baby = await family.phone('baby')
    const session = await startBaby(baby, family.account)
    const parent = await family.phone('parent')
    await openParent(parent)
    await expectLive(parent)
    expectAbsence(baby, parent)

    await markPicture(parent)
    await family.box.kill()
    await baby.sees(babyText.boxAway)
    await parent.sees(explainingText.explanations['box-away-playing'])
    await expectStatus(parent, 'Live')
    await expectSound(parent)
    assert.ok((await longestGapMs(parent)) < 2000, 'frames never stopped')

    await markPicture(parent)
    await family.box.start()
    const sessions = await until(
      'the session is known again',
      () => family.account.sessions(),
      (all) => all.length > 0,
    )
    assert.deepEqual(
      sessions.map(({ id }) => id),
      [session],
    )
    await until('the baby has noticed', async () => !(await baby.text()).includes(babyText.boxAway))
    const newcomer = await family.phone('new parent')
    await openParent(newcomer)
    await expectLive(newcomer)
    await expectStatus(parent, 'Live')
    assert.ok((await longestGapMs(parent)) < 2000, 'frames never stopped')
    await expectMovingPicture(parent)

    expectAbsence(newcomer)
    await family.box.kill()
    await baby.tap('button', 'Stop')
    await expectStatus(parent, 'Baby Station stopped')
    await expectStatus(newcomer, 'Baby Station stopped')
    await family.box.start()
    await expectForgotten(family.account, session)
  },
)
