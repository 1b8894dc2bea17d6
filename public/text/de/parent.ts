// en-parent.ts in German.

import type { parentText as English } from '../en-parent.ts'
import type { Words } from '../words.ts'

export const parentText: Words<typeof English> = {
  stations: 'Babystationen',
  since: (time) => `seit ${time}`,
  lost: 'verloren',
  status: {
    connecting: 'Verbindet',
    live: 'Live',
    reconnecting: 'Verbindet neu',
    stopped: 'Babystation gestoppt',
  },
  checked: (seconds) => `, vor ${seconds} s geprüft`,
  ago: (seconds) => (seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`),
  lastProof: (ago) => `Zuletzt vor ${ago} sicher live`,
  noAlarm: 'Diese Seite hat keinen Alarm: Er konnte nicht geladen werden. Bleibt das so, lade die Seite neu.',
  mute: 'Stumm',
  fullScreen: 'Vollbild',
  tapToListen: 'Tippen zum Hören',
  video: 'Bild der Babystation',
  soundOnly: 'Nur Ton',
}
