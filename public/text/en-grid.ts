// Several babies at once at the Parent Station, in English.

export const gridText = {
  title: 'Watch at the same time',
  hint: 'Alarms of each ticked Baby Station sound on this phone and say which one it is.',
  watched: 'Babies that are watched',
  enlarge: (name: string) => `Enlarge ${name}`,
  showAll: 'Show all',
  sound: 'Sound of',
  sounds: {
    all: 'All',
    loudest: 'Whoever is loudest',
  },
  /** The sound of this one alone. */
  only: (name: string) => `${name} only`,
  listenToAll: 'Tap to hear all',
  /** Something said of one of several. */
  of: (name: string, sentence: string) => `${name}: ${sentence}`,
  missing: (names: string) =>
    `${names}: watched before this page was loaded anew, and not running now. Look at its phone and tap Start there.`,
  noName: 'Baby Station',
  status: {
    connecting: 'Connecting',
    live: 'Live',
    reconnecting: 'Reconnecting',
    stopped: 'Stopped',
  },
  soundOnly: 'Sound only',
  heard: 'You hear this one.',
} as const
