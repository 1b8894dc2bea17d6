// A person who refuses the microphone, or a browser that has blocked it, is told why and how to undo it.

import assert from 'node:assert/strict'
import { babyText } from '../../public/text/en-baby.ts'
import { createHouse } from './house.ts'

const house = createHouse({ allowsCapture: false })

house.journey('a refused microphone is explained, and there is a way on', async (family) => {
  const baby = await family.phone('baby')
  await baby.tap('link', 'Baby Station')
  await baby.tap('button', 'Start')
  await baby.sees(babyText.problems.blocked)
  assert.deepEqual(await family.account.sessions(), [], 'nothing runs that hears nothing')

  await baby.choose('Camera', 'No camera')
  await baby.tap('button', babyText.tryAgain)
  await baby.sees(babyText.problems.blockedSound)
  await baby.find('button', 'Start')
  await baby.find('button', babyText.tryAgain)
  await baby.page.goBack()
  await baby.find('link', 'Parent Station')
})
