// en-theme.ts in Spanish.

import type { themeText as English } from '../en-theme.ts'
import type { Words } from '../words.ts'

export const themeText: Words<typeof English> = {
  label: 'Colores',
  themes: { night: 'Noche', day: 'Día', phone: 'Como el teléfono' },
}
