// What the box demands of a new password, so that the page can say it without asking.

/** 10 to 128 characters in one spelling, each code point counted as one, like server/accounts/names.ts. */
export function isAcceptablePassword(password: string): boolean {
  return /^.{10,128}$/su.test(password.normalize('NFC'))
}
