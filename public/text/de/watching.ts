// en-watching.ts in German.

import type { watchingText as English } from '../en-watching.ts'
import type { Words } from '../words.ts'

export const watchingText: Words<typeof English> = {
  title: 'Wer zusieht',
  aPhone: 'Ein Handy ohne Namen',
  aGuest: 'Ein Gast',
  guest: ' (Gast)',
  soundOff: 'Ton aus',
}
