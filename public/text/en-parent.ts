// The catalogue of the Parent Station. A file of its own, so that a page loads its own words alone.

export const parentText = {
  stations: 'Baby Stations',
  since: (time: string) => `since ${time}`,
  lost: 'lost',
  /** What the page says most when there is nothing to see; it does not wait for the explanations that are loaded late. */
  noneRunning: {
    family:
      'No Baby Station is running. On the phone beside the cot, open this address, log in, tap Baby Station, then Start. It appears here by itself.',
    guest: 'The Baby Station is not running now. When it is started, this page joins it by itself.',
  },
  status: {
    connecting: 'Connecting',
    live: 'Live',
    reconnecting: 'Reconnecting',
    stopped: 'Baby Station stopped',
  },
  /** Goes on after the status: "Live, checked 1 s ago". */
  checked: (seconds: number) => `, checked ${seconds} s ago`,
  ago: (seconds: number) => (seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`),
  lastProof: (ago: string) => `Last proven to be live ${ago} ago`,
  noAlarm: 'This page has no alarm: it could not be loaded. If this stays, reload the page.',
  mute: 'Mute',
  fullScreen: 'Full screen',
  tapToListen: 'Tap to listen',
  video: 'Picture from the Baby Station',
  soundOnly: 'Sound only',
} as const
