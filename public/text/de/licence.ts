// en-licence.ts in German.

import type { licenceText as English } from '../en-licence.ts'
import type { Words } from '../words.ts'

export const licenceText: Words<typeof English> = {
  intro:
    'Füg die Lizenz ein, die du bekommen hast. Sie wird auf der Box selbst geprüft; nichts wird anderswohin geschickt.',
  field: 'Lizenz',
  save: 'Lizenz speichern',
  checking: 'Die Lizenz wird geprüft.',
  notNeeded: 'Diese Box verlangt keine Lizenz. Alles funktioniert.',
  saved: 'Die Lizenz ist gespeichert.',
  errors: {
    empty: 'Füg zuerst die Lizenz ein. Sie ist eine lange Zeile aus Buchstaben und Ziffern.',
    bad: 'Das ist keine Lizenz für diese Box, oder ein Teil davon fehlt. Kopier alles und füg es noch einmal ein.',
  },
}
