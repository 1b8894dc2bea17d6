import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOptions } from './options.ts'

const parts = ['relay', 'cpu', 'recording'] as const

test('without a word everything is measured, and a recording lasts an hour', () => {
  const options = { parts, json: false, runs: undefined, minutes: 60, keep: undefined }
  assert.deepEqual(readOptions([], parts), options)
})

test('some rows, fewer runs, a shorter recording, and a file to keep the figures in', () => {
  const args = ['cpu', 'relay', '--runs', '2', '--minutes', '0.5', '--json', '--keep', 'figures.json']
  assert.deepEqual(readOptions(args, parts), {
    parts: ['cpu', 'relay'],
    json: true,
    runs: 2,
    minutes: 0.5,
    keep: 'figures.json',
  })
})

test('what there is not to measure, and numbers that are none, are told', () => {
  assert.throws(() => readOptions(['cup'], parts), /There is no "cup" to measure, only relay, cpu, recording\./)
  assert.throws(() => readOptions(['--runs', '1.5'], parts), /--runs is 1\.5; it must be a whole number above 0\./)
  assert.throws(() => readOptions(['--minutes', 'ten'], parts), /--minutes is ten/)
  assert.throws(() => readOptions(['--fast'], parts))
})
