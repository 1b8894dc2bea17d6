// Argon2id, a few at a time: each takes 19 MiB and a core for its while, so a flood waits in line, and a long line is refused. It is
// loaded at the first password: an idle box is 9 MiB smaller without it.

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const atOnce = 2
const waitingAtMost = 64

/** A hash of a password that nobody has; checking it takes the time that checking a real one takes. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$+qguKXmgD1UiRTMC3P8o3Q$VIcXfRFKfWIPdV7abE7CGGweq45mVNdyvWuRlOflEs0'

/** So many people log in at this moment that the box refuses more. */
export class PasswordsBusyError extends Error {
  override readonly name = 'PasswordsBusyError'
}

export interface Passwords {
  /** @throws PasswordsBusyError */
  hash(password: string): Promise<string>
  /** Null, for a name that nobody has, takes as long as a real hash and is never right. @throws PasswordsBusyError */
  verify(passwordHash: string | null, password: string): Promise<boolean>
}

export function createPasswords(): Passwords {
  let running = 0
  const waiting: (() => void)[] = []

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= atOnce) {
      if (waiting.length >= waitingAtMost) throw new PasswordsBusyError()
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      running += 1
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }

  return {
    hash: (password) =>
      inTurn(async () => {
        const { hash } = await import('@node-rs/argon2')
        return hash(password, cost)
      }),
    verify: (passwordHash, password) =>
      inTurn(async () => {
        const { verify } = await import('@node-rs/argon2')
        const right = await verify(passwordHash ?? nobodysHash, password)
        return right && passwordHash !== null
      }),
  }
}
