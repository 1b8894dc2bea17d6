// The words of the Parent Station for the night: the bedside view, how the baby's phone is, feeds and naps. Loaded after the first
// picture.

export const bedsideText = {
  bedside: 'Bedside',
  screen: 'Bedside view',
  back: 'Show the Parent Station',
  live: 'LIVE',
  muted: 'Muted',
  /** What is not live, by the status. */
  notLive: { connecting: 'Connecting', reconnecting: 'Reconnecting', stopped: 'Baby Station stopped' },
  unmeasured: 'The sound is not measured yet',
  hours: (hours: number) => `${hours} h`,
  since: (time: string) => `On since ${time}`,
  onSince: (time: string, duration: string) => `On since ${time}, for ${duration}`,
} as const

export const conditionText = {
  title: 'The baby’s phone',
  battery: (percent: number) => `Battery ${percent} %`,
  charging: (percent: number) => `Battery ${percent} %, charging`,
  batteryUnknown: 'Its browser does not tell the battery',
  network: {
    good: (rttMs: number) => `Connection good, ${rttMs} ms`,
    fair: (rttMs: number, lossPercent: number) => `Connection fair, ${rttMs} ms, ${lossPercent} % lost`,
    weak: (rttMs: number, lossPercent: number) => `Connection weak, ${rttMs} ms, ${lossPercent} % lost`,
  },
  limits: {
    cpu: 'The baby’s phone is too hot or too busy, so its picture is coarser. Sound goes on. Put it where air reaches it, without a cover, or choose a lower picture quality.',
    bandwidth:
      'The Wi-Fi carries less than the picture needs, so it is coarser. Sound goes on. Put both phones closer to the router, or choose a lower picture quality.',
  },
  /** At the phone itself, baby's or parent's. */
  own: (percent: number) => `The battery of this phone has ${percent} %. Put it on the charger.`,
} as const

export const stopwatchText = {
  title: 'Feeds and naps',
  start: { feed: 'Start a feed', nap: 'Start a nap' },
  end: { feed: 'End the feed', nap: 'End the nap' },
  running: {
    feed: (duration: string) => `Feed for ${duration}`,
    nap: (duration: string) => `Nap for ${duration}`,
  },
  past: {
    feed: (time: string, duration: string) => `${time}, feed, ${duration}`,
    nap: (time: string, duration: string) => `${time}, nap, ${duration}`,
  },
  none: 'None yet.',
  forget: 'Delete all feeds and naps',
  forgetQuestion: 'Delete all feeds and naps from this phone? They cannot be brought back.',
  forgetYes: 'Delete',
  forgetNo: 'Keep them',
  promise: 'Kept on this phone only.',
} as const
