// How often somebody may guess: per name and address, per name from everywhere, per address. A browser that has logged
// in to the account before has an allowance of its own, so nobody else's guessing locks a family out.

import { createHash } from 'node:crypto'
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import RateLimiterRes from 'rate-limiter-flexible/lib/RateLimiterRes.js'
import { isIP } from '../ip-address.ts'

export interface Guess {
  readonly nameKey: string
  readonly address: string
  /** A token that says: this browser has logged in to this account before. Null where it has not. */
  readonly familiar: string | null
}

export interface Attempts {
  /** Counts a guess; gives the seconds to wait when it is one too many, else null. */
  consume(guess: Guess): Promise<number | null>
  /** The guess was right: it and the others of this name from this address are forgiven. */
  forgive(guess: Guess): Promise<void>
  /** Counts a new account; the same answer. */
  consumeNewAccount(address: string): Promise<number | null>
  /** Counts six letters that somebody has typed; the same answer. */
  consumeLetters(address: string): Promise<number | null>
  forgiveLetters(address: string): Promise<void>
  /** Counts a code or a guest link that an account makes; the same answer. */
  consumeInvitation(account: string): Promise<number | null>
}

const quarterSeconds = 15 * 60
const limiter = (points: number, duration = quarterSeconds) => new RateLimiterMemory({ points, duration })

/** @param isAtHome whether an address is of a network that the box itself is in, where each address is one phone */
export function createAttempts(isAtHome: (address: string) => boolean): Attempts {
  const keyOf = (address: string) => (isAtHome(address) ? address : networkOf(address))
  const perNameAndAddress = limiter(10)
  const perFamiliarBrowser = limiter(10)
  // Whoever guesses from many addresses keeps a new phone out only for as long as the guessing goes on.
  const perName = limiter(20, 60)
  const perAddress = limiter(200)
  const newAccountsPerAddress = limiter(200)
  const lettersPerAddress = limiter(10)
  const invitationsPerAccount = limiter(120)

  function limitsFor({ nameKey, address, familiar }: Guess): readonly (readonly [RateLimiterMemory, string])[] {
    const name = digest(nameKey)
    if (familiar !== null) return [[perFamiliarBrowser, `${name} ${familiar}`]]
    const network = keyOf(address)
    return [
      [perAddress, network],
      [perNameAndAddress, `${name} ${network}`],
      [perName, name],
    ]
  }

  return {
    async consume(guess) {
      for (const [limit, key] of limitsFor(guess)) {
        const seconds = await consume(limit, key)
        if (seconds !== null) return seconds
      }
      return null
    },
    async forgive(guess) {
      for (const [limit, key] of limitsFor(guess)) {
        await (limit === perNameAndAddress || limit === perFamiliarBrowser ? limit.delete(key) : limit.reward(key))
      }
    },
    consumeNewAccount: (address) => consume(newAccountsPerAddress, keyOf(address)),
    consumeLetters: (address) => consume(lettersPerAddress, keyOf(address)),
    async forgiveLetters(address) {
      await lettersPerAddress.reward(keyOf(address))
    },
    consumeInvitation: (account) => consume(invitationsPerAccount, account),
  }
}

async function consume(limit: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limit.consume(key)
    return null
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  }
}

/** Whoever guesses makes the names up, each as long as a request: kept for minutes, they would fill the memory. */
const digest = (nameKey: string) => createHash('sha256').update(nameKey).digest('base64')

/** Somebody far away can have any address of an IPv6 network, so its first 64 bits count as one. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return [...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
