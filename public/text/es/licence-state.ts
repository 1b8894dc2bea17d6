// en-licence-state.ts in Spanish.

import type { licenceStateText as English } from '../en-licence-state.ts'
import type { Words } from '../words.ts'

export const licenceStateText: Words<typeof English> = {
  missing: 'Aún no hay licencia. Hace falta para poner en marcha una Estación del bebé.',
  valid: (name, until) =>
    name === undefined ? `La licencia vale hasta el ${until}.` : `La licencia de ${name} vale hasta el ${until}.`,
  grace: (ended, until) =>
    `La licencia terminó el ${ended}. Todo sigue funcionando hasta el ${until}. Pega una nueva antes.`,
  expired: (ended) =>
    `La licencia terminó el ${ended}. Lo que está en marcha sigue; una nueva Estación del bebé necesita una licencia nueva.`,
  paste: 'Pegar una licencia',
}
