// en-guest.ts in German.

import type { guestText as English } from '../en-guest.ts'
import type { Words } from '../words.ts'

export const guestText: Words<typeof English> = {
  mayWatchUntil: (until) => `Du darfst zusehen bis ${until}.`,
  guestOverTitle: 'Dieser Gast-Link ist zu Ende',
  guestOver:
    'Seine Zeit ist um, oder die Familie hat ihn beendet. Bitte sie um einen neuen, wenn du noch einen brauchst.',
}
