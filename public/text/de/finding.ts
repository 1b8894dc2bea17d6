// en-finding.ts in German.

import type { findingText as English } from '../en-finding.ts'
import type { Words } from '../words.ts'

export const findingText: Words<typeof English> = {
  intro: 'Was dieses Handy selbst testen kann:',
  testing: 'Testet.',
  testAgain: 'Noch einmal testen',
  opened: {
    name: (host) => `Diese Seite wurde über den Namen geöffnet: ${host}. Der Name funktioniert auf diesem Handy.`,
    address: (host) => `Diese Seite wurde über die Adresse geöffnet: ${host}.`,
    itself: 'Diese Seite wurde auf der Box selbst geöffnet, sie sagt also wenig über andere Handys.',
  },
  boxAnswers: 'Die Box antwortet diesem Handy.',
  boxAway: 'Die Box antwortet gerade nicht. Ist sie an, und ist dieses Handy in eurem WLAN?',
  otherWorks: (url) => `${url} antwortet auch.`,
  nameFails: (url) =>
    `${url} antwortet hier nicht. Dieses Handy findet den Namen nicht, oder es vertraut der Box dort noch nicht: Öffne die Adresse einmal, dann siehst du es. Die Adresse mit Zahlen geht immer.`,
  addressFails: (url) =>
    `${url} antwortet hier nicht. Die Box hat vielleicht inzwischen eine andere Adresse, oder dieses Handy vertraut der Box dort noch nicht: Öffne die Adresse einmal, dann siehst du es.`,
  noOther: 'Die Box kennt keine andere Adresse von sich.',
  candidates: {
    hidden:
      'Dieser Browser bietet anderen Handys seine Adresse unter einem verdeckten Namen an, wie Browser es tun. Das geht in den meisten Wohnungen; solange eine Seite das Mikrofon benutzen darf, wird die Adresse selbst angeboten.',
    address: (address) => `Dieses Handy bietet anderen Handys ${address} an.`,
    none: 'Dieser Browser bietet anderen Handys keine Adresse an: Bild und Ton können nicht durchkommen. Das liegt an einem VPN, einer Datenschutz-Einstellung oder einer Erweiterung, die WebRTC sperrt.',
    unsupported:
      'Dieser Browser hat kein WebRTC, er kann also weder Bild und Ton senden noch bekommen. Nimm Chrome, Firefox oder Safari.',
  },
  otherSubnet: (own, box) =>
    `Dieses Handy hat ${own} und die Box hat ${box}: Sie scheinen in zwei Netzen zu sein. Siehe unten „Zwei Netze“.`,
  sameSubnet: 'Dieses Handy und die Box sind im selben Netz.',
  causesTitle: 'Woran es meistens liegt',
  causes: [
    {
      name: 'Gäste-WLAN',
      words:
        'Ein Gäste-WLAN hält Geräte auseinander, oft unter dem Namen Client-Isolation oder AP-Isolation. Nimm alle Handys und die Box in euer eigenes WLAN, oder schalte die Isolation im Router aus.',
    },
    {
      name: 'VPN und Privat-Relay',
      words:
        'Ein VPN schickt alles aus dem Haus. Schalte es auf beiden Handys aus, oder erlaube in seinen Einstellungen lokale Netze. iCloud Privat-Relay und Datensparer können dasselbe tun.',
    },
    {
      name: 'Privates DNS (Android)',
      words:
        'Mit Privatem DNS und mit manchen Werbeblockern fragt Android einen Server im Internet nach Namen, die auf .local enden, und kein solcher Server kennt sie. Stell „Privates DNS“ auf „Automatisch“ oder „Aus“, oder öffne die Box über ihre Adresse.',
    },
    {
      name: 'Altes Android',
      words:
        'Vor Android 12 finden Browser keine Namen, die auf .local enden. Öffne die Box über ihre Adresse und leg ein Lesezeichen an.',
    },
    {
      name: 'Zwei Netze',
      words:
        'Ein zweiter Router, ein Mesh, das nicht als Brücke läuft, oder mobile Daten machen aus einem Zuhause zwei Netze. Namen kommen nicht hinüber, und Handys erreichen sich selten. Nimm nur einen Router, oder stell den zweiten auf Brücke oder Access Point.',
    },
    {
      name: 'Die Erlaubnis für das lokale Netzwerk (iPhone, Mac, Android)',
      words:
        'Neuere Systeme fragen, ob ein Browser Geräte in eurem lokalen Netzwerk finden darf. War die Antwort Nein, dann erlaube es: auf einem iPhone unter „Einstellungen“, „Datenschutz & Sicherheit“, „Lokales Netzwerk“.',
    },
    {
      name: 'Eine neue Adresse',
      words:
        'Router vergeben Adressen immer wieder neu. Geht ein Lesezeichen mit Zahlen nicht mehr, sieh im Router nach der Adresse der Box und lass sie ihn behalten.',
    },
  ],
  addressesTitle: 'Wo die Box jetzt ist',
}
