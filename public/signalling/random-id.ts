// 128 random bits as base64url, the form of every id that a phone makes.

import { encodeBytes } from '../household/bytes.ts'

export function randomId(): string {
  return encodeBytes(crypto.getRandomValues(new Uint8Array(16)))
}
