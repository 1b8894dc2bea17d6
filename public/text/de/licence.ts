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
  missing: 'Es gibt noch keine Lizenz. Um eine Babystation zu starten, wird sie gebraucht.',
  valid: (name, until) =>
    name === undefined ? `Die Lizenz gilt bis ${until}.` : `Die Lizenz von ${name} gilt bis ${until}.`,
  grace: (ended, until) =>
    `Die Lizenz ist am ${ended} abgelaufen. Bis ${until} funktioniert alles weiter. Füg vorher eine neue ein.`,
  expired: (ended) =>
    `Die Lizenz ist am ${ended} abgelaufen. Was läuft, geht weiter; eine neue Babystation braucht eine neue Lizenz.`,
  paste: 'Lizenz einfügen',
  saved: 'Die Lizenz ist gespeichert.',
  errors: {
    empty: 'Füg zuerst die Lizenz ein. Sie ist eine lange Zeile aus Buchstaben und Ziffern.',
    bad: 'Das ist keine Lizenz für diese Box, oder ein Teil davon fehlt. Kopier alles und füg es noch einmal ein.',
  },
}
