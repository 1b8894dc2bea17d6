import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPaced } from './paced.ts'

test('the first is done at once, and of those that follow quickly the last', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const done: number[] = []
  const paced = createPaced<number>(100, (value) => done.push(value))
  for (let value = 0; value < 1000; value++) paced.do(value)
  assert.deepEqual(done, [0])
  t.mock.timers.tick(100)
  assert.deepEqual(done, [0, 999])
  t.mock.timers.tick(100)
  paced.do(1)
  assert.deepEqual(done, [0, 999, 1])
})

test('what was not done when it is closed is never done', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const done: number[] = []
  const paced = createPaced<number>(100, (value) => done.push(value))
  paced.do(1)
  paced.do(2)
  paced.close()
  paced.do(3)
  t.mock.timers.tick(1000)
  assert.deepEqual(done, [1])
})
