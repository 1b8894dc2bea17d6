// The plain HTTP port: the welcome page and the root, nothing else; and the same page over HTTPS.

import assert from 'node:assert/strict'
import { X509Certificate, createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Agent, WebSocket } from 'undici'
import { languageCodes } from '../../public/shared/languages.ts'
import { openTestBox, type TestBox } from '../test-harness.ts'
import { profileText } from '../text/profile.ts'
import { issueLeaf, issueRoot } from '../trust/issue.ts'
import { platformOf } from '../trust/welcome.ts'

interface Plain {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
}

function ask(
  box: TestBox,
  path: string,
  { method = 'GET', host = 'localhost', agent = '', language = '' } = {},
): Promise<Plain> {
  return new Promise((resolve, reject) => {
    const headers = { Host: `${host}:${box.box.httpPort}`, 'User-Agent': agent, 'Accept-Language': language }
    request({ host: '127.0.0.1', port: box.box.httpPort, path, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }),
      )
    })
      .on('error', reject)
      .end()
  })
}

describe('the plain HTTP port', () => {
  let box: TestBox
  let root: X509Certificate
  before(async () => {
    box = await openTestBox({ BEDDYBYTES_HOSTNAME: 'nursery.local' })
    root = new X509Certificate(readFileSync(join(box.settings.dataFolder, 'root.pem')))
  })
  after(() => box.close())

  test('gives the root as DER and as a profile for iPhones', async () => {
    const certificate = await ask(box, '/trust/beddybytes.crt')
    assert.equal(certificate.headers['content-type'], 'application/x-x509-ca-cert')
    assert.deepEqual(certificate.body, root.raw)
    const profile = await ask(box, '/trust/beddybytes.mobileconfig')
    assert.equal(profile.headers['content-type'], 'application/x-apple-aspen-config')
    assert.match(profile.body.toString(), /<string>com\.apple\.security\.root<\/string>/)
    const [, data = ''] = /<data>([^<]+)<\/data>/.exec(profile.body.toString()) ?? []
    assert.deepEqual(Buffer.from(data, 'base64'), root.raw)
    assert.deepEqual((await ask(box, '/trust/beddybytes.mobileconfig')).body, profile.body)
  })

  test('gives a welcome page of at most 30 KiB that needs nothing else', async () => {
    const { status, headers, body } = await ask(box, '/')
    assert.equal(status, 200)
    assert.equal(headers['content-type'], 'text/html; charset=utf-8')
    assert.ok(body.length <= 30 * 1024, `${body.length} bytes`)
    const html = body.toString()
    assert.doesNotMatch(html, /%[a-z-]+%|<!--/)
    assert.doesNotMatch(html, /\s(?:src|style|on[a-z]+)=/)
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => String(href))
    assert.deepEqual([...new Set(links)].toSorted(), [
      '/trust/beddybytes.crt',
      '/trust/beddybytes.mobileconfig',
      'data:,',
      `https://localhost:${box.box.httpsPort}/`,
    ])
  })

  test('the page and the profile speak as their asker does, and no longer', async () => {
    for (const language of languageCodes) {
      const { headers, body } = await ask(box, '/', { language })
      assert.equal(headers['content-language'], language)
      assert.match(String(headers['vary']), /Accept-Language, Cookie/)
      assert.ok(body.includes(`<html lang="${language}">`))
      assert.ok(body.length <= 32 * 1024, `${language}: ${body.length} bytes`)
      const profile = await ask(box, '/trust/beddybytes.mobileconfig', { language })
      assert.ok(profile.body.includes(`<string>${profileText[language]}</string>`))
    }
  })

  test('the page is what everybody gets who asks for /, a browser or not', async () => {
    for (const method of ['GET', 'HEAD']) {
      for (const agent of ['curl/8.0', 'Mozilla/5.0 (iPhone)']) {
        const { status, headers } = await ask(box, '/?from=a-link', { method, agent })
        assert.deepEqual([status, headers['content-type']], [200, 'text/html; charset=utf-8'])
      }
    }
  })

  test('the page shows the fingerprint and the addresses, by name and by address, as text and as codes', async () => {
    const html = (await ask(box, '/')).body.toString()
    assert.ok(html.includes(root.fingerprint256.replaceAll(':', ' ')))
    assert.equal(box.box.fingerprint, root.fingerprint256)
    for (const host of ['localhost', '127.0.0.1']) {
      const url = `http://${host}:${box.box.httpPort}`
      assert.ok(html.includes(`<p>${url}</p>`) && html.includes(`role="img" aria-label="${url}"`), url)
      assert.ok(html.includes(`<li>https://${host}:${box.box.httpsPort}</li>`))
    }
  })

  test('the policy of the page allows what is in it by its hash, and one frame', async () => {
    const { headers, body } = await ask(box, '/')
    const policy = String(headers['content-security-policy'])
    for (const tag of ['script', 'style']) {
      const [, content = ''] = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(body.toString()) ?? []
      const hash = createHash('sha256').update(content).digest('base64')
      assert.ok(content !== '' && policy.includes(`${tag}-src 'self' 'sha256-${hash}'`))
    }
    assert.ok(policy.includes(`frame-src https://localhost:${box.box.httpsPort};`))
    assert.match(policy, /frame-ancestors 'none'/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.equal(headers['strict-transport-security'], undefined)
    assert.equal(headers['x-content-type-options'], 'nosniff')
  })

  test('the steps of the phone at hand are open, the others folded', async () => {
    const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15'
    const html = (await ask(box, '/', { agent })).body.toString()
    assert.match(html, /<details id="iphone" open>/)
    assert.equal(html.match(/<details id="[a-z]+">/g)?.length, 5)
  })

  test('the link leads to a name that the certificate has', async () => {
    const named = (await ask(box, '/', { host: 'nursery.local' })).body.toString()
    assert.ok(named.includes(`data-app="https://nursery.local:${box.box.httpsPort}"`))
    const { hostname } = await import('node:os')
    const bare = (await ask(box, '/', { host: hostname() })).body.toString()
    assert.ok(bare.includes(`data-app="https://127.0.0.1:${box.box.httpsPort}"`))
  })

  test('everything else is sent on to HTTPS, whatever the method', async () => {
    const paths = [
      '/baby?x=1',
      '/api/welcome',
      '/healthz',
      '/trust',
      '/trust/check',
      '/root.pem',
      '/root-key.pem',
      '/trust/root-key.pem',
      '/favicon.ico',
      '/index.html',
    ]
    for (const path of paths) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const { status, headers, body } = await ask(box, path, { method })
        assert.equal(status, 308, `${method} ${path}`)
        assert.equal(headers['location'], `https://localhost:${box.box.httpsPort}${path}`)
        assert.equal(body.length, 0)
      }
    }
    assert.equal((await ask(box, '/', { method: 'POST' })).status, 308)
    assert.equal((await ask(box, '/', { host: 'evil.example' })).status, 421)
    assert.equal((await ask(box, '/trust/beddybytes.crt', { host: 'evil.example' })).status, 421)
  })

  test('over HTTPS the page is there too, and only its check may be framed, by this box alone', async () => {
    const phone = box.phone()
    const page = await phone.request('GET', '/trust')
    assert.equal(page.status, 200)
    assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
    const check = await phone.request('GET', '/trust/check?1')
    assert.equal(check.headers.get('x-frame-options'), null)
    const policy = check.headers.get('content-security-policy') ?? ''
    assert.ok(policy.includes(`frame-ancestors http://localhost:${box.box.httpPort}`), policy)
    assert.ok(policy.includes(`connect-src 'self' wss://localhost:${box.box.httpsPort}`))
  })

  test('anybody of this origin may open the socket of the check, which says nothing and ends', async () => {
    const dispatcher = new Agent({ connect: { ca: root.toString() } })
    const open = (origin: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`${box.url.replace('https', 'wss')}/trust/socket`, {
          dispatcher,
          headers: { Origin: origin },
        })
        let seen = ''
        socket.addEventListener('open', () => (seen += 'open '))
        socket.addEventListener('message', () => (seen += 'message '))
        socket.addEventListener('close', ({ code }) => resolve(seen + code))
      })
    assert.equal(await open(box.url), 'open 1000')
    assert.equal(await open('https://evil.example'), '1006')
    assert.equal(await open(`http://localhost:${box.box.httpPort}`), '1006')
    await dispatcher.destroy()
  })
})

test("with a certificate of the owner's own there is no root to install, and the box says so", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-own-'))
  const authority = await issueRoot('localhost', Date.now())
  const pair = await issueLeaf({ root: authority, names: ['localhost'], now: Date.now() })
  const [certificate, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  // The harness trusts what is in the data folder; the chain goes there as well.
  writeFileSync(certificate, pair.certificate + authority.certificate)
  writeFileSync(key, pair.key)
  const box = await openTestBox({ BEDDYBYTES_TLS_CERT: certificate, BEDDYBYTES_TLS_KEY: key }, undefined, certificate)
  try {
    assert.equal((await box.phone().request('GET', '/healthz')).status, 200)
    const html = (await ask(box, '/')).body.toString()
    assert.match(html, /There is nothing to install/)
    assert.doesNotMatch(html, /beddybytes\.crt|fingerprint"/)
    // That certificate names no address, and yet the page says where it is by one.
    assert.ok(html.includes(`aria-label="http://127.0.0.1:${box.box.httpPort}"`))
    assert.equal((await ask(box, '/trust/beddybytes.crt')).status, 404)
    assert.equal(box.box.fingerprint, null)
  } finally {
    await box.close()
    rmSync(folder, { recursive: true })
  }
})

test('a phone is known by what its browser says', () => {
  const said: readonly (readonly [string, string | null])[] = [
    [
      'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 Version/16.6 Mobile/15E148 Safari/604.1',
      'iphone',
    ],
    ['Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'android'],
    ['Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'android'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36', 'windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15', 'mac'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36', 'linux'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox'],
    ['curl/8.0', null],
  ]
  for (const [userAgent, platform] of said) assert.equal(platformOf(userAgent), platform, userAgent)
})
