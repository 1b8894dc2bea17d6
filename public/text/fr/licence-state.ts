// en-licence-state.ts in French.

import type { licenceStateText as English } from '../en-licence-state.ts'
import type { Words } from '../words.ts'

export const licenceStateText: Words<typeof English> = {
  missing: 'Il n’y a pas encore de licence. Il en faut une pour démarrer une Station bébé.',
  valid: (name, until) =>
    name === undefined
      ? `La licence est valable jusqu’au ${until}.`
      : `La licence de ${name} est valable jusqu’au ${until}.`,
  grace: (ended, until) =>
    `La licence s’est terminée le ${ended}. Tout continue de fonctionner jusqu’au ${until}. Colles-en une nouvelle d’ici là.`,
  expired: (ended) =>
    `La licence s’est terminée le ${ended}. Ce qui marche continue ; une nouvelle Station bébé demande une nouvelle licence.`,
  paste: 'Coller une licence',
}
