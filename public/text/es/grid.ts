// en-grid.ts in Spanish.

import type { gridText as English } from '../en-grid.ts'
import type { Words } from '../words.ts'

export const gridText: Words<typeof English> = {
  title: 'Mirar a la vez',
  hint: 'Las alarmas de cada Estación del bebé marcada suenan en este teléfono y dicen cuál es.',
  watched: 'Bebés vigilados',
  enlarge: (name) => `Ampliar ${name}`,
  showAll: 'Mostrar todas',
  sound: 'Sonido de',
  sounds: {
    all: 'Todas',
    loudest: 'La que más suene',
  },
  only: (name) => `Solo ${name}`,
  listenToAll: 'Toca para oírlas todas',
  of: (name, sentence) => `${name}: ${sentence}`,
  missing: (names) =>
    `${names}: vigilada antes de que se recargara esta página, y ahora no está en marcha. Mira su teléfono y toca «Empezar» en él.`,
  noName: 'Estación del bebé',
  status: {
    connecting: 'Conectando',
    live: 'En directo',
    reconnecting: 'Reconectando',
    stopped: 'Parada',
  },
  soundOnly: 'Solo sonido',
  heard: 'Esta es la que oyes.',
}
