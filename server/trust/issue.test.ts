// What the house's certificates are worth to the programs that judge them: OpenSSL and Node.

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { connect, createServer } from 'node:tls'
import { dayMs, type Pair } from './certificates.ts'
import { issueLeaf, issueRoot } from './issue.ts'
import { permits } from './name-constraints.ts'

describe('certificates of the house', () => {
  const now = Date.UTC(2026, 10, 22, 20)
  const houseName = 'baby.example.org'
  let folder = ''
  let root: Pair
  const file = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const openssl = (...args: string[]) => execFileSync('openssl', args, { encoding: 'utf8' })

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'beddybytes-trust-'))
    root = await issueRoot(houseName, now)
    file('root.pem', root.certificate)
  })
  after(() => rmSync(folder, { recursive: true }))

  const issue = (names: readonly string[], from = root) => issueLeaf({ root: from, names, now })

  /** As strict as OpenSSL can be, at the time of the test's clock. */
  function verify(leaf: Pair, name: string, rootFile = join(folder, 'root.pem')) {
    const check = /^[\d.]+$|:/.test(name) ? '-verify_ip' : '-verify_hostname'
    const { status, stderr } = spawnSync(
      'openssl',
      [
        'verify',
        '-x509_strict',
        '-purpose',
        'sslserver',
        '-attime',
        String(now / 1000),
        '-CAfile',
        rootFile,
        check,
        name,
        file('leaf.pem', leaf.certificate),
      ],
      { encoding: 'utf8' },
    )
    return { isTrusted: status === 0, reason: stderr }
  }

  const homeNames = ['beddybytes.local', 'localhost', 'nas.lan', 'nas.home.arpa', 'nas.internal', houseName]
  const homeAddresses = [
    '192.168.1.7',
    '10.0.0.1',
    '172.31.255.254',
    '169.254.3.4',
    '127.0.0.1',
    '::1',
    'fd12::1',
    'fe80::1',
  ]

  test('OpenSSL trusts a leaf for every name and address that a home has', async () => {
    const leaf = await issue([...homeNames, ...homeAddresses])
    for (const name of [...homeNames, ...homeAddresses]) {
      const { isTrusted, reason } = verify(leaf, name)
      assert.ok(isTrusted, `${name}: ${reason}`)
    }
  })

  const foreign = [
    'bank.example',
    'example.org',
    'beddybytes.local.example',
    'nas',
    '8.8.8.8',
    '172.32.0.1',
    '192.169.0.1',
    '100.64.0.1',
    '2001:db8::1',
    'ff02::1',
    '::ffff:808:808',
    '::ffff:c0a8:107',
  ]
  for (const name of foreign) {
    test(`OpenSSL refuses a forged leaf for ${name}, whatever else is in it`, async () => {
      for (const names of [[name], ['beddybytes.local', name]]) {
        const { isTrusted, reason } = verify(await issue(names), names[0] ?? '')
        assert.equal(isTrusted, false)
        assert.match(reason, /permitted subtree violation/)
      }
    })
  }

  async function connectsTo(leaf: Pair, name: string): Promise<string> {
    const server = createServer({ cert: leaf.certificate, key: leaf.key }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const isAddress = /^[\d.]+$/.test(name)
    const socket = connect({
      host: '127.0.0.1',
      port,
      ca: root.certificate,
      ...(isAddress ? {} : { servername: name }),
    })
    const outcome = await new Promise<string>((resolve) => {
      socket.once('secureConnect', () => resolve('trusted'))
      socket.once('error', (error) => resolve(error.message))
    })
    socket.destroy()
    server.close()
    return outcome
  }

  test("Node trusts the house's names and refuses forged ones", async () => {
    // Node has only the clock of this machine.
    const current = await issueRoot(houseName, Date.now())
    root = { ...current }
    const leaf = (names: string[]) => issueLeaf({ root, names, now: Date.now() })
    assert.equal(await connectsTo(await leaf(['beddybytes.local']), 'beddybytes.local'), 'trusted')
    assert.equal(await connectsTo(await leaf(['127.0.0.1']), '127.0.0.1'), 'trusted')
    assert.equal(await connectsTo(await leaf(['bank.example']), 'bank.example'), 'permitted subtree violation')
    assert.equal(
      await connectsTo(await leaf(['beddybytes.local', '8.8.8.8']), 'beddybytes.local'),
      'permitted subtree violation',
    )
    root = await issueRoot(houseName, now)
    file('root.pem', root.certificate)
  })

  test('the root is a P-256 authority for ten years that names the house', () => {
    const text = openssl('x509', '-in', join(folder, 'root.pem'), '-noout', '-text')
    assert.match(text, /Subject: CN = BeddyBytes baby\.example\.org [0-9A-F]{4}\n/)
    assert.match(text, /NIST CURVE: P-256/)
    assert.match(text, /Basic Constraints: critical\s+CA:TRUE, pathlen:0/)
    assert.match(text, /Key Usage: critical\s+Certificate Sign, CRL Sign/)
    assert.match(text, /Name Constraints: \n\s+Permitted:/)
    assert.doesNotMatch(text, /Name Constraints: critical/)
    const { validFromDate, validToDate } = new X509Certificate(root.certificate)
    const days = (validToDate.getTime() - validFromDate.getTime()) / dayMs
    assert.ok(days > 3651 && days < 3654, String(days))
  })

  test('a leaf is for servers, for at most 90 days, and began before now', async () => {
    const leaf = await issue(['beddybytes.local', '192.168.1.7'])
    const text = openssl('x509', '-in', file('leaf.pem', leaf.certificate), '-noout', '-text')
    assert.match(text, /Extended Key Usage: \n\s+TLS Web Server Authentication\n/)
    assert.match(text, /CA:FALSE/)
    assert.match(text, /DNS:beddybytes\.local, IP Address:192\.168\.1\.7\n/)
    assert.match(text, /Signature Algorithm: ecdsa-with-SHA256/)
    const { validFromDate, validToDate } = new X509Certificate(leaf.certificate)
    assert.ok(validToDate.getTime() - validFromDate.getTime() < 90 * dayMs)
    assert.ok(validToDate.getTime() - now > 88 * dayMs)
    assert.ok(validFromDate.getTime() <= now - dayMs / 2)
  })

  test('the name of a house of 253 letters still makes a root that OpenSSL reads', async () => {
    const long = `${'nursery.'.repeat(30)}example`
    const other = await issueRoot(long, now)
    const { isTrusted, reason } = verify(await issue([long], other), long, file('long.pem', other.certificate))
    assert.ok(isTrusted, reason)
  })

  test('a house with a bare name gets a leaf for it, and none for names that begin like it', async () => {
    const other = await issueRoot('nas', now)
    const rootFile = file('bare.pem', other.certificate)
    assert.ok(verify(await issue(['nas', 'localhost', '192.168.1.7'], other), 'nas', rootFile).isTrusted)
    assert.equal(verify(await issue(['nasty'], other), 'nasty', rootFile).isTrusted, false)
  })

  test('a root says by itself for which names it may sign', async () => {
    const der = new X509Certificate(root.certificate).raw
    assert.equal(permits(der, houseName), true)
    assert.equal(permits(der, 'beddybytes.local'), true)
    assert.equal(permits(der, 'other.example.org'), false)
    assert.equal(permits(Buffer.from('no constraints'), 'beddybytes.local'), false)
  })
})
