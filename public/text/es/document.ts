// en-document.ts in Spanish.

import type { documentText as English } from '../en-document.ts'
import type { Words } from '../words.ts'

export const documentText: Words<typeof English> = {
  noScript:
    'BeddyBytes funciona en el propio navegador y necesita JavaScript. Permítelo en esta página y vuelve a cargarla.',
  app: {
    name: 'BeddyBytes',
    description:
      'Un vigilabebés en el navegador. El sonido y la imagen van de teléfono a teléfono y nunca salen de casa.',
    babyStation: 'Estación del bebé',
    parentStation: 'Estación de los padres',
  },
}
