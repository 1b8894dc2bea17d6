// en-licence.ts in French.

import type { licenceText as English } from '../en-licence.ts'
import type { Words } from '../words.ts'

export const licenceText: Words<typeof English> = {
  intro: 'Colle la licence que tu as reçue. Elle est vérifiée par le boîtier lui-même ; rien n’est envoyé ailleurs.',
  field: 'Licence',
  save: 'Enregistrer la licence',
  checking: 'Vérification de la licence.',
  notNeeded: 'Ce boîtier ne demande pas de licence. Tout fonctionne.',
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
  saved: 'La licence est enregistrée.',
  errors: {
    empty: 'Colle d’abord la licence. C’est une longue ligne de lettres et de chiffres.',
    bad: 'Ce n’est pas une licence pour ce boîtier, ou il en manque une partie. Copie-la entière et colle-la de nouveau.',
  },
}
