import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CompactSign, UnsecuredJWT, importJWK } from 'jose'
import { parsePublicKey } from './public-key.ts'
import { createSigningKeys, issueLicence, readLicence } from './token.ts'
import type { PrivateJwk } from './token.ts'

const now = new Date('2026-03-01T12:00:00Z')
const { privateJwk, publicKey } = await createSigningKeys()

async function sign(claims: unknown, key: PrivateJwk = privateJwk): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(await importJWK(key, 'EdDSA'))
}

const goodClaims = { iss: 'beddybytes', aud: 'beddybytes', name: 'Ada', iat: 1_772_366_400, exp: 1_774_958_400 }

test('an issued licence is read with its name and its last day', async () => {
  const token = await issueLicence(privateJwk, { name: ' Ada and Bo ', days: 30 }, now)
  assert.deepEqual(await readLicence(publicKey, token), {
    name: 'Ada and Bo',
    expiresAt: new Date('2026-03-31T12:00:00Z'),
  })
})

test('a licence survives the spaces and line ends that pasting adds', async () => {
  const token = await issueLicence(privateJwk, { name: 'Ada', days: 1 }, now)
  assert.equal((await readLicence(publicKey, `\n  ${token} \r\n`))?.name, 'Ada')
})

test('a licence that ended long ago can still be read', async () => {
  const token = await issueLicence(privateJwk, { name: 'Ada', days: 1 }, new Date('2001-01-01T00:00:00Z'))
  assert.deepEqual((await readLicence(publicKey, token))?.expiresAt, new Date('2001-01-02T00:00:00Z'))
})

test('a licence signed with another key is none', async () => {
  const other = await createSigningKeys()
  const token = await issueLicence(other.privateJwk, { name: 'Ada', days: 1 }, now)
  assert.equal(await readLicence(publicKey, token), null)
})

test('a licence whose claims were changed after signing is none', async () => {
  const token = await issueLicence(privateJwk, { name: 'Ada', days: 1 }, now)
  const [header, , signature] = token.split('.')
  const claims = Buffer.from(JSON.stringify({ ...goodClaims, exp: 9_999_999_999 })).toString('base64url')
  assert.equal(await readLicence(publicKey, `${header}.${claims}.${signature}`), null)
})

test('a token without a signature is no licence', async () => {
  assert.equal(await readLicence(publicKey, new UnsecuredJWT(goodClaims).encode()), null)
})

const signedButWrong: Record<string, unknown> = {
  'for another product': { ...goodClaims, aud: 'something-else' },
  'from another issuer': { ...goodClaims, iss: 'somebody-else' },
  'without a last day': { ...goodClaims, exp: undefined },
  'with a last day that is no number': { ...goodClaims, exp: '2030-01-01' },
  'with a last day that no calendar has': { ...goodClaims, exp: 1e300 },
  'without a name': { ...goodClaims, name: '' },
  'with terminal escapes in its name': { ...goodClaims, name: '\u001B[31mAda' },
  'that is a list': [goodClaims],
}
for (const [what, claims] of Object.entries(signedButWrong)) {
  test(`a signed token ${what} is no licence`, async () => {
    assert.equal(await readLicence(publicKey, await sign(claims)), null)
  })
}

for (const text of ['', 'hello', 'a.b.c', '..', `${'A'.repeat(70_000)}.e30.AA`, '{"name":"Ada"}']) {
  test(`the text ${JSON.stringify(text.slice(0, 20))} is no licence`, async () => {
    assert.equal(await readLicence(publicKey, text), null)
  })
}

test('a public key is taken as keygen gives it, spaces around it or not', () => {
  assert.equal(parsePublicKey(publicKey), publicKey)
  assert.equal(parsePublicKey(` ${publicKey}\n`), publicKey)
})

test('what is not 32 bytes in base64url is no public key', () => {
  const padded = `${publicKey}=`
  const short = Buffer.alloc(31, 7).toString('base64url')
  const long = Buffer.alloc(33, 7).toString('base64url')
  const standardAlphabet = Buffer.alloc(32, 0xfb).toString('base64')
  for (const text of [
    '',
    padded,
    short,
    long,
    standardAlphabet,
    `${publicKey} ${publicKey}`,
    privateJwk.d + publicKey,
  ]) {
    assert.equal(parsePublicKey(text), null, text)
  }
})
