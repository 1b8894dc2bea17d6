// en-document.ts in French.

import type { documentText as English } from '../en-document.ts'
import type { Words } from '../words.ts'

export const documentText: Words<typeof English> = {
  noScript:
    'BeddyBytes fonctionne dans le navigateur lui-même et a besoin de JavaScript. Autorise-le pour cette page, puis recharge-la.',
  app: {
    name: 'BeddyBytes',
    description:
      'Un écoute-bébé dans le navigateur. Le son et l’image vont de téléphone à téléphone et ne quittent jamais la maison.',
    babyStation: 'Station bébé',
    parentStation: 'Station parents',
  },
}
