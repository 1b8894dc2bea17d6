// en-licence.ts in Spanish.

import type { licenceText as English } from '../en-licence.ts'
import type { Words } from '../words.ts'

export const licenceText: Words<typeof English> = {
  intro: 'Pega la licencia que te dieron. Se comprueba en la propia caja; no se envía nada a ningún otro sitio.',
  field: 'Licencia',
  save: 'Guardar la licencia',
  checking: 'Comprobando la licencia.',
  notNeeded: 'Esta caja no pide licencia. Todo funciona.',
  saved: 'La licencia está guardada.',
  errors: {
    empty: 'Pega primero la licencia. Es una línea larga de letras y cifras.',
    bad: 'Esta no es una licencia para esta caja, o le falta una parte. Cópiala entera y pégala de nuevo.',
  },
}
