// en-parent.ts in German.

import type { parentText as English } from '../en-parent.ts'
import type { Words } from '../words.ts'

export const parentText: Words<typeof English> = {
  stations: 'Babystationen',
  since: (time) => `seit ${time}`,
  lost: 'verloren',
  noneRunning: {
    family:
      'Es läuft keine Babystation. Öffne diese Adresse auf dem Handy am Bettchen, melde dich an, tipp auf „Babystation“, dann auf „Start“. Sie erscheint hier von selbst.',
    guest: 'Die Babystation läuft gerade nicht. Wird sie gestartet, verbindet sich diese Seite von selbst.',
  },
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
