// en-licence-state.ts in German.

import type { licenceStateText as English } from '../en-licence-state.ts'
import type { Words } from '../words.ts'

export const licenceStateText: Words<typeof English> = {
  missing: 'Es gibt noch keine Lizenz. Um eine Babystation zu starten, wird sie gebraucht.',
  valid: (name, until) =>
    name === undefined ? `Die Lizenz gilt bis ${until}.` : `Die Lizenz von ${name} gilt bis ${until}.`,
  grace: (ended, until) =>
    `Die Lizenz ist am ${ended} abgelaufen. Bis ${until} funktioniert alles weiter. Füg vorher eine neue ein.`,
  expired: (ended) =>
    `Die Lizenz ist am ${ended} abgelaufen. Was läuft, geht weiter; eine neue Babystation braucht eine neue Lizenz.`,
  paste: 'Lizenz einfügen',
}
