import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBatches } from './batch.ts'

/** What was written, those together that were corked. */
function createSocket(whileWriting: (frame: string) => void = () => undefined) {
  const writes: string[][] = []
  let corked: string[] | null = null
  return {
    writes,
    cork(write: () => void) {
      corked = []
      writes.push(corked)
      write()
      corked = null
    },
    send(frame: string | Uint8Array, isBinary: boolean) {
      assert.equal(isBinary, false)
      const text = Buffer.from(frame).toString()
      if (corked === null) writes.push([text])
      else corked.push(text)
      whileWriting(text)
    },
  }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))
const bytes = (text: string) => Buffer.from(text)

test('what is sent in one turn is written together, in its order, and each to its own', async () => {
  const batchOf = createBatches()
  const [one, other] = [createSocket(), createSocket()]
  const [toOne, toOther] = [batchOf(one), batchOf(other)]
  toOne.send('a')
  toOther.relay(bytes('head\n'), bytes('body'))
  toOne.relay(bytes('b'), bytes('c'))
  assert.deepEqual(one.writes, [])
  await turn()
  toOne.send('d')
  await turn()
  assert.deepEqual(one.writes, [['a', 'bc'], ['d']])
  assert.deepEqual(other.writes, [['head\nbody']])
})

test('what was relayed is a copy, however much comes in one turn', async () => {
  const socket = createSocket()
  const outgoing = createBatches()(socket)
  const payload = Buffer.alloc(60_000)
  const letters = 'a b c d e f g h i j '.repeat(8).trim().split(' ')
  for (const letter of letters) {
    payload.fill(letter)
    outgoing.relay(bytes(letter), payload)
  }
  await turn()
  assert.deepEqual(socket.writes, [letters.map((letter) => letter.repeat(60_001))])
})

test('flushed at once, nothing is written twice', async () => {
  const socket = createSocket()
  const outgoing = createBatches()(socket)
  outgoing.send('farewell')
  outgoing.flush()
  assert.deepEqual(socket.writes, [['farewell']])
  await turn()
  assert.deepEqual(socket.writes, [['farewell']])
})

test('nothing is written to a socket that has gone, even in the middle of it', async () => {
  const socket = createSocket(() => outgoing.close())
  const outgoing = createBatches()(socket)
  outgoing.send('a')
  outgoing.send('b')
  await turn()
  outgoing.send('c')
  await turn()
  assert.deepEqual(socket.writes, [['a']])
})
