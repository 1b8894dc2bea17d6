// en-help.ts in German.

import type { helpText as English } from '../en-help.ts'
import type { Words } from '../words.ts'

export const helpText: Words<typeof English> = {
  title: 'Anleitung',
  name: 'BeddyBytes',
  home: 'Startseite',
  contents: 'Was darin steht',
  lead: 'Zwei Handys und eine Box bei dir zu Hause: ein Handy am Bettchen, eines bei dir. Diese Seite bleibt auf einem Handy, das der Box vertraut, und lässt sich so auch ohne die Box lesen.',

  sections: {
    'first-evening': {
      title: 'Der erste Abend',
      picture: 'Der erste Bildschirm, der fragt, welches Handy das ist, mit einer Karte für jede Station.',
      what: 'Mach das bei Tag, mit beiden Handys in der Hand.',
      steps: [
        'Öffne auf beiden Handys die Adresse der Box. Die Box zeigt sie, wenn sie startet, mit einem Code für die Kamera: http://beddybytes.local oder die mit vier Zahlen.',
        'Lass jedes Handy der Box vertrauen. Die Seite sagt für dieses Handy, wie das geht, und wird von selbst grün. Es dauert zwei Minuten, einmal.',
        'Leg auf dem ersten Handy ein Konto an. Öffne dort „Handy hinzufügen“ und scann den Code mit dem anderen Handy: Es wird kein Passwort getippt, und von da an können die beiden einander beweisen, wer sie sind.',
        'Häng das Handy am Bettchen ans Ladegerät, das Kabel außer Reichweite, die Kamera zum Baby. Tipp auf „Babystation“, gib ihr einen Namen, tipp auf „Start“ und erlaube Mikrofon und Kamera.',
        'Tipp auf deinem eigenen Handy auf „Elternstation“. Das Bild kommt von selbst. Bittet dich ein Knopf, zu hören, dann tipp einmal darauf: Vor einem Tippen spielen Browser keinen Ton.',
        'Tipp auf „Bereit für die Nacht?“ und klatsch einmal am Bettchen. Es spielt den Alarm leise und geht beide Handys durch. Was nicht gut ist, sagt, was zu tun ist.',
      ],
      notes: [
        'Andere Eltern machen mit ihren Handys dasselbe; eine Großmutter bekommt über „Gast einladen“ einen Link, der von selbst endet.',
        'Findet ein Handy die Box nicht, sind vielleicht beide in verschiedenen Netzen. Gäste-WLAN und VPNs halten Handys auseinander. „Warum findet mein Handy sie nicht?“ auf der Seite zum Anmelden sieht nach.',
      ],
    },
    iphone: {
      title: 'iPhone und iPad',
      picture:
        'Die Seite, die einem iPhone hilft, der Box zu vertrauen, mit ihren Schritten und kleinen Zeichnungen der Einstellungen.',
      what: 'Nimm Safari, und lass die Seite vorn.',
      steps: [
        'Vertrauen: Hol das Profil in Safari, installier es unter „Einstellungen“, „Profil geladen“, und schalte es dann ein unter „Allgemein“, „Info“, „Zertifikats\u00advertrauens\u00adeinstellungen“. Ohne den letzten Schritt wird nichts vertraut.',
        'Auf dem Home-Bildschirm: Tipp auf „Teilen“, dann auf „Zum Home-Bildschirm“. Mitteilungen gibt es auf iPhones nur für eine App, die von dort geöffnet wird.',
        'Vor der Nacht: Stummschalter aus, Lautstärke auf, Ladegerät dran, und die Station vorn.',
      ],
      notes: [
        'Ein iPhone hält eine Seite an, wenn sein Bildschirm gesperrt wird oder eine andere App nach vorn kommt, sofort oder etwas später. Dann sieht und hört die Babystation nichts, und die Elternstation auf einem anderen Handy sagt es und tönt. Eine Elternstation, die angehalten ist, kann nicht tönen.',
        'Beide Stationen lassen den Bildschirm von selbst an. Für eine App auf dem Home-Bildschirm kann iOS das ab 18.4; davor öffne die Station in Safari, oder stell die automatische Sperre auf „Nie“.',
        'Ein Anruf nimmt das Mikrofon weg, solange er dauert. „Fokus“ oder „Nicht stören“ hält Anrufe fern.',
        'iPhones lassen Seiten nicht vibrieren.',
      ],
    },
    android: {
      title: 'Android',
      picture: 'Die Prüfung „Bereit für die Nacht?“ mit einer Zeile für alles, was sie angesehen hat.',
      what: 'Nimm Chrome oder einen Browser seiner Art.',
      steps: [
        'Vertrauen: Hol das Zertifikat, such dann in den Einstellungen nach „CA-Zertifikat“ und installier es aus deinen Downloads. Firefox braucht noch eine Einstellung; die Seite sagt, welche.',
        'Installieren: Tipp auf der Startseite auf „App installieren“, oder im Menü des Browsers auf „Zum Startbildschirm hinzufügen“. Ein langer Druck auf das Symbol führt dann gleich zu einer der Stationen.',
        'Mitteilungen: Erlaube sie in „Bereit für die Nacht?“. Ein Alarm steht dann auch auf dem Sperrbildschirm. Das geht nur auf einem Handy, das der Box vertraut.',
      ],
      notes: [
        'Die Elternstation tönt weiter, auch wenn der Bildschirm aus oder eine andere App vorn ist. Manche Hersteller halten trotzdem an, was im Hintergrund läuft: Stell in den Einstellungen den Akkuverbrauch deines Browsers auf „Uneingeschränkt“, und probier es einmal aus.',
        'Die Babystation braucht ihre Seite vorn: Eine Kamera hört auf, wenn eine andere App darüberkommt.',
        'Namen, die auf .local enden, gehen ab Android 12, aber nicht mit jedem Privaten DNS oder Werbeblocker. Die Adresse mit vier Zahlen geht immer.',
      ],
    },
    'screen-and-battery': {
      title: 'Bildschirm und Akku',
      picture: 'Eine Babystation, die läuft, mit ihrem Bild, ihrem Namen und dem Knopf „Stopp“.',
      what: 'Eine Kamera, die die ganze Nacht läuft, braucht ein Ladegerät. Alles andere hier macht es leichter.',
      steps: [
        'Steck beide Handys an. Leg sie dorthin, wo Luft an sie kommt: nicht unter ein Kissen, nicht auf die Matratze.',
        '„Abdunkeln“ auf der Babystation macht den Bildschirm schwarz, mit einer Uhr, die wandert, damit nichts einbrennt. Die Kamera geht weiter, und ein Tippen bringt den Bildschirm zurück.',
        'Wird das Handy beim Baby heiß, wähl eine niedrigere Bildqualität oder „Keine Kamera“: Ton allein braucht einen Bruchteil davon.',
      ],
      notes: [
        'Keine der Seiten lässt den Bildschirm ausgehen, wo das Handy es erlaubt. Sagt sie, dass er ausgehen kann, schalte das in den Einstellungen des Handys ab.',
        'Auf beide Akkus wird geachtet, wo der Browser etwas sagt: ein Hinweis bei 20 %, ein Alarm bei 10 %. iPhones und Firefox sagen nichts.',
      ],
    },
    'night-sound': {
      title: 'Ton in der Nacht',
      picture:
        'Die Geräusche auf der Elternstation: die letzten fünf Minuten als Kurve, und die Linie, ab der ein Geräusch zählt.',
      what: 'Zweierlei tönt: das Baby und der Alarm.',
      steps: [
        'Stell die Lautstärke des Handys so, dass der Alarm dich weckt; „Bereit für die Nacht?“ spielt ihn vorher leise. Wie laut das Baby ist, stellst du auf der Seite ein.',
        'Zieh unter „Geräusche, die zählen“ die Linie dorthin, wo ein Geräusch zählen soll. Ein Schrei zählt nach zwei Sekunden, Quengeln nach einer halben Minute, eine Tür nie.',
        '„Still, bis es etwas zu hören gibt“ spielt leises Rauschen statt des leeren Zimmers und öffnet sich bei Geräuschen. Kommt nichts Neues an, öffnet es sich auch.',
      ],
      notes: [
        'Der Alarm tönt, wenn mit der Verbindung, dem Ton oder dem Bild fünf Sekunden lang etwas nicht stimmt und es sich nicht selbst gibt. Er beginnt leise, wird lauter und hört erst auf, wenn jemand auf „Ich bin wach“ tippt. Eine Pause dauert höchstens zwei Minuten.',
        'Ein Rauschgerät, oder das Rauschen und die Lieder der Babystation selbst, werden in etwa einer Minute als Stille gelernt; so schlagen sie weder Alarm noch verdecken sie das Baby.',
        'Was du mit „Sprechen“ sagst, ist am Bettchen zu hören, solange du hältst, und der Ton des Babys wird dabei leiser, damit nichts pfeift.',
      ],
    },
    private: {
      title: 'Was privat ist, und warum',
      picture: 'Die Zeile „Bestätigt“ auf einer Elternstation, mit dem, was sie bedeutet.',
      what: 'Ton und Bild gehen verschlüsselt von Handy zu Handy und verlassen dein Zuhause nie. Es gibt keine Cloud.',
      steps: [
        'Die Box macht die Handys nur miteinander bekannt. Sie bekommt keinen Ton, kein Bild und keine Aufnahme, und sie schickt nichts hinaus.',
        'Sie bewahrt Namen, Passwörter, die sich nicht zurücklesen lassen, Anmeldungen und laufende Sitzungen. Löschst du das Konto, ist all das gelöscht.',
        'Aufnahmen, Fotos und der Verlauf bleiben auf dem Handy, das sie gemacht hat.',
      ],
      notes: [
        '„Bestätigt“ heißt: Beide Handys haben mit einem Geheimnis, das die Box nicht kennt, bewiesen, wer sie sind; sie könnte also nicht mithören, selbst wenn sie wollte. „Nicht bestätigt“ geht auch; um das zu ändern, scann den Code von „Handy hinzufügen“ mit dem anderen Handy.',
        'Ein Mikrofon oder eine Kamera schaltet nur ein, wer auf jenem Handy auf „Start“ tippt. Von anderswo kann das niemand.',
        'Ein Gast sieht und hört die eine Station, bis zu der Zeit, die du wählst, und sonst nichts. Unter „Konto“ kannst du jedes Handy entfernen; sein Bild endet sofort.',
        'Wer die Box, euer WLAN oder eines der Handys in der Hand hat, ist in eurem Zuhause, und das hier kann ihn nicht fernhalten: Die Seiten selbst kommen von der Box.',
      ],
    },
    'no-promise': {
      title: 'Was sich nicht versprechen lässt',
      picture: 'Der Alarm: eine rote Seite, die sagt, was nicht stimmt, seit wann, und was zu tun ist.',
      what: 'Das ist kein Medizinprodukt, und es ersetzt nicht, dass du nach deinem Baby siehst.',
      steps: [
        'Ein Handy, das aus, leer, abgestürzt oder von seinem System angehalten ist, kann keinen Alarm geben. Halt deines geladen, vorn und laut.',
        'Ohne WLAN gibt es weder Ton noch Bild. Der Alarm tönt dann innerhalb von etwa zehn Sekunden auf deinem Handy und hört nicht auf, bis du wach bist.',
        'Handys sind verschieden, und Updates ändern sie. Probier einen ganzen Abend mit deinen aus, bevor du dich darauf verlässt.',
      ],
      notes: [
        '„Live“ steht nur da, solange es bewiesen ist: Bilder kommen, Ton kommt, und das Handy beim Baby hat eben geantwortet. Ist das nicht so, sagt die Seite es innerhalb von Sekunden.',
        'Ob ein Baby atmet, kann es weder sehen noch hören.',
        'Ausprobiert wurde es mit Chromium und Firefox auf Computern, nicht mit jedem Handy. Was hier über iPhones steht, ist aus Unterlagen von Apple und aus Berichten anderer bekannt.',
      ],
    },
  },
}
