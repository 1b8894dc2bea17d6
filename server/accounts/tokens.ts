// Secrets that a browser keeps and the box stores only as a hash: 256 random bits, so a plain SHA-256 is enough.

import { createHash, randomBytes } from 'node:crypto'

export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * Looking the hash up in an index gives nothing away about the token by its time: whoever measures it would learn a
 * prefix of a SHA-256 value, not of the secret.
 */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
