// en-bedside.ts in German.

import type {
  bedsideText as EnglishBedside,
  conditionText as EnglishCondition,
  stopwatchText as EnglishStopwatch,
} from '../en-bedside.ts'
import type { Words } from '../words.ts'

export const bedsideText: Words<typeof EnglishBedside> = {
  bedside: 'Nachttisch',
  screen: 'Ansicht für den Nachttisch',
  back: 'Elternstation zeigen',
  live: 'LIVE',
  muted: 'Stumm',
  notLive: { connecting: 'Verbindet', reconnecting: 'Verbindet neu', stopped: 'Babystation gestoppt' },
  unmeasured: 'Der Ton wird noch nicht gemessen',
  hours: (hours) => `${hours} Std.`,
  since: (time) => `An seit ${time}`,
  onSince: (time, duration) => `An seit ${time}, das sind ${duration}`,
}

export const conditionText: Words<typeof EnglishCondition> = {
  title: 'Das Handy beim Baby',
  battery: (percent) => `Akku ${percent} %`,
  charging: (percent) => `Akku ${percent} %, lädt`,
  batteryUnknown: 'Sein Browser sagt nichts über den Akku',
  network: {
    good: (rttMs) => `Verbindung gut, ${rttMs} ms`,
    fair: (rttMs, lossPercent) => `Verbindung mäßig, ${rttMs} ms, ${lossPercent} % verloren`,
    weak: (rttMs, lossPercent) => `Verbindung schwach, ${rttMs} ms, ${lossPercent} % verloren`,
  },
  limits: {
    cpu: 'Das Handy beim Baby ist zu heiß oder zu beschäftigt, deshalb ist sein Bild gröber. Der Ton geht weiter. Stell es ohne Hülle dorthin, wo Luft herankommt, oder wähl eine niedrigere Bildqualität.',
    bandwidth:
      'Das WLAN schafft weniger, als das Bild braucht, deshalb ist es gröber. Der Ton geht weiter. Stell beide Handys näher an den Router, oder wähl eine niedrigere Bildqualität.',
  },
  own: (percent) => `Der Akku dieses Handys hat ${percent} %. Häng es ans Ladegerät.`,
}

export const stopwatchText: Words<typeof EnglishStopwatch> = {
  title: 'Mahlzeiten und Schläfchen',
  start: { feed: 'Mahlzeit beginnen', nap: 'Schläfchen beginnen' },
  end: { feed: 'Mahlzeit beenden', nap: 'Schläfchen beenden' },
  running: {
    feed: (duration) => `Mahlzeit seit ${duration}`,
    nap: (duration) => `Schläfchen seit ${duration}`,
  },
  past: {
    feed: (time, duration) => `${time}, Mahlzeit, ${duration}`,
    nap: (time, duration) => `${time}, Schläfchen, ${duration}`,
  },
  none: 'Noch keine.',
  forget: 'Alle Mahlzeiten und Schläfchen löschen',
  forgetQuestion: 'Alle Mahlzeiten und Schläfchen von diesem Handy löschen? Sie lassen sich nicht zurückholen.',
  forgetYes: 'Löschen',
  forgetNo: 'Behalten',
  promise: 'Nur auf diesem Handy.',
}
