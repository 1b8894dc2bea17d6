// en-camera.ts in German.

import type { cameraText as English } from '../en-camera.ts'
import type { Words } from '../words.ts'

const rows = ['oben', 'in der Mitte', 'unten'] as const
const columns = ['links', 'in der Mitte', 'rechts'] as const

export const cameraText: Words<typeof English> = {
  title: 'Kamera',
  zoom: {
    title: 'Zoom',
    zoomIn: 'Näher',
    zoomOut: 'Weiter weg',
    reset: 'Ganzes Bild',
    level: (scale) => `${scale}-fach`,
    map: ({ row, column }) =>
      row === 1 || column === 1
        ? `Zu sehen ist das Bild ${row === 1 ? columns[column] : rows[row]}.`
        : `Zu sehen ist das Bild ${rows[row]} ${columns[column]}.`,
    picture:
      'Kamerabild. Mit zwei Fingern oder dem Mausrad zoomen, zum Verschieben ziehen. Auf der Tastatur: Plus, Minus, Pfeiltasten, 0 für das ganze Bild.',
    remoteHint: 'Der Zoom gilt für alle, die zusehen. Mit zwei Fingern auf dem Bild geht es auch.',
  },
  switchCamera: 'Kamera wechseln',
  facing: { front: 'Die vordere Kamera ist an.', back: 'Die hintere Kamera ist an.' },
  switching: 'Die andere Kamera wird eingeschaltet.',
  torch: 'Taschenlampe',
  torchHint: 'Ein helles Licht neben der Kamera.',
  nightPicture: 'Nachtbild',
  nightPictureHint: 'Hellt einen dunklen Raum auf. Das Handy beim Baby wird etwas wärmer.',
  quality: 'Bildqualität',
  qualities: { auto: 'Automatisch', low: 'Niedrig', high: 'Hoch', 'sound-only': 'Nur Ton' },
  qualityHints: {
    auto: 'So scharf, wie Handy und WLAN es erlauben.',
    low: 'Für schwaches WLAN, und damit das Handy beim Baby kühl bleibt.',
    high: 'Das schärfste Bild. Das Handy beim Baby wird wärmer, und das WLAN muss gut sein.',
    'sound-only': 'Die Kamera ist aus. Wähl eine andere Qualität, um sie wieder einzuschalten.',
  },
  offHere: 'Jemand von euch hat das Bild ausgeschaltet. Die Kamera ist aus; der Ton geht weiter.',
  notHeard: 'Das Handy beim Baby ist nicht erreichbar. Es hat sich nichts geändert.',
}
