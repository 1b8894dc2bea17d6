// en-document.ts in German.

import type { documentText as English } from '../en-document.ts'
import type { Words } from '../words.ts'

export const documentText: Words<typeof English> = {
  noScript: 'BeddyBytes läuft im Browser selbst und braucht JavaScript. Erlaube es für diese Seite und lade sie neu.',
  app: {
    name: 'BeddyBytes',
    description: 'Ein Babyfon im Browser. Ton und Bild gehen von Handy zu Handy und verlassen dieses Zuhause nie.',
    babyStation: 'Babystation',
    parentStation: 'Elternstation',
  },
}
