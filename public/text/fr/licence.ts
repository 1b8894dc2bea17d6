// en-licence.ts in French.

import type { licenceText as English } from '../en-licence.ts'
import type { Words } from '../words.ts'

export const licenceText: Words<typeof English> = {
  intro: 'Colle la licence que tu as reçue. Elle est vérifiée par le boîtier lui-même ; rien n’est envoyé ailleurs.',
  field: 'Licence',
  save: 'Enregistrer la licence',
  checking: 'Vérification de la licence.',
  notNeeded: 'Ce boîtier ne demande pas de licence. Tout fonctionne.',
  saved: 'La licence est enregistrée.',
  errors: {
    empty: 'Colle d’abord la licence. C’est une longue ligne de lettres et de chiffres.',
    bad: 'Ce n’est pas une licence pour ce boîtier, ou il en manque une partie. Copie-la entière et colle-la de nouveau.',
  },
}
