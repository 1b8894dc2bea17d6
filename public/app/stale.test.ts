import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staleVersions } from './stale.ts'

const version = (name: string, ...paths: string[]) => ({ name, paths: new Set(paths) })
const old = version('old', '/assets/main-1.js', '/assets/late-1.js')
const now = version('now', '/assets/main-2.js', '/assets/late-2.js')

test('a version that no page runs goes', () => {
  assert.deepEqual(staleVersions([old, now], { current: 'now', scripts: ['/assets/main-2.js'], pages: 1 }), ['old'])
  assert.deepEqual(staleVersions([old, now], { current: 'now', scripts: [], pages: 0 }), ['old'])
})

test('a version that a page runs stays', () => {
  const scripts = ['/assets/main-1.js', '/assets/main-2.js']
  assert.deepEqual(staleVersions([old, now], { current: 'now', scripts, pages: 2 }), [])
})

test('nothing goes while a page has not told which version it runs', () => {
  assert.deepEqual(staleVersions([old, now], { current: 'now', scripts: ['/assets/main-2.js'], pages: 2 }), [])
})

test('an old version whose script is in the new one too goes: whatever the page asks for is there', () => {
  const styled = version('styled', '/assets/main-1.js', '/assets/late-1.js', '/assets/style-2.css')
  assert.deepEqual(staleVersions([old, styled], { current: 'styled', scripts: ['/assets/main-1.js'], pages: 1 }), [
    'old',
  ])
})

test('what was left over of a version that could not be had whole goes', () => {
  const half = version('half', '/assets/late-3.js')
  assert.deepEqual(staleVersions([half, now], { current: 'now', scripts: ['/assets/main-2.js'], pages: 1 }), ['half'])
})
