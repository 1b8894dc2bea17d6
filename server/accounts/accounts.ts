// Accounts and their log-ins: who may come in, as whom, and for how long.

import type { DeviceId } from '../../public/shared/protocol.ts'
import { randomId } from '../random-id.ts'
import type { AccountId, AccountRow, AccountStore, LogInRow } from '../store/account-store.ts'
import type { Attempts, Guess } from './attempts.ts'
import { nameKey, type Credentials } from './names.ts'
import type { Passwords } from './passwords.ts'
import { createToken, hashToken } from './tokens.ts'

/** What a browser shows of itself when it asks to come in. */
export interface Visitor {
  readonly address: string
  readonly deviceName: string
  /** The secret that a browser keeps from its last log-in here, or null. */
  readonly familiarToken: string | null
}

export interface NewLogIn {
  readonly logIn: LogInRow
  /** For the browser alone; the box keeps its hash. */
  readonly token: string
  /** To be kept by the browser beyond log-out. */
  readonly familiarToken: string
}

export type Refused =
  | { readonly refused: 'name-taken' | 'registration-closed' | 'wrong-credentials' }
  | { readonly refused: 'too-many-attempts'; readonly retryAfterSeconds: number }

export interface Accounts {
  registration(): 'first' | 'open' | 'closed'
  register(credentials: Credentials, visitor: Visitor): Promise<NewLogIn | Refused>
  logIn(credentials: Credentials, visitor: Visitor): Promise<NewLogIn | Refused>
  /** Another phone of the account has let this one in; null when the account is gone. */
  admit(id: AccountId, visitor: Visitor): NewLogIn | null
  /** Who holds this token now; an expired log-in is nobody's. Using it keeps it alive. */
  authenticate(token: string): LogInRow | null
  account(id: AccountId): AccountRow | null
  logIns(id: AccountId): LogInRow[]
  /** A recent log-in has just shown the password; later it must be shown again. */
  confirms(logIn: LogInRow, password: string | undefined, visitor: Visitor): Promise<true | Refused>
  /** Ends the account's other log-ins and its guests, and gives them; null when this one has been ended meanwhile. */
  changePassword(logIn: LogInRow, password: string): Promise<DeviceId[] | null>
  /** Whether nobody has ended this log-in since it was asked. */
  isCurrent(logIn: LogInRow): boolean
  setLicence(id: AccountId, licence: string): void
  endLogIn(id: AccountId, device: DeviceId): boolean
  remove(id: AccountId): void
}

const dayMs = 24 * 60 * 60 * 1000
/** A log-in that nobody uses ends after this; each day of use begins it anew. */
export const logInLifetimeMs = 90 * dayMs
/** How long a log-in counts as a fresh proof of the password. */
const recentMs = 10 * 60 * 1000

export function createAccounts(deps: {
  readonly store: AccountStore
  readonly passwords: Passwords
  readonly attempts: Attempts
  readonly registration: 'open' | 'closed'
  now(): number
  onTrouble(what: string, problem: unknown): void
}): Accounts {
  const { store, passwords, attempts, now } = deps

  function registration(): 'first' | 'open' | 'closed' {
    return store.count() === 0 ? 'first' : deps.registration
  }

  function begin(account: { id: AccountId; name: string }, visitor: Visitor): NewLogIn {
    const createdAt = now()
    const token = createToken()
    const id = randomId<DeviceId>()
    const expiresAt = createdAt + logInLifetimeMs
    store.removeExpiredLogIns(createdAt)
    store.addLogIn({
      id,
      accountId: account.id,
      tokenHash: hashToken(token),
      deviceName: visitor.deviceName,
      createdAt,
      expiresAt,
    })
    const known = familiar(account.id, visitor)
    const familiarToken = known ?? createToken()
    if (known === null) store.addFamiliarBrowser(account.id, hashToken(familiarToken), createdAt)
    const logIn = {
      id,
      accountId: account.id,
      accountName: account.name,
      deviceName: visitor.deviceName,
      createdAt,
      lastUsedAt: createdAt,
      expiresAt,
      introducedBy: null,
    }
    return { logIn, token, familiarToken }
  }

  /** A disk that takes no more keeps nobody out: the log-in is then only not prolonged. */
  function touch(id: DeviceId, time: number): void {
    try {
      store.touchLogIn(id, time, time + logInLifetimeMs)
    } catch (problem) {
      deps.onTrouble('The use of a log-in could not be noted', problem)
    }
  }

  function familiar(id: AccountId, { familiarToken }: Visitor): string | null {
    return familiarToken !== null && store.isFamiliarBrowser(id, hashToken(familiarToken)) ? familiarToken : null
  }

  /** The one way to check a password: counted first, then verified, in the same time whether or not the name exists. */
  async function check(key: string, account: AccountRow | null, password: string, visitor: Visitor) {
    const guess: Guess = {
      nameKey: key,
      address: visitor.address,
      familiar: account === null ? null : familiar(account.id, visitor),
    }
    const retryAfterSeconds = await attempts.consume(guess)
    if (retryAfterSeconds !== null) return { refused: 'too-many-attempts', retryAfterSeconds } as const
    if (!(await passwords.verify(account?.passwordHash ?? null, password))) {
      return { refused: 'wrong-credentials' } as const
    }
    await attempts.forgive(guess)
    return true
  }

  return {
    registration,
    async register({ username, password }, visitor) {
      const retryAfterSeconds = await attempts.consumeNewAccount(visitor.address)
      if (retryAfterSeconds !== null) return { refused: 'too-many-attempts', retryAfterSeconds }
      if (registration() === 'closed') return { refused: 'registration-closed' }
      const key = nameKey(username)
      if (store.byNameKey(key) !== null) return { refused: 'name-taken' }
      const passwordHash = await passwords.hash(password)
      // Asked again: two first accounts may have been made while the hash was.
      if (registration() === 'closed') return { refused: 'registration-closed' }
      const account = { id: randomId<AccountId>(), name: username, nameKey: key, passwordHash, createdAt: now() }
      if (!store.add(account)) return { refused: 'name-taken' }
      return begin(account, visitor)
    },
    async logIn({ username, password }, visitor) {
      const key = nameKey(username)
      const account = store.byNameKey(key)
      const outcome = await check(key, account, password, visitor)
      if (outcome !== true) return outcome
      // The account may have been deleted, or its password changed, while the password was being checked.
      const current = account === null ? null : store.byId(account.id)
      if (current === null || current.passwordHash !== account?.passwordHash) return { refused: 'wrong-credentials' }
      return begin(current, visitor)
    },
    admit(id, visitor) {
      const account = store.byId(id)
      return account === null ? null : begin(account, visitor)
    },
    authenticate(token) {
      const logIn = store.logInByToken(hashToken(token))
      const time = now()
      if (logIn === null || logIn.expiresAt <= time) return null
      // Once an hour is exact enough for a list of devices, and spares a write for each request.
      if (time - logIn.lastUsedAt > dayMs / 24) touch(logIn.id, time)
      return logIn
    },
    account: store.byId,
    logIns: store.logIns,
    async confirms(logIn, password, visitor) {
      if (password === undefined) {
        // Whoever was let in by a code has never shown it, and must not take the account over from those who let them in.
        const hasShownIt = logIn.introducedBy === null && now() - logIn.createdAt < recentMs
        return hasShownIt ? true : { refused: 'wrong-credentials' }
      }
      return check(nameKey(logIn.accountName), store.byId(logIn.accountId), password, visitor)
    },
    async changePassword(logIn, password) {
      return store.setPassword(logIn.accountId, await passwords.hash(password), logIn.id)
    },
    isCurrent: ({ accountId, id }) => store.hasLogIn(accountId, id),
    setLicence: store.setLicence,
    endLogIn: store.removeLogIn,
    remove: store.remove,
  }
}
