// en-explaining.ts in German.

import type { explainingText as English } from '../en-explaining.ts'
import type { Words } from '../words.ts'

export const explainingText: Words<typeof English> = {
  explanations: {
    choose: 'Wähl eine Babystation.',
    'cannot-reach':
      'Dieses Handy erreicht das Handy beim Baby nicht. Sind beide im selben WLAN? Ein Gäste-WLAN und ein VPN halten Handys auseinander. Versucht es weiter.',
    lost: 'Die Babystation ist verloren. Ihr Handy ist vielleicht aus, eingeschlafen oder außer Reichweite des WLANs. Wartet, bis sie zurückkommt.',
    gone: 'Die Babystation ist nicht zurückgekommen: Sie ging verloren oder wurde gestoppt, während dieses Handy weg war. Sieh nach ihrem Handy und tipp dort auf „Start“; diese Seite verbindet sich von selbst.',
    'start-again':
      'Die Babystation wurde gestoppt, oder ihr Handy wurde abgemeldet. Wird sie wieder gestartet, verbindet sich diese Seite von selbst.',
    'box-away': 'Die Box ist nicht erreichbar. Ist sie an, und ist dieses Handy in eurem WLAN? Versucht es weiter.',
    'box-away-playing': 'Die Box ist nicht erreichbar. Was läuft, geht weiter.',
    'logged-out': 'Du wurdest abgemeldet. Was läuft, geht weiter; zum Verbinden melde dich wieder an.',
    outdated: 'Die Box wurde aktualisiert. Lade diese Seite neu, wenn es dir passt.',
  },
  newcomer: (name) =>
    `Neu: ${name} wurde von einem anderen deiner Handys hereingelassen. Gehört es nicht zu euch, entferne es im Konto unter „Geräte“.`,
  guestExplanations: {
    gone: 'Die Babystation ist nicht zurückgekommen: Sie ging verloren oder wurde gestoppt, während dieses Handy weg war. Wird sie gestartet, verbindet sich diese Seite von selbst.',
    'logged-out': 'Fragt die Box, ob dein Link noch gilt.',
  },
  logIn: 'Wieder anmelden',
  awake: {
    unavailable:
      'Dieser Browser kann den Bildschirm nicht anlassen. Stell in den Einstellungen des Handys ein, dass er anbleibt.',
    paused: 'Der Bildschirm kann ausgehen: Das Handy lässt ihn gerade nicht anbleiben. Oft hilft ein Ladegerät.',
  },
}
