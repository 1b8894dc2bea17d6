// Bringing another phone into an account without typing a password: a phone that is logged in shows a code, the newcomer
// gives it, the phone that showed it says yes by the newcomer's name, and the newcomer takes its log-in. Each step happens once.

import type { DeviceId } from '../../public/shared/protocol.ts'
import type { Accounts, NewLogIn, Visitor } from '../accounts/accounts.ts'
import type { Attempts } from '../accounts/attempts.ts'
import { createToken, hashToken } from '../accounts/tokens.ts'
import { randomId } from '../random-id.ts'
import type { Hub } from '../signalling/hub.ts'
import type { LogInRow } from '../store/account-store.ts'
import type { Newcomer, PairingState, PairingStore } from '../store/pairing-store.ts'
import { createLetters } from './letters.ts'

/** From showing the code to the newcomer's log-in; nothing of it works later. */
export const pairingMs = 5 * 60 * 1000
/** How many wrong letters, whoever typed them, it takes until a code is taken by its link alone. */
const wrongLettersAllowed = 5

export interface Shown {
  readonly id: string
  /** 256 bits, for the fragment of a link. The box keeps its hash. */
  readonly code: string
  readonly letters: string
  /** A duration, because the phone's clock may be another than the box's. */
  readonly leftMs: number
}

export interface Progress {
  readonly state: PairingState
  readonly newcomer: string | null
  readonly takesLetters: boolean
}

export interface Asked {
  /** With this the newcomer asks whether it was let in. */
  readonly ticket: string
  readonly leftMs: number
}

export type TooMany = { readonly retryAfterSeconds: number }

export interface Pairings {
  show(logIn: LogInRow): Promise<Shown | TooMany>
  /** Only for the log-in that shows it. Null when there is none, or it has ended. */
  progress(logIn: LogInRow, id: string): Progress | null
  /** False when nobody is waiting for an answer. */
  answer(logIn: LogInRow, id: string, yes: boolean): boolean
  withdraw(logIn: LogInRow, id: string): boolean
  /** Null for a code that is wrong, used or too old, which cannot be told apart. */
  ask(code: string, name: string, address: string): Promise<Asked | TooMany | null>
  /** Gives the log-in once, when it was confirmed; null when nothing can come of this ticket any more. */
  collect(ticket: string, visitor: Visitor): NewLogIn | 'waiting' | null
  newcomersFor(logIn: LogInRow): Newcomer[]
  told(logIn: LogInRow): void
}

export function createPairings(deps: {
  readonly store: PairingStore
  readonly accounts: Pick<Accounts, 'admit'>
  readonly attempts: Pick<Attempts, 'consumeLetters' | 'forgiveLetters' | 'consumeInvitation'>
  /** To those that are connected now; the others are told when they ask. */
  readonly tellNewcomer: Hub['tellNewcomer']
  now(): number
}): Pairings {
  const { store, accounts, attempts, tellNewcomer, now } = deps
  const letters = createLetters()

  function askBy(by: 'code' | 'letters', hash: Buffer, name: string): Asked | null {
    const ticket = createToken()
    const time = now()
    const expiresAt = store.ask(by, hash, name, hashToken(ticket), time)
    return expiresAt === null ? null : { ticket, leftMs: expiresAt - time }
  }

  return {
    async show({ id: shownBy, accountId }) {
      const retryAfterSeconds = await attempts.consumeInvitation(accountId)
      if (retryAfterSeconds !== null) return { retryAfterSeconds }
      for (;;) {
        const time = now()
        const shown: Shown = {
          id: randomId(),
          code: createToken(),
          letters: letters.create(),
          leftMs: pairingMs,
        }
        const { id, code } = shown
        const expiresAt = time + pairingMs
        const lettersHash = letters.hash(shown.letters)
        const codeHash = hashToken(code)
        if (store.add({ id, accountId, shownBy, codeHash, lettersHash, expiresAt, now: time })) return shown
      }
    },
    progress({ id: shownBy }, id) {
      const row = store.byId(id, shownBy, now())
      if (row === null) return null
      return { state: row.state, newcomer: row.newcomer, takesLetters: row.hasLetters === 1 }
    },
    answer: ({ id: shownBy }, id, yes) => store.answer(id, shownBy, yes ? 'confirmed' : 'refused', now()),
    withdraw: ({ id: shownBy }, id) => store.remove(id, shownBy),
    async ask(code, name, address) {
      if (/^[A-Za-z0-9_-]{43}$/.test(code)) return askBy('code', hashToken(code), name)
      const typed = letters.parse(code)
      if (typed === null) return null
      const retryAfterSeconds = await attempts.consumeLetters(address)
      if (retryAfterSeconds !== null) return { retryAfterSeconds }
      const asked = askBy('letters', letters.hash(typed), name)
      if (asked === null) store.countWrongLetters(wrongLettersAllowed, now())
      else await attempts.forgiveLetters(address)
      return asked
    },
    collect(ticket, visitor) {
      const ticketHash = hashToken(ticket)
      const row = store.byTicket(ticketHash, now())
      switch (row?.state) {
        case 'asked':
          return 'waiting'
        case 'confirmed': {
          if (!store.take(ticketHash, now())) return null
          const entered = accounts.admit(row.accountId, { ...visitor, deviceName: row.newcomer ?? visitor.deviceName })
          if (entered === null) return null
          const { id: device, deviceName: name } = entered.logIn
          store.setIntroducer(device, row.shownBy)
          tellNewcomer(row.accountId, { device, name, letInBy: row.shownBy })
          return entered
        }
        case 'shown':
        case 'refused':
        case 'joined':
        case undefined:
          return null
      }
    },
    newcomersFor: ({ accountId, id }) => store.newcomersFor(accountId, id),
    told: ({ id }: { readonly id: DeviceId }) => store.told(id, now()),
  }
}
