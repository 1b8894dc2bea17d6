import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import type { ZoomArea } from './area.ts'
import { createRemoteZoom } from './remote-zoom.ts'

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const said = signal<ZoomArea | null>({ scale: 1, x: 0.5, y: 0.5 })
  const asked: number[] = []
  const baby = { hears: true }
  const zoom = createRemoteZoom({
    said,
    ask(area) {
      asked.push(area.scale)
      return baby.hears
    },
  })
  t.after(() => zoom.close())
  return { zoom, said, asked, baby, tick: (ms: number) => t.mock.timers.tick(ms) }
}

test('what the hand does is shown at once, and the baby is asked for the last of it', (t) => {
  const { zoom, asked, tick } = setUp(t)
  for (let step = 1; step <= 100; step++) zoom.apply({ scale: 1 + step / 50, x: 0.5, y: 0.5 })
  assert.equal(zoom.area.value.scale, 3)
  tick(1000)
  assert.deepEqual(asked, [1.02, 3])
})

test('what the baby says counts again when the hand has let go', (t) => {
  const { zoom, said, tick } = setUp(t)
  zoom.zoomIn()
  said.value = { scale: 4, x: 0.5, y: 0.5 }
  assert.equal(zoom.area.value.scale, 1.5)
  tick(1500)
  assert.equal(zoom.area.value.scale, 4)
  said.value = { scale: 1, x: 0.5, y: 0.5 }
  assert.equal(zoom.area.value.scale, 1)
})

test('a baby that does not hear has not zoomed', (t) => {
  const { zoom, baby } = setUp(t)
  baby.hears = false
  zoom.zoomIn()
  assert.equal(zoom.area.value.scale, 1)
})

test('where there is no camera there is nothing to ask', (t) => {
  const { zoom, said, asked } = setUp(t)
  said.value = null
  zoom.zoomIn()
  zoom.reset()
  assert.deepEqual(asked, [])
})
