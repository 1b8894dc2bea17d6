import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPieces } from './pieces.ts'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

test('pieces in any order make one file', async () => {
  const pieces = createPieces()
  pieces.write(bytes('cd'), 2)
  pieces.write(bytes('ab'), 0)
  pieces.write(bytes('ef'), 4)
  assert.equal(await pieces.toBlob('').text(), 'abcdef')
})

test('a later piece replaces what it covers, at the edges and in the middle', async () => {
  const pieces = createPieces()
  pieces.write(bytes('abcdef'), 0)
  pieces.write(bytes('ghij'), 6)
  pieces.write(bytes('XX'), 2)
  pieces.write(bytes('YYY'), 5)
  pieces.write(bytes('Z'), 0)
  assert.equal(await pieces.toBlob('').text(), 'ZbXXeYYYij')
})

test('a gap is an error, never a file with a hole', () => {
  const pieces = createPieces()
  pieces.write(bytes('ab'), 0)
  pieces.write(bytes('ef'), 4)
  assert.throws(() => pieces.toBlob(''), /from 2 to 4/)
})
