// en-parent.ts in Spanish.

import type { parentText as English } from '../en-parent.ts'
import type { Words } from '../words.ts'

export const parentText: Words<typeof English> = {
  stations: 'Estaciones del bebé',
  since: (time) => `desde las ${time}`,
  lost: 'perdida',
  noneRunning: {
    family:
      'No hay ninguna Estación del bebé en marcha. En el teléfono junto a la cuna, abre esta dirección, inicia sesión, toca «Estación del bebé» y luego «Empezar». Aparece aquí sola.',
    guest: 'La Estación del bebé no está en marcha ahora. Cuando se ponga en marcha, esta página se une sola.',
  },
  status: {
    connecting: 'Conectando',
    live: 'En directo',
    reconnecting: 'Reconectando',
    stopped: 'Estación del bebé parada',
  },
  checked: (seconds) => `, comprobado hace ${seconds} s`,
  ago: (seconds) => (seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`),
  lastProof: (ago) => `Última prueba del directo hace ${ago}`,
  noAlarm: 'Esta página no tiene alarma: no se pudo cargar. Si sigue así, recarga la página.',
  mute: 'Silenciar',
  fullScreen: 'Pantalla completa',
  tapToListen: 'Toca para escuchar',
  video: 'Imagen de la Estación del bebé',
  soundOnly: 'Solo sonido',
}
