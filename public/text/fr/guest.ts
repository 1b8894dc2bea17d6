// en-guest.ts in French.

import type { guestText as English } from '../en-guest.ts'
import type { Words } from '../words.ts'

export const guestText: Words<typeof English> = {
  mayWatchUntil: (until) => `Tu peux regarder jusqu’à ${until}.`,
  guestOverTitle: 'Ce lien d’invité est terminé',
  guestOver: 'Son temps est passé, ou la famille y a mis fin. Demande-lui-en un nouveau si tu en as encore besoin.',
}
