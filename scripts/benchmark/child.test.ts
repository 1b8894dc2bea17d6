import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { nodeOptionsIn } from './child.ts'

const root = join(import.meta.dirname, '../..')

test('the box is measured as scripts/start and the image start it', () => {
  const options = nodeOptionsIn(readFileSync(join(root, 'scripts/start'), 'utf8'))
  assert.ok(options.length > 0 && options.every((option) => option.startsWith('--')))
  const [, command = ''] = /^CMD (\[.*\])$/m.exec(readFileSync(join(root, 'Dockerfile'), 'utf8')) ?? []
  assert.deepEqual(JSON.parse(command), ['node', ...options, '/app/.build/server.js'])
  assert.throws(() => nodeOptionsIn('node server.js'), /scripts\/start/)
})
