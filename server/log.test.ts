import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from './log.ts'

test('a cause forges no line, moves no cursor and turns no text around; a stack keeps its lines', (context) => {
  const write = context.mock.method(process.stderr, 'write', () => true)
  createLog().error('It failed', new Error('a\nb\r\u001b[2J\u202Ec\u2028'))
  const text = String(write.mock.calls[0]?.arguments[0])
  write.mock.restore()
  assert.match(text, /^It failed: Error: a\\u\{a\}b\\u\{d\}\\u\{1b\}\[2J\\u\{202e\}c\\u\{2028\}\n {4}at /)
})
