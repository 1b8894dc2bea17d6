// en-joining.ts in German.

import type { joiningText as English } from '../en-joining.ts'
import type { Words } from '../words.ts'

export const joiningText: Words<typeof English> = {
  making: 'Fragt die Box nach einem Code.',
  scan: 'Öffne auf dem anderen Handy die Kamera und richte sie auf einen dieser Codes. Der zweite ist für Handys, die den Namen nicht finden.',
  qrLabel: { name: 'QR-Code mit dem Namen der Box', address: 'QR-Code mit der Adresse der Box' },
  linkKind: { name: 'Über den Namen', address: 'Über die Adresse' },
  warns: (url) =>
    `Warnt das andere Handy vor der Verbindung, öffne dort zuerst ${url}: Diese Seite sagt, was zu tun ist, einmal für jedes Handy.`,
  orType: 'Oder öffne eine der beiden Adressen auf dem anderen Handy und tipp diese sechs Buchstaben ein:',
  lettersEnded:
    'Zu oft wurden falsche Buchstaben eingetippt, deshalb gelten diese nicht mehr. Scann den Code, oder zeig einen neuen.',
  boxAway: 'Die Box ist nicht erreichbar. Ist sie an, und ist dieses Handy in eurem WLAN? Versucht es weiter.',
  left: (time) =>
    `Gilt einmal, noch ${time}. Lass diese Seite offen: Sie fragt dich, bevor das andere Handy hereingelassen wird.`,
  letInQuestion: (name) => `„${name}“ hereinlassen?`,
  letInHint:
    'Sag nur ja, wenn das andere Handy vor dir denselben Namen zeigt. Es kann danach alles, was dieses Handy kann.',
  letIn: 'Hereinlassen',
  sendAway: 'Nein',
  lettingIn: (name) => `Wartet, bis ${name} sich anmeldet.`,
  hasJoined: (name) => `${name} ist angemeldet.`,
  sentAway: (name) => `${name} wurde nicht hereingelassen.`,
  codeEnded: 'Der Code ist abgelaufen. Er gilt einmal, fünf Minuten lang.',
  newCode: 'Neuen Code zeigen',
  joinInstead: 'Mit einem Code von einem anderen Handy dazukommen',
  joinHint: 'Der Code ist da. Gib diesem Handy einen Namen, damit das andere Handy danach fragen kann.',
  joinWhere: 'Tipp auf einem Handy, das angemeldet ist, auf „Handy hinzufügen“: Es zeigt einen Code.',
  letters: 'Sechs Buchstaben',
  lettersHint: 'So, wie das andere Handy sie zeigt.',
  phoneName: 'Name dieses Handys',
  phoneNameHint: 'Zum Beispiel Omas Handy. Ohne Namen wird der des Browsers gezeigt.',
  join: 'Dazukommen',
  asking: 'Fragt das andere Handy.',
  waitingForYes: (name) => `Sieh jetzt auf das andere Handy: Es fragt, ob „${name}“ herein darf.`,
  joining: 'Meldet an.',
  alreadyIn: (username) =>
    `Dieses Handy ist schon als ${username} angemeldet. Soll es zu einem anderen Konto gehören, melde es zuerst ab und scann den Code dann noch einmal.`,
  newcomer: (name, when) => `Neu: ${name} wurde hereingelassen, ${when}.`,
  newcomerHint: 'Gehört es nicht zu euch, entferne es unter',
  newcomerSeen: 'In Ordnung',
  guestsIntro:
    'Jemand in eurem WLAN darf eine Babystation sehen und hören, bis zu einer Zeit, die du wählst. Ein Gast braucht kein Konto und sieht sonst nichts.',
  guestsLoading: 'Fragt die Box nach den Gästen.',
  noStation: 'Es läuft keine Babystation. Starte die, die dein Gast sehen darf, und komm dann wieder.',
  lookAgain: 'Noch einmal nachsehen',
  guestStation: 'Babystation',
  guestUntil: 'Bis',
  stays: {
    hour: 'In einer Stunde',
    evening: 'In vier Stunden',
    morning: 'Acht Uhr morgens',
    day: 'Morgen um diese Zeit',
    week: 'In einer Woche',
    own: 'Eine andere Zeit',
  },
  ownTime: 'Endet um',
  guestName: 'Für wen es ist',
  guestNamePreset: 'Gast',
  inviting: 'Fragt die Box nach einem Link.',
  guestLink: 'Gast-Link',
  guestLinkHint: (name, station, until) =>
    `Für ${name}: ${station}, bis ${until}. Wer den Link hat, kann zusehen, schick ihn also sonst niemandem. Er wird nur jetzt gezeigt.`,
  copyLink: { name: 'Link mit dem Namen kopieren', address: 'Link mit der Adresse kopieren' },
  copied: 'Kopiert.',
  notCopied: 'Dieser Browser lässt die Seite nicht kopieren. Halt einen Finger auf den Link unten, um ihn zu kopieren.',
  linkToCopy: { name: 'Link mit dem Namen', address: 'Link mit der Adresse' },
  guestLinks: 'Gast-Links',
  guestLinksHint: 'Beendest du einen, hören Bild und Ton sofort auf.',
  guestMay: (station, until) => `${station}, bis ${until}`,
  neverOpened: 'Noch nicht geöffnet',
  endGuest: 'Beenden',
  errors: {
    codeOver:
      'Dieser Code ist falsch, benutzt oder zu alt. Lass das andere Handy einen neuen zeigen und tipp seine Buchstaben ein.',
    lettersMissing: 'Tipp die sechs Buchstaben ein, die das andere Handy zeigt.',
    name: 'Der Name braucht 1 bis 60 Buchstaben, Ziffern oder andere einfache Zeichen.',
    notLetIn:
      'Das andere Handy hat dieses nicht hereingelassen, oder der Code ist abgelaufen. Lass dort einen neuen zeigen, um es noch einmal zu versuchen.',
    tooLate:
      'Auf dem anderen Handy hat niemand rechtzeitig geantwortet. Lass dort einen neuen Code zeigen, um es noch einmal zu versuchen.',
    stationGone: 'Diese Babystation läuft nicht mehr. Sieh noch einmal nach.',
    time: 'Wähl eine Zeit in der Zukunft, höchstens 31 Tage entfernt.',
    tooManyGuests: 'Es gibt zu viele Gast-Links. Beende zuerst einige.',
  },
}
