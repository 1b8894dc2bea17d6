// en-app.ts in Spanish.

import type { appText as English } from '../en-app.ts'
import type { Words } from '../words.ts'

export const appText: Words<typeof English> = {
  install: 'Instalar la aplicación',
  manual: 'Manual',
}
