// The household's secret at work: HMAC-SHA-256 over a list of words. The first word says what the list is for, so that what was
// made for one purpose is worth nothing for another.

import { decodeBytes, encodeBytes } from './bytes.ts'

export interface Key {
  /** Tells one secret from another and nothing of either: a station says which one it has signed with. */
  readonly id: string
  sign(words: readonly string[]): Promise<string>
  check(words: readonly string[], signature: string): Promise<boolean>
  /** The secret of one guest; whoever has it can make none of the others. */
  forGuest(salt: string): Promise<string>
}

/**
 * @param secret 32 bytes as base64url
 * @throws where WebCrypto is missing or the secret is none
 */
export async function importKey(secret: string): Promise<Key> {
  const { subtle } = crypto
  const key = await subtle.importKey('raw', decodeBytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])
  const sign = async (words: readonly string[]): Promise<string> =>
    encodeBytes(new Uint8Array(await subtle.sign('HMAC', key, bytesOf(words))))
  return {
    // 132 bits of it are enough to tell secrets apart.
    id: (await sign(['key'])).slice(0, 22),
    sign: (words) => sign(['call', ...words]),
    check: (words, signature) => subtle.verify('HMAC', key, decodeBytes(signature), bytesOf(['call', ...words])),
    forGuest: (salt) => sign(['guest', salt]),
  }
}

function bytesOf(words: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(words))
}
