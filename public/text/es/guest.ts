// en-guest.ts in Spanish.

import type { guestText as English } from '../en-guest.ts'
import type { Words } from '../words.ts'

export const guestText: Words<typeof English> = {
  mayWatchUntil: (until) => `Puedes mirar hasta ${until}.`,
  guestOverTitle: 'Este enlace de invitado ha terminado',
  guestOver: 'Se le acabó el tiempo, o la familia lo ha terminado. Pídele uno nuevo si todavía lo necesitas.',
}
