import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createZoomMemory } from './per-camera.ts'

const key = 'beddybytes.zoom'
const part = { scale: 2, x: 0.4, y: 0.6 }

function phoneWith(kept: string | null) {
  const stored = new Map(kept === null ? [] : [[key, kept]])
  const storage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
  }
  return { stored, memory: createZoomMemory(() => storage) }
}

test('the zoom of the last eight cameras is remembered, of each its own', () => {
  const { memory } = phoneWith(null)
  for (let camera = 0; camera < 9; camera++) memory.write(`camera ${camera}`, { ...part, scale: 1 + camera / 4 })
  memory.write('camera 3', { ...part, scale: 4 })
  assert.deepEqual(
    Array.from({ length: 9 }, (_, camera) => memory.read(`camera ${camera}`)?.scale ?? null),
    [null, 1.25, 1.5, 4, 2, 2.25, 2.5, 2.75, 3],
  )
})

test('what nobody can have remembered is forgotten, and remembering goes on', () => {
  for (const kept of ['', 'x', '{}', '[["camera"]]', '[["camera",{"scale":"2"}]]', `[[7,${JSON.stringify(part)}]]`]) {
    const { memory } = phoneWith(kept)
    assert.equal(memory.read('camera'), null, kept)
    memory.write('camera', part)
    assert.deepEqual(memory.read('camera'), part, kept)
  }
})

test('a phone that keeps nothing has no memory, and that is all', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('', 'QuotaExceededError')
    },
  }
  for (const storage of [() => null, () => full]) {
    const memory = createZoomMemory(storage)
    memory.write('camera', part)
    assert.equal(memory.read('camera'), null)
  }
})
