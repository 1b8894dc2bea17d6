// en-common.ts in German.

import type { commonText as English } from '../en-common.ts'
import type { Words } from '../words.ts'

export const commonText: Words<typeof English> = {
  shell: {
    language: 'de',
    name: 'BeddyBytes',
    question: 'Welches Handy ist das?',
    home: 'Startseite',
    open: 'BeddyBytes öffnen',
    tryAgain: 'Noch einmal versuchen',
    promise: 'Ton und Bild gehen von Handy zu Handy und verlassen dieses Zuhause nie.',
    babyStation: 'Babystation',
    babyStationHint: 'Für das Handy am Bettchen. Es hört und sieht.',
    parentStation: 'Elternstation',
    parentStationHint: 'Für das Handy bei dir. Hör zu und schau hin.',
    account: 'Konto',
    otherPhones: 'Andere Handys',
    inviteGuest: 'Gast einladen',
    signedInAs: (username) => `Angemeldet als ${username}`,
    logOut: 'Abmelden',
    titles: {
      account: 'Konto',
      signIn: 'Anmelden',
      licence: 'Lizenz',
      addPhone: 'Handy hinzufügen',
      guests: 'Gäste',
      join: 'Mit einem Code dazukommen',
    },
    loading: 'Fragt die Box bei dir zu Hause.',
    loggingOut: 'Meldet ab.',
    unreachableTitle: 'Die Box ist nicht erreichbar',
    trustAgain: 'Wurde die Box neu eingerichtet?',
    trustAgainHow:
      'Dann muss dieses Handy ihr wieder vertrauen. Tu das nur zu Hause, und nur, wenn die Seite dort den Fingerabdruck zeigt, den die Box beim Start ausgibt:',
    unreachable:
      'Ist dieses Handy in eurem WLAN, und ist die Box eingeschaltet? Ein VPN oder ein Gäste-WLAN hält sie auseinander. Versucht es von selbst weiter.',
    errors: {
      unreachable: 'Die Box ist nicht erreichbar. Ist dieses Handy in eurem WLAN? Versuch es noch einmal.',
      unexpected:
        'Die Box hat so geantwortet, dass diese Seite es nicht versteht. Lade die Seite neu und versuch es noch einmal.',
      busy: 'Gerade melden sich viele Handys an. Warte ein paar Sekunden und versuch es noch einmal.',
      loggedOut: 'Du wurdest abgemeldet. Melde dich wieder an, um weiterzumachen.',
      tooManyAttempts: (wait) => `Zu viele Versuche. Warte ${wait} und versuch es dann noch einmal.`,
    },
  },
  finding: {
    title: 'Warum findet mein Handy sie nicht?',
  },
  recording: {
    record: 'Aufnahme',
    stop: 'Aufnahme beenden',
    notLoaded:
      'Die Box ist nicht erreichbar, und zum Beginnen braucht die Aufnahme sie einmal. Tipp gleich noch einmal auf „Aufnahme“.',
  },
}
