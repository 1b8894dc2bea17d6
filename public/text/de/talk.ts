// en-talk.ts in German.

import type { soundText as EnglishSound, talkText as EnglishTalk } from '../en-talk.ts'
import type { Words } from '../words.ts'

export const talkText: Words<typeof EnglishTalk> = {
  talk: 'Sprechen',
  somebody: 'Jemand',
  talking: (name) => `${name} spricht mit dem Baby.`,
  states: {
    asking: 'Dieses Handy fragt nach seinem Mikrofon. Erlaube es einmal und halt dann „Sprechen“.',
    ready: 'Das Mikrofon ist an. Halt „Sprechen“, solange du redest.',
    calling: 'Warte: Das Handy beim Baby hat noch nicht geantwortet.',
    talking: 'Das Baby hört dich. Lass los, um zu hören.',
    waiting: 'Gerade spricht jemand anders mit dem Baby. Halt weiter: Danach bist du dran.',
    ended: 'Nach zwei Minuten endet das Sprechen von selbst. Halt noch einmal, um weiterzumachen.',
    unheard:
      'Das Handy beim Baby ist gerade nicht erreichbar, es kann dich also nicht hören. Versuch es noch einmal, wenn es live ist.',
    old: 'Die Babystation kann dich nicht abspielen: Sie läuft schon seit der Zeit, bevor die Box aktualisiert wurde. Stopp sie dort und starte sie neu.',
  },
  refused: {
    blocked:
      'Dieser Browser hat das Mikrofon gesperrt. Tipp auf das Schloss neben der Adresse, erlaube es und halt dann noch einmal „Sprechen“.',
    none: 'Dieses Handy hat kein Mikrofon, das der Browser benutzen kann.',
    taken: 'Eine andere App hat das Mikrofon. Beende sie dort und halt dann noch einmal „Sprechen“.',
    unsupported: 'Dieser Browser gibt Seiten kein Mikrofon. Ein neuerer tut es.',
  },
}

export const soundText: Words<typeof EnglishSound> = {
  level: 'Pegel des Tons',
  volume: 'Lautstärke',
  percent: (percent) => `${percent} %`,
  phoneVolume: 'Wie laut es ist, bestimmen die Lautstärketasten dieses Handys.',
  pictureInPicture: 'Bild im Bild',
  artist: 'Babystation',
}
