// Whether an account may start a session: asked only where the owner has set a public key, and answered offline.

import type { Refusal } from '../../public/shared/protocol.ts'
import type { Licence } from './token.ts'

/** An expired licence still works for this long, with a notice. */
export const graceMs = 14 * 24 * 60 * 60 * 1000

export type LicenceState =
  | { readonly state: 'none' }
  | { readonly state: 'valid' | 'grace' | 'expired'; readonly name: string; readonly expiresAt: string }

export interface Licences {
  /** Null where no licence is asked for. */
  state(token: string | null): Promise<LicenceState | null>
  /** Null when this account may start a session now. */
  refusal(token: string | null): Promise<Refusal | null>
}

export function createLicences(deps: { readonly publicKey: string | null; now(): number }): Licences {
  const { publicKey, now } = deps
  async function state(token: string | null): Promise<LicenceState | null> {
    if (publicKey === null) return null
    if (token === null) return { state: 'none' }
    // Loaded only where it is needed: most boxes ask for no licence.
    const { readLicence } = await import('./token.ts')
    return licenceState(await readLicence(publicKey, token), now())
  }
  return {
    state,
    async refusal(token) {
      const current = await state(token)
      if (current?.state === 'none') return 'licence-missing'
      return current?.state === 'expired' ? 'licence-expired' : null
    },
  }
}

export function licenceState(licence: Licence | null, nowMs: number): LicenceState {
  if (licence === null) return { state: 'none' }
  const overMs = nowMs - licence.expiresAt.getTime()
  const state = overMs < 0 ? 'valid' : overMs < graceMs ? 'grace' : 'expired'
  return { state, name: licence.name, expiresAt: licence.expiresAt.toISOString() }
}
