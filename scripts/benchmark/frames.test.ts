import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFrameReader, encodeFrame, opcodes } from './frames.ts'

/** As a server would write it: the same without the mask. */
function served(opcode: number, payload: string): Buffer {
  const frame = encodeFrame(opcode, payload)
  const maskAt = frame.length - Buffer.byteLength(payload) - 4
  frame[1] = (frame[1] ?? 0) & 0x7f
  return Buffer.concat([frame.subarray(0, maskAt), frame.subarray(maskAt + 4)])
}

test('frames of every length are read as they were written, wherever the bytes are cut', () => {
  const sent = ['', 'é', 'x'.repeat(125), 'x'.repeat(126), 'x'.repeat(0xffff), 'x'.repeat(0x10000)]
  const bytes = Buffer.concat([served(opcodes.ping, 'now'), ...sent.map((text) => served(opcodes.text, text))])
  for (const cut of [1, 3, 1000, bytes.length]) {
    const heard: [number, string][] = []
    const read = createFrameReader((opcode, payload) => heard.push([opcode, payload]))
    for (let at = 0; at < bytes.length; at += cut) read(bytes.subarray(at, at + cut))
    assert.deepEqual(heard, [[opcodes.ping, 'now'], ...sent.map((text) => [opcodes.text, text])])
  }
})

test('a frame has the bytes that the RFC shows, with a mask of zeros', () => {
  assert.deepEqual([...encodeFrame(opcodes.text, 'Hi')], [0x81, 0x82, 0, 0, 0, 0, 0x48, 0x69])
  assert.deepEqual([...encodeFrame(opcodes.text, 'x'.repeat(300)).subarray(0, 4)], [0x81, 0xfe, 1, 44])
})

test('a message in several frames is an error', () => {
  const frame = served(opcodes.text, 'part')
  frame[0] = opcodes.text
  assert.throws(() => createFrameReader(() => undefined)(frame))
})
