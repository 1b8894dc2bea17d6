// The six letters that a person types where a camera cannot help. They are short, so everything about them is: they live for
// minutes, few wrong ones are taken, and the phone that shows them has to confirm who used them.

import { createHmac, randomBytes, randomInt } from 'node:crypto'

/** Without I and O, which look like digits. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 6

export interface Letters {
  create(): string
  /** As a person may type them: small, with gaps or dashes. Null when they cannot be such letters. */
  parse(text: string): string | null
  /** Under a key that no file holds: six letters are found by trying as soon as somebody has their plain hash. */
  hash(letters: string): Buffer
}

export function createLetters(): Letters {
  const key = randomBytes(32)
  const form = new RegExp(`^[${alphabet}]{${length}}$`)
  return {
    create: () => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''),
    parse(text) {
      const letters = text.replaceAll(/[\s-]/g, '').toUpperCase()
      return form.test(letters) ? letters : null
    },
    hash: (letters) => createHmac('sha256', key).update(letters).digest(),
  }
}
