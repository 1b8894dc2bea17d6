// What the box answers to requests that are not meant for it, come from elsewhere, or try to be two things at once.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { connect } from 'node:tls'
import { request as plainRequest } from 'node:http'
import { openTestBox, testPassword, type TestBox } from '../test-harness.ts'
import { createGuard } from './guard.ts'
import { plainAddress } from './uws-exchange.ts'

const status = (answer: string) => Number(answer.split(' ')[1])

describe('the guard', () => {
  let box: TestBox
  before(async () => {
    box = await openTestBox({ BEDDYBYTES_HOSTNAME: 'nursery.local' })
    await box.phone().register('Ada')
  })
  after(() => box.close())

  /** Sends bytes as they are and gives everything that comes back until the box closes or has answered. */
  function raw(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const ca = readFileSync(join(box.settings.dataFolder, 'certificate.pem'))
      const socket = connect({ host: '127.0.0.1', port: box.box.httpsPort, ca, servername: 'localhost' })
      let answer = ''
      socket.setTimeout(3000, () => socket.destroy())
      socket.on('data', (chunk) => {
        answer += chunk.toString()
        if (answer.includes('\r\n\r\n')) socket.end()
      })
      socket.on('close', () => resolve(answer))
      socket.on('error', reject)
      socket.write(text)
    })
  }
  const port = () => box.box.httpsPort
  const get = (host: string, path = '/healthz', more = '') =>
    raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`)

  test('a page of the box by its other name may read /healthz, and no other page may', async () => {
    const own = 'https://nursery.local:8443'
    const allowed = async (origin: string) => {
      const answer = await box.phone().request('GET', '/healthz', undefined, { headers: { Origin: origin } })
      return answer.headers.get('access-control-allow-origin')
    }
    assert.equal(await allowed(own), own)
    for (const origin of ['null', 'http://nursery.local', 'https://nursery.local.example.org', 'https://example.org']) {
      assert.equal(await allowed(origin), null, origin)
    }
  })

  test('answers to its own names and addresses, with or without a port', async () => {
    for (const host of ['localhost', 'nursery.local', 'NURSERY.LOCAL', '127.0.0.1', '[::1]', hostname()]) {
      assert.equal(status(await get(host)), 200, host)
      assert.equal(status(await get(`${host}:${port()}`)), 200, host)
    }
  })

  test('refuses every other host, as DNS rebinding brings them', async () => {
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      'nursery.local.evil.example',
      '8.8.8.8',
      'beddybytes.local',
      'x@localhost',
    ]) {
      for (const path of ['/', '/healthz', '/api/me', '/signal']) {
        assert.equal(status(await get(host, path)), 421, `${host}${path}`)
      }
    }
    const withoutHost = await raw('GET /healthz HTTP/1.1\r\n\r\n')
    assert.ok(withoutHost === '' || status(withoutHost) >= 400)
  })

  const upgrade = (origin: string) =>
    get(
      `localhost:${port()}`,
      '/signal',
      `Origin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n`,
    )

  test('refuses a foreign origin for sockets and for whatever changes something', async () => {
    const foreign = [
      'null',
      'https://evil.example',
      `https://localhost.evil.example:${port()}`,
      `https://localhost:${port() + 1}`,
      `http://localhost:${port()}`,
      'https://localhost',
    ]
    for (const origin of foreign) {
      assert.equal(status(await upgrade(origin)), 403, origin)
      const body = { username: 'Ada', password: testPassword }
      const answer = await box.phone().request('POST', '/api/login', body, { headers: { Origin: origin } })
      assert.equal(answer.status, 403, origin)
      assert.equal(answer.json.error.code, 'foreign-origin')
      const stream = await box.phone().request('GET', '/signal/events', undefined, { headers: { Origin: origin } })
      assert.equal(stream.status, 403, origin)
    }
    assert.equal(status(await upgrade(`https://localhost:${port()}`)), 401, 'its own origin comes as far as the log-in')
    const crossSite = { headers: { 'Sec-Fetch-Site': 'cross-site' } }
    assert.equal((await box.phone().request('POST', '/api/login', {}, crossSite)).status, 403)
  })

  test('every answer carries the security headers, errors too, and no HSTS', async () => {
    const phone = box.phone()
    const answers = [
      await phone.request('GET', '/'),
      await phone.request('GET', '/healthz'),
      await phone.request('GET', '/nothing'),
      await phone.request('GET', '/api/me'),
      await phone.request('POST', '/api/login', '{'),
      await phone.request('POST', '/api/login', 'x'.repeat(100_000)),
      await phone.request('GET', '/signal/events'),
    ]
    for (const { headers, status: code } of answers) {
      const policy = headers.get('content-security-policy') ?? ''
      assert.match(policy, /default-src 'none'/, String(code))
      assert.match(policy, /frame-ancestors 'none'/)
      assert.doesNotMatch(policy, /unsafe|\*|http:/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('referrer-policy'), 'no-referrer')
      assert.equal(headers.get('strict-transport-security'), null)
    }
    assert.equal(answers[3]?.headers.get('cache-control'), 'no-store')
    const refused = await get('evil.example')
    assert.match(refused, /content-security-policy/i)
  })

  test('a request that two servers could read differently is refused', async () => {
    const twice = [
      'Content-Length: 2\r\nContent-Length: 3',
      'Content-Length: 2\r\nTransfer-Encoding: chunked',
      'Host: evil.example',
    ]
    for (const headers of twice) {
      const answer = await raw(`POST /api/login HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n\r\n{}`)
      assert.ok(answer === '' || status(answer) === 400, headers)
    }
  })

  test('path tricks find nothing', async () => {
    const tricks = [
      '/../data/beddybytes.db',
      '/%2e%2e/package.json',
      '/..%5cpackage.json',
      '/assets/..%2f..%2fpackage.json',
      '/%00',
      '//evil.example/',
      '/api/%6de',
      '/./healthz',
    ]
    for (const path of tricks) {
      assert.ok([400, 404].includes(status(await get('localhost', path))), path)
    }
  })

  test('plain HTTP leads to the same place over HTTPS, and to no other', async () => {
    const ask = (host: string, path: string) =>
      new Promise<{ status: number | undefined; location: string | undefined }>((resolve, reject) => {
        plainRequest({ host: '127.0.0.1', port: box.box.httpPort, path, headers: { Host: host } }, (response) => {
          response.resume()
          resolve({ status: response.statusCode, location: response.headers.location })
        })
          .on('error', reject)
          .end()
      })
    assert.deepEqual(await ask(`nursery.local:${box.box.httpPort}`, '/baby?x=1'), {
      status: 308,
      location: `https://nursery.local:${port()}/baby?x=1`,
    })
    assert.equal((await ask('evil.example', '/')).status, 421)
    assert.equal((await ask('localhost', '//evil.example/')).location, `https://localhost:${port()}//evil.example/`)
  })

  test('a page is sent again only when it has changed', async () => {
    const phone = box.phone()
    const first = await phone.request('GET', '/')
    const etag = first.headers.get('etag') ?? assert.fail('no etag')
    const second = await phone.request('GET', '/', undefined, { headers: { 'If-None-Match': etag } })
    assert.equal(second.status, 304)
    assert.equal((await phone.request('HEAD', '/')).headers.get('content-length'), String(first.text.length))
  })
})

test('a host is compared as a name, not as text', () => {
  const guard = createGuard(() => ['nursery.local'])
  for (const host of ['nursery.local', 'nursery.local.', 'Nursery.Local:8443', '127.0.0.1:1']) {
    assert.equal(guard.isOwnHost(host), true, host)
  }
  for (const host of [undefined, '', ':443', 'nursery.local/x', 'a b', 'nursery.local@evil.example', '0x7f.1.evil']) {
    assert.equal(guard.isOwnHost(host), false, String(host))
  }
})

test('an IPv4 phone on a socket for both families is known by its IPv4 address', () => {
  assert.equal(plainAddress('0000:0000:0000:0000:0000:ffff:c0a8:0107'), '192.168.1.7')
  assert.equal(plainAddress('192.168.1.7'), '192.168.1.7')
  assert.equal(plainAddress('fe80:0000:0000:0000:0000:0000:0000:0001'), 'fe80:0000:0000:0000:0000:0000:0000:0001')
})
