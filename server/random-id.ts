// Random names for things: 128 bits as base64url, the form that the protocol's ids have.

import { randomBytes } from 'node:crypto'

export function randomId<Id extends string>(): Id {
  return randomBytes(16).toString('base64url') as Id
}
