// Joining as one part of the box: newcomers with a code, guests with a link.

import type { DeviceId } from '../../public/shared/protocol.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Attempts } from '../accounts/attempts.ts'
import type { Hub } from '../signalling/hub.ts'
import type { Lines } from '../signalling/lines.ts'
import type { LogInRow } from '../store/account-store.ts'
import type { AccountId } from '../store/account-store.ts'
import type { GuestStore } from '../store/guest-store.ts'
import type { PairingStore } from '../store/pairing-store.ts'
import { createGuestRoutes } from './guest-routes.ts'
import { createGuests } from './guests.ts'
import { createPairingRoutes } from './pairing-routes.ts'
import { createPairings } from './pairings.ts'

export type Joining = ReturnType<typeof createJoining>

export function createJoining(deps: {
  readonly pairingStore: PairingStore
  readonly guestStore: GuestStore
  readonly accounts: Accounts
  readonly attempts: Attempts
  readonly hub: Hub
  readonly lines: Lines
  endLogIn(logIn: LogInRow): void
  now(): number
  onTrouble(what: string, problem: unknown): void
}) {
  const { pairingStore, guestStore, accounts, attempts, hub, lines, endLogIn, now, onTrouble } = deps
  const ended = (account: AccountId, guest: DeviceId) => hub.revoke(account, [guest])
  const guests = createGuests({ store: guestStore, ended, now, onTrouble })
  const pairings = createPairings({ store: pairingStore, accounts, attempts, tellNewcomer: hub.tellNewcomer, now })
  const pairingRoutes = createPairingRoutes({ pairings, endLogIn })
  const guestRoutes = createGuestRoutes({ guests, hub, lines, attempts, now })
  return {
    guests,
    memberRoutes: { ...pairingRoutes.member, ...guestRoutes.member },
    strangerRoutes: { ...pairingRoutes.stranger, ...guestRoutes.stranger },
    guestRoutes: guestRoutes.guest,
  }
}
