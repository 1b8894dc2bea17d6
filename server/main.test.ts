// The built server as a process: how it starts, what it says when it cannot, how it ends, and what kill -9 costs.

import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import Database from 'better-sqlite3'
import { socketPath } from './control/socket.ts'
import { createPhone, testPassword, trusting, type Phone } from './test-harness.ts'

const server = join(import.meta.dirname, '../.build/server.js')
const running = new Set<ChildProcess>()
let folder = ''

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly output: string
}

function spawnServer(environment: Record<string, string>) {
  const child = spawn(process.execPath, [server], {
    env: {
      PATH: process.env['PATH'] ?? '',
      BEDDYBYTES_DATA: join(folder, 'data'),
      BEDDYBYTES_BIND: '127.0.0.1',
      BEDDYBYTES_HTTPS_PORT: '0',
      BEDDYBYTES_HTTP_PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (output += String(chunk)))
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    running.delete(child)
    return { code: code as number | null, signal: signal as NodeJS.Signals | null, output }
  })
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /https:\/\/localhost:\d+/.exec(output)?.[0]
      if (url !== undefined && output.includes('Plain HTTP')) resolve(url)
    })
    void ended.then((outcome) => reject(new Error(`it ended: ${outcome.output}`)))
  })
  ready.catch(() => {})
  return { child, ready, ended }
}

async function startServer(environment: Record<string, string> = {}) {
  const { child, ready, ended } = spawnServer(environment)
  const url = await ready
  const dispatcher = trusting(join(environment['BEDDYBYTES_DATA'] ?? join(folder, 'data'), 'certificate.pem'))
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const outcome = await ended
    await dispatcher.destroy()
    return outcome
  }
  return { url, phone: (): Phone => createPhone(url, dispatcher), end }
}

describe('the server as a process', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'beddybytes-'))
  })
  after(() => {
    for (const child of running) child.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })

  test('creates what is missing, says where to point a phone, and ends in order at SIGTERM', async () => {
    const started = await startServer()
    assert.equal((await started.phone().request('GET', '/healthz')).status, 200)
    assert.equal((await started.phone().register('Ada')).status, 201)
    const data = join(folder, 'data')
    assert.equal(statSync(data).mode & 0o777, 0o700)
    for (const file of readdirSync(data)) assert.equal(statSync(join(data, file)).mode & 0o777, 0o600, file)
    const startedMs = performance.now()
    const { code, output } = await started.end('SIGTERM')
    assert.equal(code, 0)
    assert.ok(performance.now() - startedMs < 5000)
    assert.match(output, /█|▀|▄/)
    assert.deepEqual(readdirSync(data).toSorted(), [
      'beddybytes.db',
      'certificate-key.pem',
      'certificate.pem',
      'lock',
      'root-key.pem',
      'root.pem',
    ])
    const [, fingerprint = ''] = /Fingerprint \(SHA-256\)[^\n]*\n {2}([0-9A-F:]{95})\n/.exec(output) ?? []
    assert.equal(fingerprint, new X509Certificate(readFileSync(join(data, 'root.pem'))).fingerprint256)
    assert.match(output, /http:\/\/localhost:\d+ +http:\/\/127\.0\.0\.1:\d+\n/, 'the codes lead to the welcome page')
  })

  test('keeps its certificate from start to start, and makes a new one for another name under the same root', async () => {
    const file = join(folder, 'data', 'certificate.pem')
    const first = readFileSync(file, 'utf8')
    const root = readFileSync(join(folder, 'data', 'root.pem'), 'utf8')
    await (await startServer()).end('SIGTERM')
    assert.equal(readFileSync(file, 'utf8'), first)
    await (await startServer({ BEDDYBYTES_HOSTNAME: 'nas.lan' })).end('SIGTERM')
    assert.notEqual(readFileSync(file, 'utf8'), first)
    assert.equal(readFileSync(join(folder, 'data', 'root.pem'), 'utf8'), root)
  })

  test('a certificate whose key does not fit is replaced', async () => {
    writeFileSync(join(folder, 'data', 'certificate-key.pem'), 'damaged')
    const started = await startServer()
    assert.equal((await started.phone().request('GET', '/healthz')).status, 200)
    await started.end('SIGTERM')
  })

  test('a wrong setting is one line and a non-zero exit', async () => {
    const { code, output } = await spawnServer({ BEDDYBYTES_HTTPS_PORT: 'many' }).ended
    assert.notEqual(code, 0)
    assert.match(output, /^BEDDYBYTES_HTTPS_PORT is "many"[^\n]*\n$/)
  })

  test('a certificate of the owner that cannot be used is one line and a non-zero exit', async () => {
    const data = join(folder, 'data')
    const [certificate, key] = [join(data, 'certificate.pem'), join(data, 'root-key.pem')]
    const { code, output } = await spawnServer({ BEDDYBYTES_TLS_CERT: certificate, BEDDYBYTES_TLS_KEY: key }).ended
    assert.notEqual(code, 0)
    assert.equal(output, 'BEDDYBYTES_TLS_CERT and BEDDYBYTES_TLS_KEY do not belong together.\n')
  })

  for (const variable of ['BEDDYBYTES_HTTPS_PORT', 'BEDDYBYTES_HTTP_PORT']) {
    test(`a port that is taken names itself and ${variable}`, async () => {
      const other = createServer().listen(0, '127.0.0.1')
      await once(other, 'listening')
      const { port } = other.address() as AddressInfo
      const { code, output } = await spawnServer({ [variable]: String(port) }).ended
      other.close()
      assert.notEqual(code, 0)
      assert.equal(output.includes(`Port ${port} (${variable}) is taken`), true, output)
      assert.equal(output.trimEnd().includes('\n'), false)
    })
  }

  test('a second box cannot share the port of the first in silence', async () => {
    const started = await startServer()
    const port = new URL(started.url).port
    const { output } = await spawnServer({ BEDDYBYTES_HTTPS_PORT: port, BEDDYBYTES_DATA: join(folder, 'second') }).ended
    assert.match(output, /is taken/)
    await started.end('SIGTERM')
  })

  test('an address that this machine has not is named', async () => {
    const { code, output } = await spawnServer({ BEDDYBYTES_BIND: '192.0.2.1', BEDDYBYTES_HTTPS_PORT: '18443' }).ended
    assert.notEqual(code, 0)
    assert.match(output, /^Port 18443 \(BEDDYBYTES_HTTPS_PORT\) cannot be had on BEDDYBYTES_BIND=192\.0\.2\.1/)
  })

  test('a database of a newer version, or a damaged one, is refused and left as it is', async () => {
    const data = mkdtempSync(join(folder, 'newer-'))
    chmodSync(data, 0o700)
    const file = join(data, 'beddybytes.db')
    const database = new Database(file)
    database.pragma('user_version = 9999')
    database.close()
    const newer = readFileSync(file)
    const refused = await spawnServer({ BEDDYBYTES_DATA: data }).ended
    assert.notEqual(refused.code, 0)
    assert.match(refused.output, /version 9999/)
    assert.deepEqual(readFileSync(file), newer)
    writeFileSync(file, 'this is no database, whatever its name says'.repeat(50))
    const damaged = await spawnServer({ BEDDYBYTES_DATA: data }).ended
    assert.notEqual(damaged.code, 0)
    assert.match(damaged.output, /^The database cannot be opened/)
  })

  test('kill -9 in the middle of writes loses no account that was acknowledged', async () => {
    const data = join(folder, 'killed')
    const acknowledged: string[] = []
    for (let round = 0; round < 8; round += 1) {
      const started = await startServer({ BEDDYBYTES_DATA: data })
      const afterAnswers = 2 + round
      let answers = 0
      const killed: Promise<unknown>[] = []
      const register = async (name: string) => {
        const answer = await started
          .phone()
          .register(name)
          .catch(() => null)
        if (answer?.status === 201) acknowledged.push(name)
        answers += 1
        if (answers === afterAnswers) killed.push(started.end('SIGKILL'))
      }
      await Promise.all(Array.from({ length: 12 }, (_, index) => register(`Round ${round} account ${index}`)))
      await Promise.all(killed)
    }
    const started = await startServer({ BEDDYBYTES_DATA: data })
    for (const name of acknowledged) assert.equal((await started.phone().logIn(name, testPassword)).status, 200, name)
    await started.end('SIGKILL')
    rmSync(dirname(socketPath(data)), { recursive: true })
    const database = new Database(join(data, 'beddybytes.db'))
    assert.equal(database.pragma('integrity_check', { simple: true }), 'ok')
    database.close()
    assert.ok(acknowledged.length >= 8 * 2)
  })
})
