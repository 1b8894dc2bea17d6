// The words of the guest’s page. A file of its own: a guest waits for a picture, and lets nobody in.

export const guestText = {
  mayWatchUntil: (until: string) => `You may watch until ${until}.`,
  guestOverTitle: 'This guest link has ended',
  guestOver: 'Its time is over, or the family has ended it. Ask them for a new one if you still need it.',
} as const
