import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Metafile } from 'esbuild'
import { findTogether } from './together.ts'

type Input = Metafile['inputs'][string]

const input = (now: readonly string[], later: readonly string[] = []): Input => ({
  bytes: 1,
  imports: [
    ...now.map((path) => ({ path, kind: 'import-statement' as const })),
    ...later.map((path) => ({ path, kind: 'dynamic-import' as const })),
  ],
})
const inputs = {
  main: input(['shell'], ['baby', 'parent', 'guest', 'account']),
  shell: input(['preact']),
  baby: input(['shell', 'peer', 'camera'], ['lullaby']),
  parent: input(['peer', 'player', 'time']),
  guest: input(['player', 'code']),
  account: input(['shell', 'time']),
  lullaby: input(['camera']),
  peer: input([]),
  camera: input([]),
  player: input([]),
  time: input([]),
  code: input([]),
  preact: input([]),
}
const { pieces, entries } = findTogether(
  inputs,
  'main',
  new Map([
    ['baby', ['lullaby']],
    ['parent', ['guest']],
  ]),
)

test('what the first page loads is together, with what two pages need and what others share with one', () => {
  assert.deepEqual(pieces.get('main'), ['main', 'peer', 'preact', 'shell', 'time'])
})

test('what one page needs besides is together, also where more of it is loaded later or another page contains it', () => {
  assert.deepEqual(pieces.get('baby'), ['baby', 'camera'])
  assert.deepEqual(pieces.get('parent'), ['parent', 'player'])
})

test('loading begins at the first page and wherever something is loaded later, each with the pieces that are there then', () => {
  assert.deepEqual(Object.fromEntries(entries), {
    main: ['main'],
    baby: ['main', 'baby'],
    parent: ['main', 'parent'],
    guest: ['main', 'parent'],
    account: ['main'],
    lullaby: ['main', 'baby'],
  })
})
