import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDim } from './dim.ts'

test('a page that asks a thousand times a second changes the screen twenty times', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const room = createDim()
  let changes = 0
  const stop = room.screen.subscribe(() => changes++)
  for (let ms = 0; ms < 1000; ms++) {
    room.dim(ms % 60 < 30)
    room.shine({ warmth: (ms % 100) / 100, brightness: 1 })
    t.mock.timers.tick(1)
  }
  assert.ok(changes <= 45, String(changes))
  stop()
  room.close()
})

test('a tap is done at once, and after Stop nothing is due', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const room = createDim()
  room.dim(true)
  assert.equal(room.dimmed.value, true)
  room.dim(false)
  room.shine({ warmth: 1, brightness: 1 })
  room.close()
  t.mock.timers.tick(1000)
  assert.equal(room.screen.value.state, 'station')
})
