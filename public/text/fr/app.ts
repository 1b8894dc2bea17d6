// en-app.ts in French.

import type { appText as English } from '../en-app.ts'
import type { Words } from '../words.ts'

export const appText: Words<typeof English> = {
  install: 'Installer l’application',
  manual: 'Mode d’emploi',
}
