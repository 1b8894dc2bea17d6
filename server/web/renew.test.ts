// A new certificate under a running server: open connections do not notice, new ones get it by whatever name they come.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { connect } from 'node:tls'
import { Agent, WebSocket, fetch } from 'undici'
import { issueLeaf, issueRoot } from '../trust/issue.ts'
import type { Pair } from '../trust/certificates.ts'
import { json } from './exchange.ts'
import { createWebServer, type Tls, type WebServer } from './uws.ts'

describe('a renewed certificate', () => {
  let folder = ''
  let root: Pair
  let server: WebServer
  let agent: Agent
  let port = 0
  let open = 0

  /** The name tells the leaves apart; all are good for this machine. */
  async function leaf(name: string): Promise<Tls> {
    const pair = await issueLeaf({ root, names: [name, 'localhost', '127.0.0.1'], now: Date.now() })
    const tls = { certificateFile: join(folder, `${name}.pem`), keyFile: join(folder, `${name}-key.pem`) }
    writeFileSync(tls.certificateFile, pair.certificate)
    writeFileSync(tls.keyFile, pair.key)
    return tls
  }

  /** Which leaf a new connection gets; a handshake that does not trust it fails. */
  function shown(servername?: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(
        { host: '127.0.0.1', port, ca: root.certificate, ...(servername ? { servername } : {}) },
        () => {
          resolve(/DNS:([^,]+)/.exec(socket.getPeerCertificate().subjectaltname ?? '')?.[1] ?? '')
          socket.destroy()
        },
      )
      socket.once('error', reject)
    })
  }

  async function openSocket() {
    const socket = new WebSocket(`wss://localhost:${port}/signal`, { dispatcher: agent })
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve())
      socket.addEventListener('error', () => reject(new Error('refused')))
    })
    const echo = (text: string) =>
      new Promise<string>((resolve, reject) => {
        socket.addEventListener('message', ({ data }) => resolve(String(data)), { once: true })
        socket.addEventListener('close', () => reject(new Error('closed')), { once: true })
        socket.send(text)
      })
    const close = () =>
      new Promise<void>((resolve) => {
        socket.addEventListener('close', () => resolve())
        socket.close()
      })
    return { echo, close }
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'beddybytes-renew-'))
    root = await issueRoot('beddybytes.local', Date.now())
    agent = new Agent({ connect: { ca: root.certificate } })
    server = createWebServer(
      {
        respond: () => Promise.resolve(json({ status: 'ok' })),
        admit: () => ({
          open(line) {
            open += 1
            return {
              token: 'token',
              receive: (frame) => line.send(frame.toString()),
              receiveMalformed: () => {},
              closed: () => {
                open -= 1
              },
            }
          },
        }),
      },
      await leaf('first.local'),
    )
    port = server.listen(0, '127.0.0.1') ?? assert.fail('no port')
  })
  after(async () => {
    server.close()
    await agent.destroy()
    rmSync(folder, { recursive: true })
  })

  test('reaches new connections with and without a server name, while an open socket and stream go on', async () => {
    const socket = await openSocket()
    const stream = await fetch(`https://localhost:${port}/signal/events`, { dispatcher: agent })
    const reader = stream.body?.getReader() ?? assert.fail('no body')
    assert.match(new TextDecoder().decode((await reader.read()).value as Uint8Array), /event: connection/)
    assert.deepEqual([await shown('localhost'), await shown()], ['first.local', 'first.local'])
    for (const name of ['second.local', 'third.local', 'fourth.local']) {
      server.renew(await leaf(name))
      assert.deepEqual(
        [await shown('localhost'), await shown(), await shown('other.local').catch(() => 'refused')],
        [name, name, 'refused'],
      )
      assert.equal(await socket.echo(name), name)
      const answer = await fetch(`https://localhost:${port}/`, { dispatcher: agent })
      assert.equal(answer.status, 200)
      await answer.arrayBuffer()
    }
    assert.equal(open, 2)
    await socket.close()
    // The stream of the first certificate still lives: its keep-alive comes every 5 s.
    assert.match(new TextDecoder().decode((await reader.read()).value as Uint8Array), /^:/)
    await reader.cancel()
  })

  test('a request that was on its way is answered over the connection it came by', async () => {
    const requests = Array.from({ length: 30 }, () => fetch(`https://localhost:${port}/`, { dispatcher: agent }))
    server.renew(await leaf('fifth.local'))
    for (const answer of await Promise.all(requests)) {
      assert.equal(answer.status, 200)
      await answer.arrayBuffer()
    }
  })

  test('a pair that cannot be used changes nothing', async () => {
    const good = await leaf('sixth.local')
    server.renew(good)
    const other = await leaf('seventh.local')
    assert.throws(() => server.renew({ certificateFile: good.certificateFile, keyFile: other.keyFile }))
    assert.throws(() => server.renew({ certificateFile: join(folder, 'none.pem'), keyFile: other.keyFile }))
    assert.equal(await shown('localhost'), 'sixth.local')
  })

  test('a hundred renewals later a socket of the first is open, and all end together', async () => {
    const socket = await openSocket()
    const pairs = [await leaf('even.local'), await leaf('odd.local')] as const
    for (let round = 0; round < 100; round += 1) {
      server.renew(pairs[round % 2 === 0 ? 0 : 1])
      if (round % 20 === 0) assert.equal(await shown('localhost'), 'even.local')
    }
    assert.equal(await socket.echo('still here'), 'still here')
    assert.equal(await shown(), 'odd.local')
    await socket.close()
  })
})
