import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heading, row } from './outages.ts'

test('a row tells tries, median, worst and how many kept the promise', () => {
  const line = row({ cut: 'parent unplugged', seconds: 40, backMs: [300, 100, 1400, 200, 250], load: 1.26 })
  assert.equal(line, '  40 s  parent unplugged        5          4/5    250 ms   1400 ms     1.3')
  assert.equal(line.length, heading.length)
})

test('frames that never came back are the worst', () => {
  assert.match(row({ cut: 'baby silenced', seconds: 5, backMs: [300, null, 200], load: 0 }), /2\/3 +300 ms +never/)
})
