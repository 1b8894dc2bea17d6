import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileName } from './file-name.ts'

const began = new Date(2026, 2, 7, 4, 5, 9)

function named(station: string, part = 1): string {
  return fileName({ station, began, part, extension: 'mp4' })
}

test('a recording is named by station, date and time of the phone', () => {
  assert.equal(named('Nursery'), 'BeddyBytes-Nursery-2026-03-07-040509.mp4')
})

test('the parts of one recording sort together', () => {
  assert.equal(named('Nursery', 2), 'BeddyBytes-Nursery-2026-03-07-040509-part2.mp4')
})

test('letters of every script stay, what a file system minds goes', () => {
  const table: [string, string][] = [
    ['Kinderzimmer Größe 2', 'Kinderzimmer Größe 2'],
    ['こども部屋', 'こども部屋'],
    ['غرفة الطفل', 'غرفة الطفل'],
    ['नर्सरी', 'नर्सरी'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
    ['Tom & Anna', 'Tom-Anna'],
    ['<b>cot</b>', 'b-cot-b'],
    ['  up\u0000\u202Estairs  ', 'up-stairs'],
    ['.hidden.', 'hidden'],
    ['🌙', 'station'],
    ['', 'station'],
  ]
  for (const [station, safe] of table) assert.equal(named(station), `BeddyBytes-${safe}-2026-03-07-040509.mp4`)
})

test('the longest station name of the widest letters still fits a file system', () => {
  const bytes = new TextEncoder().encode(named('𠀋'.repeat(60), 12)).length
  assert.ok(bytes <= 220, `${bytes} bytes`)
})
