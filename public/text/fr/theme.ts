// en-theme.ts in French.

import type { themeText as English } from '../en-theme.ts'
import type { Words } from '../words.ts'

export const themeText: Words<typeof English> = {
  label: 'Couleurs',
  themes: { night: 'Nuit', day: 'Jour', phone: 'Comme le téléphone' },
}
