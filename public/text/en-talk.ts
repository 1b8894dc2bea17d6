// The words of talking to the baby and of the sound at the Parent Station. Loaded after the first picture.

export const talkText = {
  talk: 'Talk',
  /** Said to everybody when a phone has no name. */
  somebody: 'A parent',
  talking: (name: string) => `${name} talks to the baby.`,
  states: {
    asking: 'This phone asks for its microphone. Allow it once, then hold Talk.',
    ready: 'The microphone is on. Hold Talk while you speak.',
    calling: 'Wait: the baby’s phone has not answered yet.',
    talking: 'The baby hears you. Let go to listen.',
    waiting: 'Somebody else talks to the baby now. Keep holding: it is your turn after that.',
    ended: 'After two minutes Talk ends by itself. Hold it again to go on.',
    unheard: 'The baby’s phone cannot be reached just now, so it cannot hear you. Try again when it is live.',
    old: 'The Baby Station cannot play you: it has run since before the box was updated. Stop it there and start it again.',
  },
  refused: {
    blocked:
      'This browser has blocked the microphone. Tap the lock beside the address, allow it, then hold Talk again.',
    none: 'This phone has no microphone that the browser can use.',
    taken: 'Another app has the microphone. End it there, then hold Talk again.',
    unsupported: 'This browser gives pages no microphone. A newer one does.',
  },
} as const

export const soundText = {
  level: 'Sound level',
  volume: 'Volume',
  percent: (percent: number) => `${percent} %`,
  phoneVolume: 'How loud it is, the volume keys of this phone say.',
  pictureInPicture: 'Picture in picture',
  artist: 'Baby Station',
} as const
