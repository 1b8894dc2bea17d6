// The trust of a box over the years: the clock moves, addresses come and go, files are damaged or changed.

import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { SettingsError } from '../settings.ts'
import type { Tls } from '../web/uws.ts'
import { covers, dayMs, isKeyOf, type Pair } from './certificates.ts'
import { issueLeaf, issueRoot } from './issue.ts'
import { createTrust, type Names, type Trust } from './trust.ts'

/** Only the test looks: its clock is its own. */
const never = 2 ** 30

describe('trust', () => {
  let parent = ''
  before(() => {
    parent = mkdtempSync(join(tmpdir(), 'beddybytes-trust-'))
  })
  const opened: Trust[] = []
  after(() => {
    for (const trust of opened) trust.close()
    rmSync(parent, { recursive: true })
  })

  function house(options: { own?: Tls; houseName?: string; folder?: string } = {}) {
    const folder = options.folder ?? mkdtempSync(join(parent, 'data-'))
    const state = {
      now: Date.UTC(2026, 10, 22),
      names: { hostnames: ['beddybytes.local'], addresses: ['192.168.1.7'] } as Names,
      renewed: 0,
      refuses: false,
      logged: [] as string[],
    }
    const log = {
      info: (line: string) => state.logged.push(line),
      error: (line: string) => state.logged.push(`ERROR ${line}`),
    }
    const trust: Trust = createTrust({
      folder,
      houseName: options.houseName ?? 'beddybytes.local',
      own: options.own ?? null,
      names: () => state.names,
      now: () => state.now,
      log,
      lookEveryMs: never,
    })
    opened.push(trust)
    const follow = () =>
      trust.follow(() => {
        if (state.refuses) throw new Error('refused')
        state.renewed += 1
      })
    const leaf = () => new X509Certificate(readFileSync(join(folder, 'certificate.pem')))
    const root = () => new X509Certificate(readFileSync(join(folder, 'root.pem')))
    return { folder, state, trust, follow, leaf, root }
  }

  test('a clock that moves through ten years and more never sees an expired chain', async () => {
    const { state, trust, follow, leaf, root } = house()
    await trust.start()
    follow()
    const end = state.now + 11 * 365.25 * dayMs
    const roots = new Set<string>()
    for (; state.now < end; state.now += dayMs) {
      await trust.check()
      const [of, by] = [leaf(), root()]
      roots.add(by.fingerprint256)
      for (const { validFromDate, validToDate } of [of, by]) {
        assert.ok(validFromDate.getTime() <= state.now && validToDate.getTime() > state.now + 29 * dayMs)
      }
      assert.ok(of.verify(by.publicKey))
      assert.ok(of.validToDate.getTime() - of.validFromDate.getTime() <= 90 * dayMs)
    }
    assert.equal(roots.size, 2)
    assert.equal(state.renewed, state.logged.filter((line) => line.startsWith('A new certificate is in use')).length)
    assert.ok(state.renewed > 65 && state.renewed < 75, String(state.renewed))
    assert.equal(state.logged.filter((line) => line.includes('every phone has to install it again')).length, 1)
  })

  test('a root and a leaf are kept from start to start', async () => {
    const first = house()
    await first.trust.start()
    const kept = [first.leaf().raw, first.root().raw]
    const second = house({ folder: first.folder })
    await second.trust.start()
    assert.deepEqual([second.leaf().raw, second.root().raw], kept)
    assert.equal(second.trust.root()?.fingerprint, second.root().fingerprint256)
  })

  test('all that is written is for the owner alone, and nothing half-written stays', async () => {
    const { folder, trust } = house()
    await trust.start()
    assert.deepEqual(readdirSync(folder).toSorted(), [
      'certificate-key.pem',
      'certificate.pem',
      'root-key.pem',
      'root.pem',
    ])
    for (const file of readdirSync(folder)) assert.equal(statSync(join(folder, file)).mode & 0o777, 0o600, file)
  })

  test('another address or name brings another leaf under the same root, one that went brings none', async () => {
    const { state, trust, follow, leaf, root } = house()
    await trust.start()
    follow()
    const authority = root().fingerprint256
    state.names = { hostnames: ['beddybytes-2.local', 'beddybytes.local'], addresses: ['192.168.1.8', 'fd12::8'] }
    await trust.check()
    for (const name of ['beddybytes-2.local', 'beddybytes.local', '192.168.1.8', 'fd12::8', 'localhost', '127.0.0.1']) {
      assert.ok(trust.covers(name) && covers(leaf(), name), name)
    }
    state.names = { hostnames: ['beddybytes-2.local'], addresses: [] }
    await trust.check()
    assert.equal(state.renewed, 1)
    assert.equal(root().fingerprint256, authority)
  })

  test('a public address is left out, because it would spoil the rest, and the log says so once', async () => {
    const { state, trust, follow, leaf } = house()
    state.names = { hostnames: ['beddybytes.local', 'nas'], addresses: ['2003:db:1::7', '192.168.1.7'] }
    await trust.start()
    follow()
    await trust.check()
    assert.ok(covers(leaf(), '192.168.1.7'))
    assert.equal(covers(leaf(), '2003:db:1::7') || covers(leaf(), 'nas'), false)
    assert.equal(state.logged.filter((line) => line.startsWith('2003:db:1::7')).length, 1)
  })

  test('a house name outside the local ones gets a root that may sign for it; going back keeps that root', async () => {
    const first = house()
    await first.trust.start()
    const second = house({ folder: first.folder, houseName: 'baby.example.org' })
    second.state.names = { hostnames: ['baby.example.org'], addresses: [] }
    const former = first.root().fingerprint256
    await second.trust.start()
    assert.notEqual(second.root().fingerprint256, former)
    assert.ok(second.trust.covers('baby.example.org'))
    const third = house({ folder: first.folder })
    await third.trust.start()
    assert.equal(third.root().fingerprint256, second.root().fingerprint256)
  })

  test('a self-signed pair of an older version is replaced', async () => {
    const { folder, trust, leaf, root } = house()
    const old = await issueRoot('beddybytes.local', Date.UTC(2026, 10, 1))
    writeFileSync(join(folder, 'certificate.pem'), old.certificate)
    writeFileSync(join(folder, 'certificate-key.pem'), old.key)
    await trust.start()
    assert.ok(leaf().verify(root().publicKey))
    assert.equal(leaf().ca, false)
    assert.equal(isKeyOf(leaf(), readFileSync(join(folder, 'certificate-key.pem'), 'utf8')), true)
  })

  test('what is damaged is made anew, whatever part it is', async () => {
    const { folder, trust, leaf, root } = house()
    await trust.start()
    for (const file of ['certificate.pem', 'certificate-key.pem', 'root.pem', 'root-key.pem']) {
      for (const content of ['damaged', '', null]) {
        if (content === null) rmSync(join(folder, file))
        else writeFileSync(join(folder, file), content)
        const again = house({ folder })
        await again.trust.start()
        assert.ok(leaf().verify(root().publicKey), file)
        assert.equal(isKeyOf(leaf(), readFileSync(join(folder, 'certificate-key.pem'), 'utf8')), true)
        assert.equal(isKeyOf(root(), readFileSync(join(folder, 'root-key.pem'), 'utf8')), true)
      }
    }
  })

  test('a clock that begins in 1970 replaces nothing, and all is well when it is set', async () => {
    const { state, trust, follow, leaf, root } = house()
    await trust.start()
    follow()
    const kept = [leaf().raw, root().raw]
    const right = state.now
    state.now = 0
    await trust.check()
    state.now = right + dayMs
    await trust.check()
    assert.deepEqual([leaf().raw, root().raw], kept)
  })

  for (const years of [5, 11]) {
    test(`a clock that jumps ${years} years ahead and back leaves the phones the root that they know`, async () => {
      const { folder, state, trust, follow, leaf, root } = house()
      await trust.start()
      follow()
      const [known, right] = [root().fingerprint256, state.now]
      for (let jump = 0; jump < 2; jump += 1) {
        state.now = right + years * 365.25 * dayMs
        await trust.check()
        assert.ok(leaf().validFromDate.getTime() <= state.now && leaf().validToDate.getTime() > state.now)
        state.now = right + dayMs
        await trust.check()
        assert.equal(root().fingerprint256, known)
        assert.equal(trust.root()?.fingerprint, known)
        assert.ok(leaf().verify(root().publicKey))
        assert.ok(leaf().validFromDate.getTime() <= state.now && leaf().validToDate.getTime() > state.now)
      }
      assert.ok(readdirSync(folder).every((file) => (statSync(join(folder, file)).mode & 0o777) === 0o600))
      const said = state.logged.filter((line) => line.endsWith('is in use again.')).length
      // The second jump finds the root of the first.
      assert.equal(said, years > 10 ? 3 : 0)
    })
  }

  test('two addresses that take turns make one leaf; an hour later the other one is forgotten', async () => {
    const { state, trust, follow } = house()
    await trust.start()
    follow()
    for (let turn = 0; turn < 20; turn += 1) {
      state.now += 2000
      state.names = { hostnames: ['beddybytes.local'], addresses: [turn % 2 === 0 ? '192.168.1.8' : '192.168.1.7'] }
      await trust.check()
    }
    assert.equal(state.renewed, 1)
    state.now += 2 * 60 * 60 * 1000
    state.names = { hostnames: ['beddybytes.local'], addresses: ['192.168.1.9'] }
    await trust.check()
    assert.deepEqual(
      ['192.168.1.7', '192.168.1.8', '192.168.1.9'].map((address) => trust.covers(address)),
      [false, false, true],
    )
  })

  test('a leaf that cannot be put to use is tried again, and the failure is told once', async () => {
    const { state, trust, follow } = house()
    await trust.start()
    follow()
    state.names = { hostnames: ['beddybytes.local'], addresses: ['192.168.1.9'] }
    state.refuses = true
    await trust.check()
    await trust.check()
    assert.equal(state.logged.filter((line) => line.startsWith('ERROR')).length, 1)
    state.refuses = false
    await trust.check()
    await trust.check()
    assert.equal(state.renewed, 1)
  })

  describe('with a certificate of the owner', () => {
    let authority: Pair
    const time = Date.UTC(2026, 10, 22)
    before(async () => {
      authority = await issueRoot('baby.example.org', time)
    })
    const issue = (now = time) => issueLeaf({ root: authority, names: ['baby.example.org'], now })
    function files() {
      const folder = mkdtempSync(join(parent, 'own-'))
      const own = { certificateFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') }
      const write = (pair: Pair) => {
        writeFileSync(own.certificateFile, pair.certificate)
        writeFileSync(own.keyFile, pair.key)
      }
      return { own, write }
    }

    test('it is used as it is, and the box makes no root', async () => {
      const { own, write } = files()
      write(await issue())
      const { folder, trust } = house({ own })
      assert.deepEqual(await trust.start(), own)
      assert.equal(trust.root(), null)
      assert.equal(trust.covers('baby.example.org'), true)
      assert.equal(existsSync(join(folder, 'root.pem')), false)
    })

    const damages: readonly (readonly [string, (own: Tls, pair: Pair, other: Pair) => void, RegExp])[] = [
      [
        'no certificate',
        ({ certificateFile }) => rmSync(certificateFile),
        /^BEDDYBYTES_TLS_CERT cannot be read: ".*cert\.pem"\.$/,
      ],
      ['no key', ({ keyFile }) => rmSync(keyFile), /^BEDDYBYTES_TLS_KEY cannot be read/],
      [
        'text for a certificate',
        ({ certificateFile }) => writeFileSync(certificateFile, 'hello'),
        /^BEDDYBYTES_TLS_CERT holds no certificate/,
      ],
      ['text for a key', ({ keyFile }) => writeFileSync(keyFile, 'hello'), /^BEDDYBYTES_TLS_KEY holds no private key/],
      ["another pair's key", ({ keyFile }, _, other) => writeFileSync(keyFile, other.key), /do not belong together\.$/],
    ]
    for (const [what, damage, reason] of damages) {
      test(`${what} is one clear line at start; later the old pair stays in use, and the log says so`, async () => {
        const { own, write } = files()
        const [pair, other] = [await issue(), await issue()]
        write(pair)
        damage(own, pair, other)
        await assert.rejects(
          house({ own }).trust.start(),
          (error) => error instanceof SettingsError && reason.test(error.message) && !error.message.includes('\n'),
        )
        write(pair)
        const { state, trust, follow } = house({ own })
        await trust.start()
        follow()
        damage(own, pair, other)
        await trust.check()
        assert.deepEqual(state.logged, [], 'the first look may find a pair that is half written')
        await trust.check()
        await trust.check()
        assert.equal(state.logged.length, 1)
        assert.match(state.logged[0] ?? '', /^ERROR BEDDYBYTES_TLS_.* stays in use\.$/)
        write(other)
        await trust.check()
        assert.equal(state.renewed, 1)
      })
    }

    test('it is followed when its files change, once per change', async () => {
      const { own, write } = files()
      write(await issue())
      const { state, trust, follow } = house({ own })
      await trust.start()
      follow()
      await trust.check()
      assert.equal(state.renewed, 0)
      write(await issue())
      await trust.check()
      await trust.check()
      assert.equal(state.renewed, 1)
    })

    for (const first of ['certificateFile', 'keyFile'] as const) {
      test(`a new pair whose ${first} comes seconds before the other is used without a complaint`, async () => {
        const { own, write } = files()
        write(await issue())
        const { state, trust, follow } = house({ own })
        await trust.start()
        follow()
        const next = await issue()
        writeFileSync(own[first], first === 'certificateFile' ? next.certificate : next.key)
        await trust.check()
        assert.equal(state.renewed, 0)
        write(next)
        await trust.check()
        assert.equal(state.renewed, 1)
        assert.deepEqual(state.logged, ['The new certificate of BEDDYBYTES_TLS_CERT is in use.'])
      })
    }

    test('its end is announced before it comes', async () => {
      const { own, write } = files()
      write(await issue(time))
      const { state, trust, follow } = house({ own })
      await trust.start()
      follow()
      state.now = time + 80 * dayMs
      await trust.check()
      await trust.check()
      assert.deepEqual(state.logged, ['ERROR BEDDYBYTES_TLS_CERT ends on 2027-02-18.'])
      state.now = time + 90 * dayMs
      await trust.check()
      assert.match(state.logged[1] ?? '', /ended on 2027-02-18: phones refuse it/)
    })
  })
})
