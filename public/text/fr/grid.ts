// en-grid.ts in French.

import type { gridText as English } from '../en-grid.ts'
import type { Words } from '../words.ts'

export const gridText: Words<typeof English> = {
  title: 'Regarder en même temps',
  hint: 'Les alarmes de chaque Station bébé cochée sonnent sur ce téléphone et disent laquelle c’est.',
  watched: 'Bébés surveillés',
  enlarge: (name) => `Agrandir ${name}`,
  showAll: 'Tout afficher',
  sound: 'Son de',
  sounds: {
    all: 'Toutes',
    loudest: 'La plus bruyante',
  },
  only: (name) => `${name} seulement`,
  listenToAll: 'Toucher pour tout entendre',
  of: (name, sentence) => `${name} : ${sentence}`,
  missing: (names) =>
    `${names} : surveillée avant que cette page soit rechargée, et pas en marche maintenant. Va voir son téléphone et touche « Démarrer ».`,
  noName: 'Station bébé',
  status: {
    connecting: 'Connexion',
    live: 'En direct',
    reconnecting: 'Reconnexion',
    stopped: 'Arrêtée',
  },
  soundOnly: 'Son seulement',
  heard: 'Tu entends celle-ci.',
}
