// en-room.ts in German.

import type { roomText as English } from '../en-room.ts'
import type { Words } from '../words.ts'

export const roomText: Words<typeof English> = {
  title: 'Im Kinderzimmer',
  waiting: 'Wartet auf das Handy beim Baby.',
  percent: (percent) => `${percent} %`,

  soothing: {
    title: 'Schlaflieder und Rauschen',
    what: 'Was gespielt wird',
    sounds: {
      white: 'Weißes Rauschen',
      pink: 'Rosa Rauschen',
      brown: 'Braunes Rauschen',
      rain: 'Regen',
      heartbeat: 'Herzschlag',
      brahms: 'Guten Abend, gut’ Nacht',
      twinkle: 'Funkel, funkel, kleiner Stern',
      mozart: 'Schlafe, mein Prinzchen',
    },
    volume: 'Lautstärke am Bettchen',
    timer: 'Hört von selbst auf',
    never: 'Nein, es spielt weiter',
    after: (duration) => `Nach ${duration}`,
    stop: 'Ton beenden',
    playing: (sound) => `${sound} spielt.`,
    playingFor: (sound, left) => `${sound} spielt, noch ${left}.`,
    blocked: 'Der Browser lässt es gerade nicht klingen. Tipp einmal irgendwo auf diese Seite.',
    hush: 'Dieses Handy bleibt still, bis das Baby einen Laut von sich gibt',
    hint: 'Stell das Handy zwei Meter vom Bettchen auf, und lass es nicht lauter klingen als eine Dusche im Nebenzimmer. Es beginnt und endet leise.',
    sources:
      'Das Rauschen macht das Handy selbst. Die Melodien sind frei: Brahms, Opus 49 Nr. 4; ein französisches Lied des 18. Jahrhunderts; Bernhard Flies, 1795.',
  },

  dim: {
    dim: 'Abdunkeln',
    hint: 'Der Bildschirm des Handys beim Baby ist schwarz; Bild und Ton gehen weiter.',
    back: 'Babystation zeigen',
    screen: 'Der Bildschirm ist abgedunkelt',
    tap: 'Einmal tippen, um zurückzukommen.',
  },

  light: {
    light: 'Nachtlicht',
    brightness: 'Helligkeit',
    warmth: 'Farbe',
    warmthWords: (percent) =>
      percent < 20 ? 'Rot' : percent < 50 ? 'rötliches Orange' : percent < 80 ? 'Orange' : 'Bernstein',
    off: 'Licht ausschalten',
    show: 'Einstellungen des Lichts zeigen',
    hide: 'Das hier ausblenden',
    screen: 'Der Bildschirm ist ein Nachtlicht',
  },
}
