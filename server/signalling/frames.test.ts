import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodeFrame, type CallId, type PeerId } from '../../public/shared/protocol.ts'
import { randomId } from '../random-id.ts'
import { createFrameReader } from './frames.ts'

const [to, call] = [randomId<PeerId>(), randomId<CallId>()]
const signal = (payload: string, changes: object = {}) =>
  Buffer.from(`${JSON.stringify({ type: 'signal', to, call, ...changes })}\n${payload}`)

test('a payload is the bytes after the first line, whatever they are', () => {
  const read = createFrameReader()
  for (const payload of ['{}', '', '\n', 'zwei\nZeilen', '👶', 'x'.repeat(60_000)]) {
    const frame = read(signal(payload))
    assert.deepEqual(frame?.header, { type: 'signal', to, call })
    assert.equal(Buffer.from(frame.payload ?? assert.fail('no payload')).toString(), payload)
  }
})

test('a line that begins like the last one is read for itself', () => {
  const read = createFrameReader()
  read(signal('{}'))
  const other = randomId<CallId>()
  assert.deepEqual(read(signal('{}', { call: other }))?.header, { type: 'signal', to, call: other })
  assert.deepEqual(read(signal('{}'))?.header, { type: 'signal', to, call })
  assert.equal(read(signal('{}').subarray(0, 20)), null)
  assert.deepEqual(read(Buffer.from(encodeFrame({ type: 'heartbeat' }))), {
    header: { type: 'heartbeat' },
    payload: null,
  })
})

test('what came first may be overwritten by what comes next', () => {
  const read = createFrameReader()
  const memory = signal('first')
  read(memory)
  memory.fill(0)
  assert.deepEqual(read(signal('second'))?.header, { type: 'signal', to, call })
  assert.equal(read(memory), null)
})

test('no frame: nothing, no JSON, no message, a long line of junk', () => {
  const read = createFrameReader()
  for (const text of ['', '\n', '{', 'null\n{}', '{"type":"sing"}', '{"type":"signal","to":"x","call":"y"}\n']) {
    assert.equal(read(Buffer.from(text)), null)
  }
  const junk = signal('{}', { junk: 'x'.repeat(1000) })
  for (let time = 0; time < 2; time += 1) assert.deepEqual(read(junk)?.header, { type: 'signal', to, call })
})
