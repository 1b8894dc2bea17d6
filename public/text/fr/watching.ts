// en-watching.ts in French.

import type { watchingText as English } from '../en-watching.ts'
import type { Words } from '../words.ts'

export const watchingText: Words<typeof English> = {
  title: 'Qui regarde',
  aPhone: 'Un téléphone sans nom',
  aGuest: 'Un invité',
  guest: ' (invité)',
  soundOff: 'son coupé',
}
