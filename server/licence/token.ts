// A licence is a compact JWS (RFC 7515) signed with Ed25519 (RFC 8037), so that the box can check it without asking anybody.

import { CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose'
import * as v from 'valibot'

const product = 'beddybytes'
const algorithm = 'EdDSA'
const dayS = 86_400

/** Whom a licence is for: shown in the app, so no control characters and no more than a line. */
const holderSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100), v.regex(/^\P{Cc}*$/u))

const secondsSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000))

const claimsSchema = v.object({
  iss: v.literal(product),
  aud: v.literal(product),
  name: holderSchema,
  iat: secondsSchema,
  exp: secondsSchema,
})

/** RFC 8037: `d` is the secret, `x` the public key. */
export const privateJwkSchema = v.object({
  kty: v.literal('OKP'),
  crv: v.literal('Ed25519'),
  d: v.string(),
  x: v.string(),
})
export type PrivateJwk = v.InferOutput<typeof privateJwkSchema>

export interface Licence {
  readonly name: string
  readonly expiresAt: Date
}

export async function createSigningKeys(): Promise<{ privateJwk: PrivateJwk; publicKey: string }> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const privateJwk = v.parse(privateJwkSchema, await exportJWK(privateKey))
  return { privateJwk, publicKey: privateJwk.x }
}

/** Throws when `name` is empty, longer than 100 characters or holds control characters. */
export async function issueLicence(
  privateJwk: PrivateJwk,
  { name, days }: { name: string; days: number },
  now: Date,
): Promise<string> {
  const issuedS = Math.floor(now.getTime() / 1000)
  const claims = v.parse(claimsSchema, { iss: product, aud: product, name, iat: issuedS, exp: issuedS + days * dayS })
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: algorithm })
    .sign(await importJWK(privateJwk, algorithm))
}

/**
 * What a licence says, or null when it was not signed with this key or is no licence. An expired one is read too:
 * how long it still counts is for the caller to decide.
 */
export async function readLicence(publicKey: string, token: string): Promise<Licence | null> {
  try {
    const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: publicKey }, algorithm)
    const { payload } = await compactVerify(token.trim(), key, { algorithms: [algorithm] })
    const { name, exp } = v.parse(claimsSchema, JSON.parse(new TextDecoder().decode(payload)))
    return { name, expiresAt: new Date(exp * 1000) }
  } catch {
    // Anything that a person may paste ends here, and to each the answer is the same.
    return null
  }
}
