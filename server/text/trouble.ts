// The words of the page that stands in for a box that cannot start.

import type { Language } from '../../public/shared/languages.ts'

interface TroubleText {
  readonly title: string
  readonly tried: string
  readonly nobody: string
  readonly goesOn: string
  /** Before the line that the log has, too. */
  readonly says: string
  readonly whatToDo: string
  /** With the commands of the owner in them. */
  readonly steps: readonly (readonly [before: string, command: string, after: string])[]
  readonly more: string
}

const restart = 'docker compose restart'
const restore = 'docker compose exec -T beddybytes beddybytes restore < FILE'
const database = 'beddybytes.db'

export const troubleText: Readonly<Record<Language, TroubleText>> = {
  en: {
    title: 'BeddyBytes cannot start',
    tried: 'It has tried ten times and more.',
    nobody: 'Nobody can be watched through it now.',
    goesOn: 'Streams that were running go on from phone to phone.',
    says: 'What it says:',
    whatToDo: 'What to do',
    steps: [
      [
        'If the line above names something that you can put right, such as a full disk, a port, or a setting, do so. It tries again by itself every five minutes, and at once after',
        restart,
        '.',
      ],
      [
        'If it began with an update, go back to the version that you had: your accounts are as they were before the update.',
        '',
        '',
      ],
      ['If the database is damaged, restore your backup:', restore, ''],
      [
        'If you have no backup, rename the file',
        database,
        ' in the data folder, so that it is kept, and start again: everybody makes a new account.',
      ],
    ],
    more: 'More is in the log:',
  },
  de: {
    title: 'BeddyBytes startet nicht',
    tried: 'Es hat es zehnmal und öfter versucht.',
    nobody: 'Gerade kann niemand darüber überwacht werden.',
    goesOn: 'Übertragungen, die schon liefen, gehen von Handy zu Handy weiter.',
    says: 'Das meldet es:',
    whatToDo: 'Was du tun kannst',
    steps: [
      [
        'Nennt die Zeile oben etwas, das du beheben kannst, etwa eine volle Festplatte, einen Port oder eine Einstellung, dann tu das. Alle fünf Minuten versucht es sich von selbst neu, und sofort nach',
        restart,
        '.',
      ],
      [
        'Fing es mit einem Update an, geh zurück zu der Version, die du hattest: Deine Konten sind so wie vor dem Update.',
        '',
        '',
      ],
      ['Ist die Datenbank beschädigt, spiel deine Sicherung zurück:', restore, ''],
      [
        'Hast du keine Sicherung, gib der Datei',
        database,
        ' im Datenordner einen anderen Namen, damit sie erhalten bleibt, und starte neu: Dann legen alle ein neues Konto an.',
      ],
    ],
    more: 'Mehr steht im Protokoll:',
  },
  fr: {
    title: 'BeddyBytes ne démarre pas',
    tried: 'Il a essayé dix fois et plus.',
    nobody: 'Personne ne peut être surveillé par lui en ce moment.',
    goesOn: 'Les transmissions déjà en cours continuent de téléphone à téléphone.',
    says: 'Ce qu’il dit :',
    whatToDo: 'Que faire',
    steps: [
      [
        'Si la ligne ci-dessus nomme quelque chose que tu peux corriger, comme un disque plein, un port ou un réglage, fais-le. Il réessaie de lui-même toutes les cinq minutes, et aussitôt après',
        restart,
        '.',
      ],
      [
        'Si cela a commencé avec une mise à jour, reviens à la version que tu avais : tes comptes sont comme avant la mise à jour.',
        '',
        '',
      ],
      ['Si la base de données est abîmée, restaure ta sauvegarde :', restore, ''],
      [
        'Si tu n’as pas de sauvegarde, renomme le fichier',
        database,
        ' dans le dossier des données, pour qu’il soit conservé, et redémarre : chacun crée alors un nouveau compte.',
      ],
    ],
    more: 'Le journal en dit plus :',
  },
  es: {
    title: 'BeddyBytes no arranca',
    tried: 'Lo ha intentado diez veces o más.',
    nobody: 'Ahora mismo no se puede vigilar a nadie con él.',
    goesOn: 'Las transmisiones que ya estaban en marcha siguen de teléfono a teléfono.',
    says: 'Lo que dice:',
    whatToDo: 'Qué hacer',
    steps: [
      [
        'Si la línea de arriba nombra algo que puedes arreglar, como un disco lleno, un puerto o un ajuste, hazlo. Lo vuelve a intentar solo cada cinco minutos, y enseguida después de',
        restart,
        '.',
      ],
      [
        'Si empezó con una actualización, vuelve a la versión que tenías: tus cuentas están como antes de la actualización.',
        '',
        '',
      ],
      ['Si la base de datos está dañada, restaura tu copia de seguridad:', restore, ''],
      [
        'Si no tienes copia de seguridad, cambia el nombre del archivo',
        database,
        ' en la carpeta de datos, para que se conserve, y arranca de nuevo: cada persona crea una cuenta nueva.',
      ],
    ],
    more: 'El registro dice más:',
  },
}
