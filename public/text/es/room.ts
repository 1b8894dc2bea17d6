// en-room.ts in Spanish.

import type { roomText as English } from '../en-room.ts'
import type { Words } from '../words.ts'

export const roomText: Words<typeof English> = {
  title: 'En la habitación del bebé',
  waiting: 'Esperando al teléfono del bebé.',
  percent: (percent) => `${percent} %`,

  soothing: {
    title: 'Nanas y ruido',
    what: 'Qué poner',
    sounds: {
      white: 'Ruido blanco',
      pink: 'Ruido rosa',
      brown: 'Ruido marrón',
      rain: 'Lluvia',
      heartbeat: 'Latido',
      brahms: 'Nana de Brahms',
      twinkle: 'Estrellita, ¿dónde estás?',
      mozart: 'Duerme, mi principito',
    },
    volume: 'Volumen junto a la cuna',
    timer: 'Para solo',
    never: 'No, sigue sonando',
    after: (duration) => `Después de ${duration}`,
    stop: 'Parar el sonido',
    playing: (sound) => `Suena: ${sound}.`,
    playingFor: (sound, left) => `Suena: ${sound}, quedan ${left}.`,
    blocked: 'El navegador no lo deja sonar ahora. Toca una vez en cualquier parte de esta página.',
    hush: 'Mantener este teléfono en silencio hasta que el bebé haga un sonido',
    hint: 'Pon el teléfono a dos metros de la cuna, y que no suene más fuerte que una ducha en la habitación de al lado. Empieza y termina suavemente.',
    sources:
      'Los ruidos los hace el propio teléfono. Las melodías son libres: Brahms, opus 49 n.º 4; una canción francesa del siglo XVIII; Bernhard Flies, 1795.',
  },

  dim: {
    dim: 'Oscurecer',
    hint: 'La pantalla del teléfono del bebé está negra; la imagen y el sonido siguen.',
    back: 'Mostrar la Estación del bebé',
    screen: 'La pantalla está oscurecida',
    tap: 'Toca una vez para volver.',
  },

  light: {
    light: 'Luz de noche',
    brightness: 'Brillo',
    warmth: 'Color',
    warmthWords: (percent) =>
      percent < 20 ? 'rojo' : percent < 50 ? 'naranja rojizo' : percent < 80 ? 'naranja' : 'ámbar',
    off: 'Apagar la luz',
    show: 'Mostrar los ajustes de la luz',
    hide: 'Ocultar esto',
    screen: 'La pantalla es una luz de noche',
  },
}
