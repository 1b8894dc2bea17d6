// en-app.ts in German.

import type { appText as English } from '../en-app.ts'
import type { Words } from '../words.ts'

export const appText: Words<typeof English> = {
  install: 'App installieren',
  manual: 'Anleitung',
}
