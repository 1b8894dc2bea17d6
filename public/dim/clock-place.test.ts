import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeOf } from './clock-place.ts'

test('in ten hours each part of the screen shows the clock for about the same time', () => {
  const cells = new Map<string, number>()
  const first = Math.floor(Date.UTC(2026, 0, 1, 20) / 60_000)
  for (let minute = first; minute < first + 600; minute++) {
    const { x, y } = placeOf(minute)
    assert.ok(x >= 0 && x < 1 && y >= 0 && y < 1)
    const cell = `${Math.floor(x * 4)} ${Math.floor(y * 5)}`
    cells.set(cell, (cells.get(cell) ?? 0) + 1)
  }
  assert.equal(cells.size, 20)
  for (const minutes of cells.values()) assert.ok(minutes > 20 && minutes < 40, String(minutes))
})

test('it never stays where it is', () => {
  for (let minute = 29_000_000; minute < 29_000_600; minute++) {
    const [now, next] = [placeOf(minute), placeOf(minute + 1)]
    assert.ok(Math.hypot(now.x - next.x, now.y - next.y) > 0.2)
  }
})
