// What a user name and a password may be, and when two user names are the same.

import * as v from 'valibot'

/** 1 to 60 characters; none that is invisible, turns the line around or moves a terminal's cursor. */
const usernameSchema = v.pipe(
  v.string(),
  v.normalize('NFC'),
  v.trim(),
  v.minLength(1),
  v.maxLength(60),
  v.regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u),
)

/** 10 to 128 characters as a person counts them, in one spelling for every phone's keyboard. */
const passwordSchema = v.pipe(
  v.string(),
  v.maxLength(1024),
  v.normalize('NFC'),
  v.check((text) => Array.from(text).length >= 10 && Array.from(text).length <= 128),
)

export interface Credentials {
  readonly username: string
  readonly password: string
}

export type CredentialsError = 'bad-request' | 'bad-username' | 'bad-password'

export function parseCredentials(body: unknown): Credentials | CredentialsError {
  if (!v.is(v.object({ username: v.string(), password: v.string() }), body)) return 'bad-request'
  const username = v.safeParse(usernameSchema, body.username)
  if (!username.success) return 'bad-username'
  const password = parsePassword(body.password)
  return password === null ? 'bad-password' : { username: username.output, password }
}

/** What somebody tries to log in with: any text is a guess, and a name or password that nobody can have is a wrong one. */
export function parseGuess(body: unknown): Credentials | 'bad-request' {
  if (!v.is(v.object({ username: v.string(), password: v.string() }), body)) return 'bad-request'
  return { username: body.username.normalize('NFC').trim(), password: body.password.normalize('NFC') }
}

export function parsePassword(text: string): string | null {
  const result = v.safeParse(passwordSchema, text)
  return result.success ? result.output : null
}

/** Two spellings with the same key are the same name: no look-alike account, and no second allowance of attempts. */
export function nameKey(username: string): string {
  return username.normalize('NFKC').trim().toLowerCase().normalize('NFKC')
}
