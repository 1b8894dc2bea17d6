// Connections that begin and never go on, as a broken phone or somebody unkind makes them: the others do not notice.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { connect as connectSecurely } from 'node:tls'
import { openTestBox, trusting } from '../test-harness.ts'

const each = 167
/** µSockets gives a connection 10 s, on a grid of 4 s. */
const patienceMs = 20_000
/** The beginning of a ClientHello of 512 bytes. */
const hello = Buffer.from('1603010200010001fc0303', 'hex')

test('an honest phone waits less than a second beside 500 connections that do not go on, and those are closed', async () => {
  const box = await openTestBox()
  try {
    const place = { host: '127.0.0.1', port: box.box.httpsPort, rejectUnauthorized: false }
    const kinds: readonly (readonly [open: () => Socket, opened: string, first: Buffer | string])[] = [
      [() => connect(place), 'connect', ''],
      [() => connect(place), 'connect', hello],
      [() => connectSecurely(place), 'secureConnect', 'GET / HTTP/1.1\r\nHost: localhost\r\n'],
    ]
    const closed = await Promise.all(
      kinds.flatMap(([open, opened, first]) =>
        Array.from({ length: each }, async () => {
          const socket = open().on('error', () => {})
          const end = once(socket.resume(), 'close')
          await once(socket, opened)
          if (first !== '') socket.write(first)
          return { end }
        }),
      ),
    )
    const waits: number[] = []
    for (let request = 0; request < 100; request += 1) {
      const startedMs = performance.now()
      // One that comes anew each time.
      const dispatcher = trusting(join(box.settings.dataFolder, 'certificate.pem'))
      assert.equal((await box.phone().request('GET', '/healthz', undefined, { dispatcher })).status, 200)
      waits.push(performance.now() - startedMs)
      await dispatcher.destroy()
    }
    assert.ok((waits.toSorted((a, b) => a - b)[98] ?? Infinity) < 1000)
    const startedMs = performance.now()
    await Promise.all(closed.map(({ end }) => end))
    assert.ok(performance.now() - startedMs < patienceMs)
  } finally {
    await box.close()
  }
})
