import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSignal, signalText } from './signals.ts'

test('signals are JSON of the size that browsers send, and are read as they were written', () => {
  for (const [kind, bytes] of [
    ['offer', 4096],
    ['answer', 4096],
    ['candidate', 200],
  ] as const) {
    const text = signalText(2, kind)
    assert.equal(Buffer.byteLength(text), bytes)
    const { sdp: _, ...rest } = JSON.parse(text) as Record<string, unknown>
    assert.deepEqual(rest, { seat: 2, kind })
    assert.deepEqual(readSignal(text), { seat: 2, kind })
  }
})

test('what is cut or strange is an error', () => {
  assert.throws(() => readSignal(signalText(0, 'offer').slice(0, -1)))
  assert.throws(() => readSignal('{"type":"error"}'))
})
