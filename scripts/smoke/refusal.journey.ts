// A person who refuses the microphone, or a browser that has blocked it, is told why and how to undo it.

import assert from 'node:assert/strict'
import { en } from '../../public/text/en.ts'
import { createHouse } from './house.ts'

const house = createHouse({ allowsCapture: false })

house.journey('a refused microphone is explained, and there is a way on', async (family) => {
  const baby = await family.phone('baby')
  await baby.tap('link', 'Baby Station')
  await baby.tap('button', 'Start')
  await baby.sees(en.baby.problems.blocked)
  assert.deepEqual(await family.account.sessions(), [], 'nothing runs that hears nothing')

  await baby.choose('Camera', 'No camera')
  await baby.tap('button', en.baby.tryAgain)
  await baby.sees(en.baby.problems.blockedSound)
  await baby.find('button', 'Start')
  await baby.find('button', en.baby.tryAgain)
  await baby.page.goBack()
  await baby.find('link', 'Parent Station')
})
