// The way from a command to the box, on real sockets and locks: what a killed box leaves behind, and what somebody else of the same
// machine may have put in its place.

import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { lockFolder } from '../store/folder-lock.ts'
import { ask, askStatus } from './ask.ts'
import { openControl } from './control.ts'
import { socketPath } from './socket.ts'

const status = { startedAt: '2026-11-22T00:00:00.000Z', urls: ['https://localhost'], welcomeUrl: 'http://localhost' }
const handlers = { status: () => status, recheck() {}, restore: () => Promise.reject(new Error('it is closing.')) }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beddybytes-control-'))
})
afterEach(() => {
  rmSync(dirname(socketPath(folder)), { recursive: true, force: true })
  rmSync(folder, { recursive: true })
})

function listenAt(path: string, answer: string): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.end(answer))
    server.listen(path, () => resolve(server))
  })
}

test('a command finds the box by its data folder, which holds no socket, and by whatever way it is written', async () => {
  const long = join(folder, 'x'.repeat(150))
  mkdirSync(long)
  symlinkSync(long, join(folder, 'link'))
  const control = await openControl(long, handlers)
  assert.deepEqual(await askStatus(long), status)
  assert.deepEqual(await askStatus(join(folder, 'link')), status)
  await assert.rejects(ask(long, 'restore'), /The box could not: it is closing/)
  assert.deepEqual(readdirSync(long), [])
  assert.equal(statSync(dirname(socketPath(long))).mode & 0o777, 0o700)
  assert.ok(Buffer.byteLength(socketPath(long)) < 100)
  await control.close()
  assert.equal(existsSync(dirname(socketPath(long))), false, 'nothing is left')
  assert.equal(await askStatus(long), null)
})

test('a socket that a killed box has left is nobody, and the next box takes its place', async () => {
  const path = socketPath(folder)
  mkdirSync(dirname(path), { mode: 0o700 })
  // Node removes a socket that it closes; a killed process does not.
  const killed = await listenAt(`${path}.left`, '')
  renameSync(`${path}.left`, path)
  killed.close()
  assert.equal(await askStatus(folder), null)
  const control = await openControl(folder, handlers)
  assert.deepEqual(await askStatus(folder), status)
  await control.close()
})

test('what somebody else has put there is neither entered nor believed', async () => {
  const path = socketPath(folder)
  const forged = JSON.stringify({ done: { ...status, urls: ['https://evil.example'] } })
  const theirs = mkdtempSync(join(tmpdir(), 'beddybytes-theirs-'))
  try {
    for (const plant of [
      () => symlinkSync(theirs, dirname(path)),
      () => {
        mkdirSync(dirname(path))
        chmodSync(dirname(path), 0o777)
      },
    ]) {
      plant()
      const server = await listenAt(path, forged)
      await assert.rejects(openControl(folder, handlers), /somebody else's/)
      assert.equal(await askStatus(folder), null)
      await new Promise((resolve) => server.close(resolve))
      rmSync(dirname(path), { recursive: true })
    }
  } finally {
    rmSync(theirs, { recursive: true })
  }
})

test('a box that has the folder and cannot be reached is not taken for none', async () => {
  const leave = lockFolder(folder)
  assert.ok(leave)
  assert.equal(lockFolder(folder), null, 'one at a time')
  await assert.rejects(askStatus(folder), { name: 'FolderInUseError', message: /cannot be reached from here/ })
  leave()
  assert.equal(await askStatus(folder), null)
})
