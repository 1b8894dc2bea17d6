// What many or slow connections cost the honest ones: nothing that a parent would notice.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect as connectPlain, type Socket } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { connect, type TLSSocket } from 'node:tls'
import { encodeFrame, type CallId, type PeerId, type SessionId } from '../../public/shared/protocol.ts'
import { randomId } from '../random-id.ts'
import { openTestBox, type Phone, type TestBox } from '../test-harness.ts'

describe('under load', () => {
  let box: TestBox
  let family: Phone
  before(async () => {
    box = await openTestBox()
    family = box.phone()
    await family.register('Ada')
  })
  after(() => box.close())

  async function startBaby() {
    const wire = await family.join()
    const { peer } = (await wire.next('welcome')).header
    const sessionId = randomId<SessionId>()
    await wire.send({ type: 'start', sessionId, name: 'Nursery' })
    await wire.next('started')
    return { wire, peer }
  }

  /** A phone that has asked for a door and then reads no more. */
  async function openDeaf(request: string): Promise<TLSSocket> {
    const socket = connect({ host: '127.0.0.1', port: box.box.httpsPort, rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    socket.write(request)
    return socket
  }

  async function readUntil(socket: TLSSocket, pattern: RegExp): Promise<RegExpExecArray> {
    for (let text = ''; ;) {
      const found = pattern.exec(text)
      if (found !== null) return found
      await once(socket, 'readable')
      text += String(socket.read() ?? '')
    }
  }

  const asked = (path: string, more: string) =>
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${family.cookie}\r\n${more}\r\n`
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'

  /** One masked text frame of fewer than 126 bytes (RFC 6455, 5.2), with a mask of zeros. */
  const masked = (text: string) =>
    Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)])

  for (const door of ['socket', 'stream'] as const) {
    test(`a phone by ${door} that does not read is dropped, not buffered for without end`, async () => {
      const baby = await startBaby()
      const deaf = await openDeaf(door === 'socket' ? asked('/signal', upgrade) : asked('/signal/events', ''))
      const hello = encodeFrame({ type: 'hello', version: 1, clientId: family.clientId })
      if (door === 'socket') {
        deaf.write(masked(hello))
      } else {
        const [, token = ''] = await readUntil(deaf, /data: ([\w-]{43})/)
        await family.request('POST', '/signal/messages', hello, { headers: { 'BeddyBytes-Connection': token } })
      }
      const peer = (await readUntil(deaf, /"peer":"([\w-]{22})"/))[1] as PeerId
      const rssAtFirst = process.memoryUsage().rss
      const call = randomId<CallId>()
      // 11 MB are more than the kernel takes for a phone that does not read. A few at a time, as a network would.
      for (let index = 0; index < 180; index += 1) {
        await baby.wire.send({ type: 'signal', to: peer, call }, 'x'.repeat(60_000))
        if (index % 5 > 0) continue
        await baby.wire.send({ type: 'heartbeat' })
        await baby.wire.next('heartbeat')
      }
      await baby.wire.next('unreachable', (message) => message.to === peer)
      assert.ok(process.memoryUsage().rss - rssAtFirst < 64 * 1024 * 1024)
      deaf.destroy()
      baby.wire.close()
    })
  }

  test('500 half-open TLS connections and a sender of rubbish do not keep a phone from joining', async () => {
    const idle: Socket[] = []
    for (let index = 0; index < 500; index += 1) {
      const socket = connectPlain(box.box.httpsPort, '127.0.0.1')
      socket.on('error', () => {})
      // Half of them begin a handshake and never end it.
      if (index % 2 === 0) socket.write(Buffer.from('160301020001', 'hex'))
      idle.push(socket)
    }
    const rubbish = await family.join()
    await rubbish.next('welcome')
    const times: number[] = []
    for (let index = 0; index < 40; index += 1) {
      if (index < 10) void rubbish.sendText('rubbish')
      const startedMs = performance.now()
      const wire = await family.join()
      await wire.next('welcome')
      times.push(performance.now() - startedMs)
      wire.close()
    }
    for (const socket of idle) socket.destroy()
    rubbish.close()
    assert.ok(Math.max(...times) < 1000, `the slowest of 40 took ${Math.round(Math.max(...times))} ms`)
  })
})
