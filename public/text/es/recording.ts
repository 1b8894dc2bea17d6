// en-recording.ts in Spanish.

import type { recordingText as English } from '../en-recording.ts'
import type { Words } from '../words.ts'

export const recordingText: Words<typeof English> = {
  language: 'es',
  running: (elapsed, size) => `Grabando ${elapsed}, ${size}`,
  inMemory:
    'Este navegador guarda la grabación solo en su memoria: deja esta página abierta hasta que se haya guardado. Una larga puede llegar a ser demasiado grande.',
  progress: 'Guardando la grabación',
  finishing: (percent) => `Guardando la grabación, ${percent} %`,
  saved: (fileName) => `Guardada en las descargas: ${fileName}`,
  failures: {
    unsupported: 'Este navegador no puede grabar. Chrome, Firefox y Safari sí pueden.',
    'no-stream': 'Aún no hay nada que grabar. Espera a la imagen o al sonido y toca «Grabar» de nuevo.',
    'nothing-recorded': 'No se ha grabado nada: en ese tiempo no llegó ni imagen ni sonido.',
    'not-loaded': '',
    full: 'Este teléfono está lleno, así que la grabación ha terminado. Borra algo y toca «Grabar» de nuevo.',
    broke: 'La grabación se ha interrumpido.',
  },
  rest: (fileName) => `Lo que había está en las descargas: ${fileName}`,
  size: (megabytes) => `${megabytes} MB`,

  lastMinute: 'Guardar el último minuto',
  lastMinuteEmpty: 'Aún no hay nada que guardar. El último minuto se conserva a partir de ahora.',
  snapshot: 'Foto',
  snapshotFailed: 'Ahora mismo no hay ninguna imagen que tomar.',

  lostTitle: 'Aún sin guardar',
  lost: 'La página se cerró o se interrumpió antes de que se guardara. Sigue en este teléfono.',
  saveLost: (time) => `Guardar la grabación de ${time}`,
  deleteLost: (time) => `Borrar la grabación de ${time}`,
  about: (station, day, size) => `${station}, ${day}, ${size}`,
  taken: 'Otra pestaña tiene abierta esta grabación. Mira allí.',
  deleteQuestion: '¿Borrarla para siempre?',
  deleteYes: 'Borrar para siempre',
  deleteNo: 'Conservarla',

  options: 'Ajustes y copias de las grabaciones',
  soundOnly: 'Grabar solo el sonido',
  minutePicture: 'Conservar también la imagen del último minuto',
  minuteHint:
    'El último minuto de sonido se conserva siempre en este teléfono, para «Guardar el último minuto», y luego se olvida. La imagen gasta batería en los teléfonos que no pueden grabar en H.264.',
  copies: 'Copias de lo que hay en las descargas. Cada una se borra después de una semana.',
  saveCopy: (time) => `Guardar otra vez la grabación de ${time}`,
}
