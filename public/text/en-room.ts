// The words for what can be changed in the baby's room from either station: its sounds, its light. Loaded after the first picture.

export const roomText = {
  title: 'In the baby’s room',
  /** While the Baby Station has not said yet how it is set. */
  waiting: 'Waiting for the baby’s phone.',
  percent: (percent: number) => `${percent} %`,

  soothing: {
    title: 'Lullabies and noise',
    what: 'What to play',
    sounds: {
      white: 'White noise',
      pink: 'Pink noise',
      brown: 'Brown noise',
      rain: 'Rain',
      heartbeat: 'Heartbeat',
      brahms: 'Brahms’ lullaby',
      twinkle: 'Twinkle, twinkle',
      mozart: 'Sleep, my little prince',
    },
    volume: 'Loudness beside the cot',
    timer: 'Stops by itself',
    never: 'No, it plays on',
    after: (duration: string) => `After ${duration}`,
    stop: 'Stop the sound',
    playing: (sound: string) => `${sound} plays.`,
    playingFor: (sound: string, left: string) => `${sound} plays, ${left} to go.`,
    blocked: 'The browser does not let it sound now. Tap anywhere on this page once.',
    hush: 'Keep this phone quiet until the baby makes a sound',
    hint: 'Put the phone two metres from the cot, and play it no louder than a shower in the next room. It begins and ends softly.',
    sources:
      'The noises are made by the phone itself. The melodies are free: Brahms, opus 49 no. 4; a French song of the 18th century; Bernhard Flies, 1795.',
  },

  dim: {
    dim: 'Dim',
    hint: 'The screen of the baby’s phone is black; picture and sound go on.',
    back: 'Show the Baby Station',
    screen: 'The screen is dimmed',
    tap: 'Tap once to come back.',
  },

  light: {
    light: 'Night light',
    brightness: 'Brightness',
    warmth: 'Colour',
    /** `percent` of amber, the rest is red. */
    warmthWords: (percent: number) =>
      percent < 20 ? 'red' : percent < 50 ? 'reddish orange' : percent < 80 ? 'orange' : 'amber',
    off: 'Turn the light off',
    show: 'Show what sets the light',
    hide: 'Hide this',
    screen: 'The screen is a night light',
  },
} as const
