// en-night.ts in German.

import type { nightText as English } from '../en-night.ts'
import type { Words } from '../words.ts'

export const nightText: Words<typeof English> = {
  household: {
    verified: 'Bestätigt',
    unverified: 'Nicht bestätigt',
    verifiedHint: {
      parent: 'Ton und Bild kommen von einem Handy eures Haushalts, und die Box kann nicht mithören.',
      baby: 'Wer zuhört, sind Handys eures Haushalts, und die Box kann nicht mithören.',
    },
    unverifiedHint: {
      parent: {
        'no-secret-here':
          'Dieses Handy kann nicht erkennen, ob die Box mithört. Zum Bestätigen: Öffne auf dem Handy am Bettchen, oder auf einem bestätigten, „Handy hinzufügen“ und scann den Code mit diesem Handy.',
        'no-proof':
          'Die Babystation kann nicht beweisen, welches Handy sie ist. Zum Bestätigen: Öffne auf diesem Handy „Handy hinzufügen“ und scann den Code mit dem Handy am Bettchen.',
        'other-secret':
          'Die beiden Handys wurden getrennt voneinander eingerichtet. Zum Bestätigen: Öffne auf einem von ihnen „Handy hinzufügen“ und scann den Code mit dem anderen.',
      },
      baby: {
        'no-secret-here':
          'Dieses Handy kann sich nichts merken, deshalb lässt sich niemand bestätigen. Ist das ein privates Fenster, oder ist der Speicher gesperrt?',
        'no-proof':
          'Ein Handy, das zuhört, kann nicht beweisen, dass es zu eurem Haushalt gehört. Ist es eures? Zum Bestätigen: Öffne auf diesem Handy „Handy hinzufügen“ und scann den Code mit dem anderen.',
        'other-secret':
          'Ein Handy, das zuhört, wurde getrennt von diesem eingerichtet. Ist es eures? Zum Bestätigen: Öffne auf einem von ihnen „Handy hinzufügen“ und scann den Code mit dem anderen.',
      },
      guest: 'Bitte die Familie um einen neuen Link von einem bestätigten Handy.',
    },
    refused: {
      parent: {
        changed:
          'Die Box hat die Schlüssel dieser Verbindung verändert, vielleicht will also jemand mithören. Sie wurde abgelehnt. Sieh auf andere Weise nach dem Baby, und finde heraus, wer die Box verändert hat. Versucht es von selbst weiter.',
        unproven:
          'Diese Babystation war schon bestätigt und beweist jetzt nichts, vielleicht will also jemand mithören. Sie wurde abgelehnt. Wurde der Browser des Handys am Bettchen geleert? Dann öffne auf diesem Handy „Handy hinzufügen“ und scann den Code mit jenem.',
      },
      baby: {
        changed: (time) =>
          `Die Box hat die Schlüssel einer Verbindung zu diesem Handy verändert, vielleicht will also jemand mithören. Sie wurde abgelehnt, zuerst um ${time}. Finde heraus, wer die Box verändert hat.`,
        unproven: (time) =>
          `Ein Handy, das schon bestätigt war und jetzt nichts beweist, wollte zuhören. Es wurde abgelehnt, zuerst um ${time}. Wurde sein Browser geleert? Dann öffne auf diesem Handy „Handy hinzufügen“ und scann den Code mit jenem.`,
      },
    },
    accept: 'Ohne Beweis weitermachen',
    notVerifiedItself:
      'Dieses Handy ist nicht bestätigt, das andere wird es also auch nicht. Hast du ein bestätigtes, dann öffne dort „Handy hinzufügen“.',
    joinTitle: 'Dieses Handy bestätigen',
    joinQuestion: (username) =>
      `Dieses Handy ist schon als ${username} angemeldet. Hast du eben den Code eines eigenen Handys gescannt? Dann kann es bestätigt werden.`,
    joinReplaces: 'Es wurde getrennt von jenem Handy eingerichtet. Von jetzt an gehört es zu ihm.',
    joinYes: 'Dieses Handy bestätigen',
    joined: 'Dieses Handy ist mit dem bestätigt, dessen Code du gescannt hast.',
    joinFailed: 'Dieser Browser merkt sich nichts. Ist das ein privates Fenster, oder ist der Speicher gesperrt?',
  },
  alarm: {
    since: (time, ago) => `Seit ${time}, vor ${ago}`,
    seconds: (seconds) => `${seconds} s`,
    minutes: (minutes) => `${minutes} min`,
    also: 'Außerdem:',
    awake: 'Ich bin wach',
    pause: '2 Minuten Pause',
    paused: (left) => `Der Alarm macht Pause. Er tönt wieder in ${left}, oder sofort bei etwas Neuem.`,
    silenced: 'Der Alarm ist still, weil jemand wach ist. Bei etwas Neuem tönt er wieder.',
    notHeard:
      'Diese Seite macht gerade keinen Ton: Der Browser erlaubt ihn erst nach einem Tippen. Tipp einmal irgendwo auf diese Seite, und dreh die Lautstärke auf.',
    cannotSound:
      'Einen Alarm würdest du jetzt nicht hören: Der Browser erlaubt Ton erst nach einem Tippen. Tipp einmal irgendwo auf diese Seite.',
    notification: (advice) => `${advice} Tippen öffnet BeddyBytes.`.trim(),
    over: {
      silence: (from, to) => `War still von ${from} bis ${to}.`,
      picture: (from, to) => `Das Bild stand von ${from} bis ${to}.`,
      other: (sentence, from, to) => `${sentence} Von ${from} bis ${to}, jetzt vorbei.`,
    },
    seen: 'Gesehen',
    causes: {
      'not-who-it-says': {
        sentence: 'Die Babystation kann nicht beweisen, dass sie eure ist.',
        advice: 'Die Verbindung wurde abgelehnt. Sieh nach dem Baby, und lies auf dieser Seite, was zu tun ist.',
      },
      'parent-offline': {
        sentence: 'Dieses Handy hat kein Netz.',
        advice:
          'Sein WLAN ist vielleicht aus oder außer Reichweite, oder der Router ist aus. Sieh nach dem WLAN dieses Handys.',
      },
      'battery-empty': {
        sentence: 'Der Akku des Handys beim Baby ist leer.',
        advice: 'Sieh nach dem Baby, und häng sein Handy ans Ladegerät.',
      },
      'baby-closed': {
        sentence: 'Die Babystation wurde geschlossen.',
        advice:
          'Ihre Seite wurde geschlossen oder ihr Handy neu gestartet. Sieh nach dem Baby, und tipp dort auf „Start“.',
      },
      'baby-unreachable': {
        sentence: 'Das Baby ist nicht zu hören.',
        advice: 'Das Handy beim Baby ist außer Reichweite des WLANs, aus oder abgestürzt. Sieh nach dem Baby.',
      },
      'baby-frozen': {
        sentence: 'Die Babystation antwortet nicht.',
        advice:
          'Ihr Handy schläft vielleicht, oder eine andere App ist vorn. Sieh nach dem Baby, und weck sein Handy auf.',
      },
      'microphone-lost': {
        sentence: 'Vom Handy beim Baby kommt kein Ton.',
        advice: 'Sein Mikrofon ist weg, oder eine andere App hat es. Sieh nach dem Baby und seinem Handy.',
      },
      'microphone-muted': {
        sentence: 'Das Mikrofon des Handys beim Baby ist stumm.',
        advice:
          'Ein Anruf, eine andere App oder ein Schalter hat es stumm gemacht. Sieh nach dem Baby und seinem Handy.',
      },
      'microphone-silent': {
        sentence: 'Das Mikrofon des Handys beim Baby hört gar nichts.',
        advice:
          'So still ist kein Zimmer: Vielleicht ist es verdeckt, ausgeschaltet oder kaputt. Sieh nach dem Baby und seinem Handy.',
      },
      'sound-blocked': {
        sentence: 'Dieses Handy spielt den Ton nicht ab.',
        advice: 'Der Browser hat ihn angehalten, wie bei einem Anruf. Tipp, um zu hören.',
      },
      'camera-taken': {
        sentence: 'Die Kamera des Handys beim Baby ist weg.',
        advice: 'Vielleicht hat eine andere App sie genommen. Der Ton geht weiter, wenn hier sonst nichts steht.',
      },
      'picture-frozen': {
        sentence: 'Das Bild steht.',
        advice: 'Was du siehst, ist alt. Der Ton geht weiter, wenn hier sonst nichts steht.',
      },
      'battery-critical': {
        sentence: 'Der Akku des Handys beim Baby ist fast leer.',
        advice: 'Häng es ans Ladegerät.',
      },
      'weak-link': {
        sentence: 'Die Verbindung zum Handy beim Baby ist schwach.',
        advice: 'Sie bricht immer wieder ab. Stell beide Handys näher an den Router.',
      },
    },
  },

  ready: {
    title: 'Bereit für die Nacht?',
    hint: 'Beide Handys werden 10 Sekunden lang geprüft. Klatsch jetzt einmal neben dem Bettchen, oder lass dort jemanden klatschen.',
    running: (seconds) => `Prüft, noch ${seconds} s.`,
    again: 'Noch einmal prüfen',
    close: 'Schließen',
    didYouHear: 'Eben hat der Alarm leise getönt. Hast du ihn gehört?',
    yes: 'Ja',
    no: 'Nein',
    playAgain: 'Noch einmal abspielen',
    allowNotifications: 'Mitteilungen erlauben',
    allGood: 'Bereit. Gute Nacht.',
    noReport: 'Vom Handy beim Baby ist nichts zu hören. Sieh nach, ob die Babystation läuft.',
    notAll: (count) => (count === 1 ? 'Nach einer Sache ist zu sehen.' : `Nach ${count} Dingen ist zu sehen.`),
    verdicts: { good: 'gut', bad: 'zu tun', unknown: 'unbekannt', waiting: 'wird geprüft' },
    lines: {
      heard: {
        name: 'Alarm',
        good: 'Du hast den Alarm gehört. Er wird noch lauter als eben.',
        waiting: 'Beantworte die Frage oben.',
        bad: 'Dreh die Lautstärke dieses Handys auf und seinen Stummschalter aus, und spiel ihn noch einmal ab.',
        blocked: 'Der Browser erlaubt auf dieser Seite noch keinen Ton. Tipp auf „Noch einmal abspielen“.',
      },
      notifications: {
        name: 'Mitteilungen',
        good: 'Ein Alarm steht auch auf dem Sperrbildschirm.',
        bad: 'Erlaube sie unten, damit ein Alarm auch auf dem Sperrbildschirm steht.',
        denied:
          'Sie sind gesperrt. Erlaube sie beim Schloss neben der Adresse, damit ein Alarm auf dem Sperrbildschirm steht.',
        unknown: 'Dieser Browser hat keine für Seiten. Lass diese Seite vorn: Der Alarm tönt dort.',
      },
      'own-awake': {
        name: 'Dieses Handy bleibt wach',
        good: 'Sein Bildschirm bleibt an, solange diese Seite vorn ist.',
        bad: 'Sein Bildschirm kann ausgehen, und bei manchen Handys der Ton. Lass diese Seite vorn und häng das Handy ans Ladegerät.',
        unknown:
          'Dieser Browser kann den Bildschirm nicht anlassen. Stell in den Einstellungen des Handys ein, dass er anbleibt.',
      },
      'own-power': {
        name: 'Strom dieses Handys',
        good: 'Es lädt.',
        bad: (percent) => `Häng es ans Ladegerät. Sein Akku hat ${percent} %.`,
        unknown: 'Dieser Browser sagt es nicht. Hängt es am Ladegerät?',
      },
      'baby-awake': {
        name: 'Das Handy beim Baby bleibt wach',
        good: 'Seine Seite ist vorn, und sein Bildschirm bleibt an.',
        bad: 'Öffne darauf die Babystation, damit ihre Seite vorn ist, und häng es ans Ladegerät.',
        unknown:
          'Sein Browser kann den Bildschirm nicht anlassen. Stell in den Einstellungen jenes Handys ein, dass er anbleibt.',
      },
      'baby-power': {
        name: 'Strom des Handys beim Baby',
        good: 'Es lädt.',
        bad: (percent) => `Häng es ans Ladegerät. Sein Akku hat ${percent} %.`,
        unknown: 'Sein Browser sagt es nicht. Hängt es am Ladegerät?',
      },
      picture: {
        name: 'Bild',
        good: 'Es bewegt sich, an beiden Enden.',
        bad: 'Es kommt kein neues Bild. Sieh nach, ob eine andere App die Kamera des Handys beim Baby hat.',
        unknown: 'Nur Ton: Die Babystation wurde ohne Kamera gestartet.',
      },
      microphone: {
        name: 'Mikrofon',
        good: 'Es hat etwas Lautes gehört.',
        bad: 'Es hat nichts Lautes gehört. Klatsch neben dem Bettchen, während es prüft, oder sieh nach, ob etwas das Handy verdeckt.',
        dead: 'Es kommt kein Ton von ihm. Sieh nach, ob es stumm ist oder eine andere App es hat.',
        unknown: 'Das Handy beim Baby misst nicht, wie laut es ist. Hör hin: Hörst du das Zimmer?',
      },
      path: {
        name: 'Weg zwischen den Handys',
        good: 'Direkt, innerhalb eures Zuhauses.',
        bad: 'Nicht direkt. Nimm beide Handys in dasselbe WLAN.',
        unknown: 'Dieser Browser sagt es nicht.',
      },
      signal: {
        name: 'Signal',
        good: (rttMs, lossPercent) => `Stark: ${rttMs} ms hin und zurück, ${lossPercent} % verloren.`,
        bad: (rttMs, lossPercent) =>
          `Schwach: ${rttMs} ms hin und zurück, ${lossPercent} % verloren. Stell beide Handys näher an den Router.`,
        unknown: 'Dieser Browser sagt es nicht.',
      },
      trust: {
        name: 'Die Box',
        good: 'Dieses Handy vertraut ihrem Zertifikat, und das erneuert sich selbst.',
        bad: 'Dieses Handy vertraut der Box nicht: Es warnt nachts nach einem Neuladen vielleicht wieder, und auf Android steht kein Alarm auf dem Sperrbildschirm. Installier ihr Zertifikat.',
        badLink: 'So wird es installiert',
        away: 'Die Box antwortet nicht. Ton und Bild gehen ohne sie weiter; neu laden geht nicht.',
        unknown: 'Dieser Browser sagt nicht, ob er der Box vertraut.',
      },
    },
  },
  proof: {
    tryingAgain: 'Versucht es von selbst weiter.',
    notes: {
      'battery-low': 'Der Akku des Handys beim Baby ist schwach. Häng es vor der Nacht ans Ladegerät.',
      'baby-may-sleep':
        'Das Handy beim Baby kann einschlafen: Seine Seite ist nicht vorn, oder sein Bildschirm kann ausgehen. Öffne darauf die Babystation.',
    },
    nobodyListening: 'Niemand hört zu.',
    nobodyListeningHint:
      'Öffne die Elternstation auf einem anderen Handy und schalte dort den Ton ein. Ist eine offen, sieh nach, ob ihr WLAN an ist.',
    hearing: (count) => (count === 1 ? '1 Elternteil hört es.' : `${count} Eltern hören es.`),
    othersDropped: (count) =>
      count === 1
        ? 'Das Handy eines anderen Elternteils ist ohne ein Wort weggefallen. Vielleicht hörst nur du das Baby.'
        : `${count} andere Elternhandys sind ohne ein Wort weggefallen. Vielleicht hörst nur du das Baby.`,
    dropped: (count) =>
      count === 1
        ? 'Ein Elternhandy ist ohne ein Wort weggefallen.'
        : `${count} Elternhandys sind ohne ein Wort weggefallen.`,
  },

  noise: {
    title: 'Geräusche, die zählen',
    sentence: (name) => `${name}: ein Geräusch, das andauert, etwa Weinen.`,
    curve: 'Wie laut die letzten fünf Minuten waren, mit der Linie, ab der ein Geräusch zählt',
    threshold: 'Ab welcher Lautstärke ein Geräusch zählt',
    thresholdWords: (db) =>
      `${db} Dezibel über dem stillen Zimmer zählen nach 30 Sekunden, ein Schrei von ${db + 18} nach 2`,
    keen: 'Zählt jedes Wimmern.',
    usual: 'Zählt Quengeln nach 30 s und Schreie nach 2 s. Türen zählen nie.',
    dull: 'Zählt nur lautes Weinen.',
    hint: 'Zieh die Linie. Was darüber bleibt, zählt: an ihrem linken Ende nach 30 s, an ihrem rechten nach 2 s.',
    lineName: 'zählt',
    ago: { shriek: '2 s', grizzle: '30 s', minutes: (minutes) => `${minutes} min`, now: 'jetzt' },
    lastSound: (ago) => `Letztes Geräusch vor ${ago}`,
    soundNow: 'Gerade ein Geräusch',
    noSound: 'Noch kein Geräusch',
    unmeasured:
      'Das Handy beim Baby misst keine Geräusche, also zählt keines. Hör selbst hin, und stell dieses Handy nicht stumm.',
    learning: 'Lernt, wie das stille Zimmer klingt.',
    alarm: 'Mich wecken, wenn ein Geräusch zählt',
    gate: 'Still, bis es etwas zu hören gibt',
    gateHint: 'Ein leises Rauschen sagt, dass es zuhört. Ein Laut vom Baby öffnet es sofort.',
    gateState: { off: '', closed: 'Jetzt still. Es hört zu.', open: 'Offen: Du hörst das Zimmer.' },
    seconds: (seconds) => `${seconds} s`,
    minutes: (minutes) => `${minutes} min`,
  },

  movement: {
    title: 'Bewegung',
    sentence: (name) => `${name}: Im Bild bewegt sich etwas.`,
    level: 'Bewegung im Bild',
    words: { still: 'Ruhig', little: 'Etwas Bewegung', much: 'Viel Bewegung' },
    unmeasured: 'Wird nicht beobachtet: Die Babystation hat kein Bild, oder ihre Seite ist nicht vorn.',
    alarm: 'Mich wecken, wenn sich eine Weile etwas bewegt',
    region: 'Wo auf Bewegung geachtet wird',
    regionWords: (left, top, width, height) =>
      `${width} mal ${height} Prozent des Bildes, ${left} Prozent von links, ${top} Prozent von oben`,
    draw: 'Bereich wählen',
    done: 'Fertig',
    everywhere: 'Überall hinsehen',
    regionHint: 'Zeichne über das Bild. Mit Tasten: Pfeile verschieben, Umschalt und Pfeile ändern die Größe.',
  },
  timeline: {
    title: 'Verlauf',
    loading: 'Sieht die Nacht nach.',
    failed: 'Der Verlauf lässt sich auf diesem Handy nicht lesen. Alles andere geht weiter.',
    states: {
      elsewhere: 'Ein anderer Tab dieses Browsers überwacht dasselbe Baby und führt den Verlauf.',
      unavailable:
        'Dieser Browser merkt sich nichts: ein privates Fenster, oder der Speicher ist gesperrt. Es gibt keinen Verlauf; alles andere geht weiter.',
      full: 'Auf diesem Handy ist kein Platz mehr, deshalb wird kein Verlauf geführt. Alles andere geht weiter.',
    },
    night: 'Nacht',
    nightOf: (date) => `Nacht vom ${date}`,
    empty: 'Noch nichts.',
    legend:
      'Von unten nach oben: Weiß ist aufgenommen, Grün ist verbunden, Rot ist eine Störung, Lavendel ist Bewegung. Grau ist, wie laut es in jeder Minute war, Bernstein ein Geräusch, das zählte, eine rote Linie ein Alarm.',
    list: 'Als Liste',
    save: 'Als Tabelle speichern',
    deleteNight: 'Diese Nacht löschen',
    deleteAll: 'Alle Nächte löschen',
    deleteNightQuestion: (date) => `Die Nacht vom ${date} von diesem Handy löschen? Sie lässt sich nicht zurückholen.`,
    deleteAllQuestion: 'Den Verlauf aller Nächte von diesem Handy löschen? Er lässt sich nicht zurückholen.',
    deleteYes: 'Löschen',
    deleteNo: 'Behalten',
    promise: 'Nur auf diesem Handy, 7 Tage lang.',
    summary: (name, from, to, counts) =>
      `${name}, ${from} bis ${to}. Geräusche, die zählten: ${counts.noise}. Bewegungen: ${counts.movement}. Alarme: ${counts.alarm}. Störungen: ${counts.fault}. Aufnahmen: ${counts.recording}.`,
    fromTo: (from, to) => `${from} bis ${to}`,
    event: (when, name, what) => `${when}, ${name}: ${what}`,
    alarm: (when, name, what, acknowledged) =>
      `${when}, ${name}: Alarm. ${what} ${acknowledged ? 'Jemand war wach.' : 'Niemand hat gesagt, dass er wach ist.'}`,
    battery: (level) => `Akku ${level}`,
    kinds: { noise: 'ein Geräusch, das zählte', movement: 'Bewegung', live: 'verbunden', recording: 'aufgenommen' },
    alarms: { noise: 'Ein Geräusch, das zählte.', movement: 'Im Bild hat sich etwas bewegt.' },
    otherFault: 'Etwas stimmte nicht.',
  },
}
