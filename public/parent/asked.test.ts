import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import { createAsked } from './asked.ts'

test('what is dragged is shown at once, and sent a few times a second', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const said = signal(0)
  const sent: number[] = []
  const asked = createAsked({ said, of: signal('nursery'), send: (value) => void sent.push(value) })
  for (let value = 1; value <= 50; value++) {
    asked.ask(value)
    assert.equal(asked.shown.value, value)
  }
  t.mock.timers.tick(150)
  assert.deepEqual(sent, [1, 50])
  asked.close()
})

test('after a while it is what the station says, also when that has not changed', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const said = signal<string | null>(null)
  const asked = createAsked<string | null>({ said, of: signal('nursery'), send: () => undefined })
  asked.ask('on')
  said.value = 'a little'
  assert.equal(asked.shown.value, 'on')
  t.mock.timers.tick(1500)
  assert.equal(asked.shown.value, 'a little')
  asked.ask(null)
  assert.equal(asked.shown.value, null)
  t.mock.timers.tick(1500)
  assert.equal(asked.shown.value, 'a little')
})

test('what was asked of one baby is neither shown nor sent to another', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const of = signal('nursery')
  const sent: number[] = []
  const asked = createAsked({ said: signal(0), of, send: (value: number) => void sent.push(value) })
  asked.ask(1)
  asked.ask(2)
  of.value = 'twins'
  assert.equal(asked.shown.value, 0)
  t.mock.timers.tick(150)
  assert.deepEqual(sent, [1])
})
