// en-baby.ts in German.

import type { babyText as English } from '../en-baby.ts'
import type { Words } from '../words.ts'

export const babyText: Words<typeof English> = {
  name: 'Name der Station',
  defaultName: 'Kinderzimmer',
  nameHint: 'Was das andere Handy anzeigt, zum Beispiel Kinderzimmer.',
  microphone: 'Mikrofon',
  camera: 'Kamera',
  automatic: 'Dieses Handy entscheidet',
  noCamera: 'Keine Kamera',
  noCameraHint: 'Nur Ton. Nach der Kamera wird nicht gefragt.',
  start: 'Start',
  stop: 'Stopp',
  starting: 'Schaltet ein. Fragt der Browser, dann erlaube Mikrofon und Kamera.',
  startingSound: 'Schaltet ein. Fragt der Browser, dann erlaube das Mikrofon.',
  resumable: 'Diese Babystation lief, bis ihre Seite verlassen wurde. Tipp auf „Start“, um weiterzumachen.',
  tips: 'Stell dieses Handy so auf, dass es das Bettchen sieht, außer Reichweite, und steck es an. Lass diese Seite offen.',
  on: 'An',
  notKnown: 'Sagt der Box Bescheid.',
  watching: (count) =>
    count === 0
      ? 'Kein Elternteil ist verbunden.'
      : count === 1
        ? '1 Elternteil ist verbunden.'
        : `${count} Eltern sind verbunden.`,
  soundOnly: 'Nur Ton',
  soundOnlyHint: 'Die Kamera ist aus.',
  picture: 'Kamerabild',
  previewWaiting: 'Wartet auf die Kamera.',
  forgetting: 'Gestoppt. Die Box ist noch nicht erreichbar; lass diese Seite offen, dann erfährt sie es.',
  tryAgain: 'Noch einmal versuchen',
  boxAway:
    'Die Box ist nicht erreichbar. Bild und Ton gehen weiter. Weitere Eltern können dazukommen, wenn sie wieder da ist; versucht es von selbst weiter.',
  loggedOut: 'Du wurdest abgemeldet. Die Babystation läuft weiter; Eltern, die verbunden sind, hören sie weiter.',
  logIn: 'Anmelden, damit andere dazukommen können',
  logInHere: 'Wieder anmelden',
  outdated:
    'Die Box wurde aktualisiert. Was läuft, geht weiter. Wenn es dir passt, tipp auf „Stopp“ und lade diese Seite neu.',
  missing: {
    audio: 'Das Mikrofon ist weg, vielleicht wegen eines Anrufs. Die Eltern hören nichts. Holt es zurück.',
    video: 'Die Kamera ist weg, vielleicht wegen einer anderen App. Der Ton geht weiter. Holt sie zurück.',
  },
  awake: {
    unavailable:
      'Dieser Browser kann den Bildschirm nicht anlassen. Stell in den Einstellungen des Handys ein, dass er anbleibt, sonst schläft es ein.',
    paused: 'Der Bildschirm kann ausgehen: Das Handy lässt ihn gerade nicht anbleiben. Oft hilft ein Ladegerät.',
  },
  problems: {
    blocked:
      'Dieser Browser hat das Mikrofon oder die Kamera gesperrt. Tipp auf das Zeichen neben der Adresse, erlaube beides für diese Seite und tipp dann auf „Noch einmal versuchen“. Auf einem iPhone: Tipp auf das Zeichen in der Adresszeile, dann auf „Website-Einstellungen“.',
    blockedSound:
      'Dieser Browser hat das Mikrofon gesperrt. Tipp auf das Zeichen neben der Adresse, erlaube es für diese Seite und tipp dann auf „Noch einmal versuchen“. Auf einem iPhone: Tipp auf das Zeichen in der Adresszeile, dann auf „Website-Einstellungen“.',
    'no-microphone':
      'Kein Mikrofon gefunden. Schließ eines an oder wähl ein anderes, und tipp dann auf „Noch einmal versuchen“.',
    'no-camera':
      'Keine Kamera gefunden. Wähl „Keine Kamera“, wenn der Ton genügt, oder schließ eine an, und tipp dann auf „Noch einmal versuchen“.',
    busy: 'Eine andere App oder Seite benutzt das Mikrofon oder die Kamera. Schließ sie und tipp dann auf „Noch einmal versuchen“.',
    unsupported:
      'Dieser Browser gibt keiner Seite sein Mikrofon. Öffne diese Adresse in Chrome, Firefox oder Safari selbst, nicht in einer anderen App.',
    unknown:
      'Mikrofon oder Kamera ging nicht an. Tipp auf „Noch einmal versuchen“; bleibt es so, starte das Handy neu.',
    name: 'Gib der Station einen Namen mit 1 bis 60 Zeichen, damit das andere Handy ihn anzeigen kann.',
    'stopped-elsewhere':
      'Diese Babystation wurde von einem anderen Handy gestoppt, oder ihre Anmeldung wurde dort beendet. Kamera und Mikrofon sind aus.',
    'logged-out': 'Du wurdest abgemeldet. Melde dich wieder an und tipp dann auf „Start“.',
    'licence-missing': 'Diese Box braucht eine Lizenz, um eine Babystation zu starten.',
    'licence-expired': 'Die Lizenz dieser Box ist abgelaufen. Um eine Babystation zu starten, braucht es eine neue.',
    'too-many':
      'Auf diesem Konto laufen zu viele Babystationen. Stopp eine davon und tipp dann auf „Noch einmal versuchen“.',
    taken: 'Die Box konnte nicht beginnen. Tipp auf „Noch einmal versuchen“.',
  },
  licenceLink: 'Lizenz eingeben',
}
