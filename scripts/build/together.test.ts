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
  main: input(['shell'], ['baby', 'parent', 'home']),
  shell: input(['preact']),
  baby: input(['shell', 'peer', 'camera'], ['lullaby']),
  parent: input(['peer', 'player']),
  home: input(['shell', 'welcome']),
  lullaby: input(['camera']),
  peer: input([]),
  camera: input([]),
  player: input([]),
  welcome: input([]),
  preact: input([]),
}

test('what the first page loads and what both stations need is together; what one of them needs is not', () => {
  const { modules } = findTogether(inputs, 'main', ['baby', 'parent'])
  assert.deepEqual(modules, ['peer', 'preact', 'shell'])
})

test('loading begins at the first page and wherever something is loaded later', () => {
  const { entries } = findTogether(inputs, 'main', ['baby', 'parent'])
  assert.deepEqual([...entries].toSorted(), ['baby', 'home', 'lullaby', 'main', 'parent'])
})
