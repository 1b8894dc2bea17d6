import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Past } from './alarm.ts'
import { sayClock, saySince, sayLength, sayOver } from './words.ts'

const atMs = (hour: number, minute: number, second = 0): number => new Date(2026, 2, 7, hour, minute, second).getTime()

function past(kind: string, fromMs: number, toMs: number): Past {
  return { kind, sentence: 'Nursery was loud.', fromMs, toMs }
}

test('since when is told by the clock and by its age', () => {
  assert.equal(saySince(atMs(2, 14), atMs(2, 14, 40)), 'Since 02:14, 40 s ago')
  assert.equal(saySince(atMs(2, 14), atMs(2, 17, 59)), 'Since 02:14, 3 min ago')
  assert.equal(sayClock(atMs(14, 5)), '14:05')
})

test('a clock that was set back makes nothing older than it is', () => {
  assert.equal(sayLength(-5000), '0 s')
})

test('what is over says what was missing, and from when to when', () => {
  const [from, to] = [atMs(2, 14), atMs(2, 16, 30)]
  assert.equal(sayOver(past('baby-unreachable', from, to)), 'Was silent from 02:14 to 02:16.')
  assert.equal(sayOver(past('picture-frozen', from, to)), 'The picture stood still from 02:14 to 02:16.')
  assert.equal(sayOver(past('noise', from, to)), 'Nursery was loud. From 02:14 to 02:16, over now.')
})

test('what was over within a minute is told by the second', () => {
  assert.equal(sayOver(past('baby-frozen', atMs(2, 14, 5), atMs(2, 14, 40))), 'Was silent from 02:14:05 to 02:14:40.')
})

test('of several babies it says which one it was', () => {
  const [from, to] = [atMs(2, 14), atMs(2, 16)]
  const over = { ...past('baby-unreachable', from, to), of: 'Attic' }
  assert.equal(sayOver(over), 'Attic: Was silent from 02:14 to 02:16.')
  assert.equal(
    sayOver({ ...past('noise', from, to), of: 'Nursery' }),
    'Nursery was loud. From 02:14 to 02:16, over now.',
  )
})
