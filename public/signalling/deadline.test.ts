import assert from 'node:assert/strict'
import { test } from 'node:test'
import { within } from './deadline.ts'

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))

test('what takes too long is given up', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const asked = within(4000, untilAborted)
  t.mock.timers.tick(4000)
  await assert.rejects(asked, /aborted/)
})

test('an answer in time leaves no timer behind', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  let given: AbortSignal | undefined
  const answer = await within(4000, (signal) => {
    given = signal
    return Promise.resolve('answer')
  })
  t.mock.timers.tick(4000)
  assert.deepEqual([answer, given?.aborted], ['answer', false])
})
