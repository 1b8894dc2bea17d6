// Who is watching, in English: at the Baby Station.

export const watchingText = {
  title: 'Who is watching',
  aPhone: 'A phone without a name',
  aGuest: 'A guest',
  /** After the name. */
  guest: ' (guest)',
  soundOff: 'sound off',
} as const
