// en-language.ts in French.

import type { languageText as English } from '../en-language.ts'
import type { Words } from '../words.ts'

export const languageText: Words<typeof English> = {
  label: 'Langue',
}
