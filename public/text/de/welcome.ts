// en-welcome.ts in German. Names of switches and menus are those that the systems themselves use in German.

import type { welcomeText as English } from '../en-welcome.ts'
import type { Words } from '../words.ts'

export const welcomeText: Words<typeof English> = {
  language: 'de',
  title: 'Willkommen bei BeddyBytes',
  what: 'Ein Babyfon aus zwei Handys und der Box bei dir zu Hause. Ton und Bild gehen direkt von Handy zu Handy und verlassen dieses Zuhause nie.',
  why: 'Mach dieses Handy vor dem ersten Mal mit der Box bekannt: Dann kann es sicher sein, dass es wirklich mit ihr spricht. Das dauert zwei Minuten, einmal für jedes Handy.',
  own: 'Der Besitzer dieser Box hat ihr ein Zertifikat gegeben. Es gibt nichts zu installieren.',

  check: {
    title: 'Dieses Handy und die Box',
    waiting: 'Wartet, bis dieses Handy der Box vertraut. Das ändert sich von selbst.',
    good: 'Dieses Handy vertraut der Box',
    bad: 'Noch geht nicht alles. Die Seite wurde trotz einer Warnung geöffnet, oder der letzte Schritt fehlt. Folge den Schritten unten; das hier ändert sich von selbst.',
    page: 'Seiten öffnen sich sicher',
    socket: 'Die Live-Verbindung öffnet sich',
    worker: 'Der Teil, der im Hintergrund arbeitet, installiert sich',
    symbols: { waiting: 'wartet', good: 'geht', bad: 'noch nicht' },
    withoutScript:
      'Ohne JavaScript kann diese Seite nicht selbst prüfen. Öffne die App: Kommt keine Warnung, hat es geklappt.',
    open: 'BeddyBytes öffnen',
  },

  steps: {
    title: 'So geht es',
    fetch: 'Zertifikat holen',
    fetchProfile: 'Profil holen',
    back: 'Komm zurück auf diese Seite.',
    iphone: {
      name: 'iPhone und iPad',
      steps: [
        'Öffne diese Seite in Safari, tipp auf „Profil holen“, dann auf „Zulassen“.',
        'Öffne die Einstellungen und tipp auf „Profil geladen“, dann zweimal auf „Installieren“. Steht es dort nicht: „Allgemein“, dann „VPN und Geräteverwaltung“.',
        'Öffne in den Einstellungen „Allgemein“, dann „Info“, dann ganz unten „Zertifikats\u00advertrauens\u00adeinstellungen“. Schalte die Zeile ein, die mit „BeddyBytes“ beginnt.',
      ],
      screens: [
        ['Einstellungen', '*Profil geladen'],
        ['Zertifikatsvertrauen…', '+BeddyBytes'],
      ],
    },
    android: {
      name: 'Android',
      steps: [
        'Tipp auf „Zertifikat holen“. Es landet in deinen Downloads.',
        'Öffne die Einstellungen, such nach „CA-Zertifikat“ und tipp darauf. Auf den meisten Handys steht es unter Sicherheit und Datenschutz, Weitere Sicherheitseinstellungen, Verschlüsselung und Anmeldedaten, Zertifikat installieren.',
        'Tipp auf „Trotzdem installieren“ und wähl beddybytes.crt aus deinen Downloads. Android sagt später vielleicht, dass das Netzwerk überwacht werden könnte: Dieses Zertifikat gilt nur für Namen und Adressen innerhalb eines Zuhauses.',
      ],
      note: 'Firefox auf Android braucht noch etwas: Tipp in seinen Einstellungen unter „Über Firefox“ siebenmal auf das Logo; geh zurück, öffne die geheimen Einstellungen („Secret Settings“) und schalte die CA-Zertifikate von Drittanbietern ein („Use third party CA certificates“).',
      screens: [
        ['Zertifikat installieren', '*CA-Zertifikat'],
        ['Deine Daten …', '*Trotzdem installieren'],
      ],
    },
    windows: {
      name: 'Windows',
      steps: [
        'Klick auf „Zertifikat holen“ und öffne die Datei.',
        'Klick auf „Zertifikat installieren“, dann auf „Aktueller Benutzer“.',
        'Wähl „Alle Zertifikate in folgendem Speicher speichern“, klick auf „Durchsuchen“, dann auf „Vertrauenswürdige Stamm\u00adzertifizierungs\u00adstellen“. Stell es fertig und antworte mit „Ja“.',
        'Schließ alle Fenster des Browsers und öffne ihn wieder.',
      ],
      screens: [['Alle Zertifikate speichern in', '*Vertrauenswürdige …']],
    },
    mac: {
      name: 'Mac',
      steps: [
        'Klick auf „Zertifikat holen“ und öffne die Datei. Die Schlüsselbundverwaltung nimmt es auf.',
        'Doppelklick in der Schlüsselbundverwaltung auf die Zeile, die mit „BeddyBytes“ beginnt, und öffne „Vertrauen“.',
        'Wähl neben „Bei Verwendung dieses Zertifikats“ „Immer vertrauen“. Schließ das Fenster und gib dein Passwort ein.',
      ],
      screens: [['Bei Verwendung …', '*Immer vertrauen']],
    },
    linux: {
      name: 'Linux und ChromeOS',
      steps: [
        'Klick auf „Zertifikat holen“.',
        'Öffne in Chrome oder Chromium chrome://certificate-manager, dann „Lokale Zertifikate“, „Benutzerdefiniert“, „Von dir installiert“, und klick unter „Vertrauenswürdige Zertifikate“ auf „Importieren“.',
        'Wähl beddybytes.crt und starte den Browser neu.',
      ],
      screens: [['Vertrauenswürdige Zertifikate', '*Importieren']],
    },
    firefox: {
      name: 'Firefox auf einem Computer',
      steps: [
        'Klick auf „Zertifikat holen“. Speichert Firefox es nur: Einstellungen, „Datenschutz & Sicherheit“, „Zertifikate anzeigen“, „Zertifizierungsstellen“, „Importieren“.',
        'Setz das Häkchen bei „Dieser CA vertrauen, um Websites zu identifizieren“ und klick auf OK.',
      ],
      screens: [['Herunterladen des Zertifikats', '+Websites identifizieren']],
    },
  },

  fingerprint: {
    title: 'Ist es wirklich diese Box?',
    name: 'Das Zertifikat heißt',
    hint: 'Sein SHA-256-Fingerabdruck. Die Box zeigt denselben beim Start (docker compose logs); iPhones zeigen ihn unter „Weitere Details“. Sind sie verschieden, installier es nicht.',
  },

  places: {
    title: 'Ein anderes Handy herbringen',
    hint: 'Richte seine Kamera auf einen Code, oder tipp ein, was darunter steht. Nimm den zweiten, wo der erste nicht gefunden wird.',
    byName: 'Über den Namen',
    byAddress: 'Über die Adresse',
    app: 'Die App selbst:',
  },

  without: {
    title: 'Ohne weitermachen',
    losses: [
      'Der Browser warnt, und er warnt etwa alle zwei Monate wieder und wenn die Box eine andere Adresse bekommt.',
      'Auf einem iPhone wird die Live-Verbindung vielleicht abgelehnt; dann wird ein langsamerer Weg genommen.',
      'Was im Hintergrund arbeitet, geht nicht: Für einen Start ohne die Box wird nichts behalten, und die App lässt sich nicht richtig installieren.',
      'Niemand kann diese Box von einer unterscheiden, die sich für sie ausgibt.',
    ],
    go: 'Weiter, ohne etwas zu installieren',
  },
}
