// en-grid.ts in German.

import type { gridText as English } from '../en-grid.ts'
import type { Words } from '../words.ts'

export const gridText: Words<typeof English> = {
  title: 'Gleichzeitig zusehen',
  hint: 'Alarme jeder angekreuzten Babystation tönen auf diesem Handy und sagen, welche es ist.',
  watched: 'Überwachte Babys',
  enlarge: (name) => `${name} vergrößern`,
  showAll: 'Alle zeigen',
  sound: 'Ton von',
  sounds: {
    all: 'Alle',
    loudest: 'Wer am lautesten ist',
  },
  only: (name) => `Nur ${name}`,
  listenToAll: 'Tippen, um alle zu hören',
  of: (name, sentence) => `${name}: ${sentence}`,
  missing: (names) =>
    `${names}: wurde überwacht, bevor diese Seite neu geladen wurde, und läuft jetzt nicht. Sieh nach dem Handy dort und tipp darauf auf „Start“.`,
  noName: 'Babystation',
  status: {
    connecting: 'Verbindet',
    live: 'Live',
    reconnecting: 'Verbindet neu',
    stopped: 'Gestoppt',
  },
  soundOnly: 'Nur Ton',
  heard: 'Diese hörst du.',
}
