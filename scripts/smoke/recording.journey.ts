// What becomes of a recording when the Baby Station goes away, and one of a Baby Station without a camera.

import assert from 'node:assert/strict'
import { expectAudible, expectLasts, probe } from './file.ts'
import { createHouse } from './house.ts'
import { names, record, savedFiles, tapRecord, told } from './recorder.ts'
import { expectLive, expectSound, expectStatus, openParent, pressStart, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()

house.journey(
  'a lost Baby Station begins a second part, a stopped one ends it, one without a camera is heard',
  async (family) => {
    const baby = await family.phone('baby')
    await startBaby(baby, family.account)
    const parent = await family.phone('parent')
    await openParent(parent)
    await expectLive(parent)
    await tapRecord(parent)
    await expectLive(parent)
    const before = await until('the parent is told how much it is', () => told(parent))
    await baby.page.reload()
    await expectStatus(parent, 'Reconnecting')
    await pressStart(baby, family.account)
    await expectLive(parent)
    await until(
      'time and size go on',
      () => told(parent),
      (now) => now !== null && before !== null && now.megabytes > before.megabytes && now.elapsedS > before.elapsedS,
    )

    await baby.tap('button', 'Stop')
    await expectStatus(parent, 'Baby Station stopped')
    const parts = [...(await savedFiles(family, names.whole)), ...(await savedFiles(family, names.secondPart))]
    for (const part of parts) {
      const found = await probe(part)
      assert.deepEqual(found.kinds, ['audio', 'video'])
      await expectAudible(part)
    }
    await parent.find('button', 'Record')

    await baby.choose('Camera', 'No camera')
    await pressStart(baby, family.account)
    await expectStatus(parent, 'Live')
    await expectSound(parent)
    const { file, ...span } = await record(family, parent, 4)
    const found = await probe(file)
    assert.deepEqual(found.kinds, ['audio'])
    expectLasts(found.seconds, span)
    await expectAudible(file)
  },
)
