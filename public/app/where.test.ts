import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerWhere, pathOf } from './where.ts'
import type { AskedPage } from './where.ts'

const url = 'https://beddybytes.local/'

test('a page that has gone on tells where it is', async () => {
  const page: AskedPage = { url, postMessage: (data, ports) => answerWhere({ data, ports }, '/parent') }
  assert.equal(await pathOf(page), '/parent')
})

test('of a page that does not answer it is known where it was opened', async () => {
  assert.equal(await pathOf({ url, postMessage: () => undefined }, 1), '/')
})

test('a page answers that question and no other', () => {
  const { port1, port2 } = new MessageChannel()
  const said: unknown[] = []
  port2.postMessage = (answer) => void said.push(answer)
  answerWhere({ data: { type: 'what' }, ports: [port2] }, '/parent')
  answerWhere({ data: { type: 'where' }, ports: [] }, '/parent')
  assert.deepEqual(said, [])
  answerWhere({ data: { type: 'where' }, ports: [port2] }, '/parent')
  assert.deepEqual(said, ['/parent'])
  port1.close()
})
