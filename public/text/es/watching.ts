// en-watching.ts in Spanish.

import type { watchingText as English } from '../en-watching.ts'
import type { Words } from '../words.ts'

export const watchingText: Words<typeof English> = {
  title: 'Quién está mirando',
  aPhone: 'Un teléfono sin nombre',
  aGuest: 'Un invitado',
  guest: ' (invitado)',
  soundOff: 'sin sonido',
}
