import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { patterns } from './pattern.ts'
import { createVibrator, rhythmOf } from './vibrate.ts'

test('the phone shakes with each burst until it is told to stop', () => {
  mock.timers.enable({ apis: ['setInterval'] })
  try {
    const shaken: (number | readonly number[])[] = []
    const vibrator = createVibrator({
      vibrate(rhythm) {
        shaken.push(rhythm as number | readonly number[])
        return true
      },
    })
    vibrator.shake('high')
    vibrator.shake('high')
    mock.timers.tick(patterns.high.everyMs)
    assert.deepEqual(shaken, [rhythmOf('high'), rhythmOf('high')])
    vibrator.shake('medium')
    assert.deepEqual(shaken[2], rhythmOf('medium'))
    vibrator.close()
    mock.timers.tick(60_000)
    assert.deepEqual(shaken.slice(3), [0])
  } finally {
    mock.timers.reset()
  }
})

test('its rhythm is that of the pulses', () => {
  assert.deepEqual(rhythmOf('medium'), [220, 200, 220, 200, 220])
  assert.equal(rhythmOf('high').length, 19)
})

test('a phone that cannot shake is left alone', () => {
  const vibrator = createVibrator({})
  vibrator.shake('high')
  vibrator.close()
})
