// Ten failed starts of the real server, and the page after them.

import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fetch } from 'undici'
import { trusting } from '../test-harness.ts'
import { until } from '../test-wait.ts'
import { failedStartsFile } from './failed-starts.ts'

const server = join(import.meta.dirname, '../../.build/server.js')
let folder = ''
let data = ''
const running = new Set<ChildProcess>()
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'beddybytes-trouble-'))
  data = join(folder, 'data')
})
after(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

function start(ports: { https: number; http: number }) {
  const child = spawn(process.execPath, [server], {
    env: {
      PATH: process.env['PATH'],
      BEDDYBYTES_DATA: data,
      BEDDYBYTES_BIND: '127.0.0.1',
      BEDDYBYTES_HTTPS_PORT: String(ports.https),
      BEDDYBYTES_HTTP_PORT: String(ports.http),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  const said = { output: () => output }
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (output += String(chunk)))
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  return { child, ended, ...said }
}

test('after ten failed starts in a row the same addresses show what to do, and a start that succeeds forgets them', async () => {
  const ports = { https: await freePort(), http: await freePort() }
  const first = start(ports)
  await until('it is up', () => first.output().includes('Plain HTTP'))
  assert.equal(existsSync(join(data, failedStartsFile)), false)
  first.child.kill('SIGTERM')
  assert.equal(await first.ended, 0)

  const file = join(data, 'beddybytes.db')
  const sound = readFileSync(file)
  writeFileSync(file, 'what a worn memory card gives back '.repeat(300))
  for (let failed = 1; failed < 10; failed += 1) {
    const one = start(ports)
    assert.equal(await one.ended, 1, `start ${failed}`)
    assert.match(one.output(), /^The database cannot be opened/)
  }
  const tenth = start(ports)
  const answers = async (url: string, language = 'en') => {
    const dispatcher = trusting(join(data, 'root.pem'))
    const response = await fetch(url, { dispatcher, headers: { 'Accept-Language': language } }).catch(() => null)
    const text = await response?.text()
    await dispatcher.destroy()
    return { status: response?.status, text: text ?? '' }
  }
  for (const url of [`http://127.0.0.1:${ports.http}/`, `https://localhost:${ports.https}/healthz`]) {
    await until('the page of trouble is there', async () => (await answers(url)).status === 503)
    const { text } = await answers(url)
    assert.match(text, /cannot start/)
    assert.match(text, /The database cannot be opened/)
    assert.match(text, /restore your backup/)
    const inGerman = await answers(url, 'de')
    assert.match(inGerman.text, /<html lang="de">/)
    assert.match(inGerman.text, /The database cannot be opened/)
  }
  tenth.child.kill('SIGTERM')
  assert.equal(await tenth.ended, 0)

  writeFileSync(file, sound)
  const mended = start(ports)
  await until('it is up again', () => mended.output().includes('Plain HTTP'))
  assert.equal(existsSync(join(data, failedStartsFile)), false)
  mended.child.kill('SIGTERM')
  assert.equal(await mended.ended, 0)
})
