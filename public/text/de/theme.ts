// en-theme.ts in German.

import type { themeText as English } from '../en-theme.ts'
import type { Words } from '../words.ts'

export const themeText: Words<typeof English> = {
  label: 'Farben',
  themes: { night: 'Nacht', day: 'Tag', phone: 'Wie das Handy' },
}
