// en-camera.ts in Spanish.

import type { cameraText as English } from '../en-camera.ts'
import type { Words } from '../words.ts'

const rows = ['arriba', 'en el centro', 'abajo'] as const
const columns = ['a la izquierda', 'en el centro', 'a la derecha'] as const

export const cameraText: Words<typeof English> = {
  title: 'Cámara',
  zoom: {
    title: 'Zoom',
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    reset: 'Quitar el zoom',
    level: (scale) => `${scale} veces`,
    map: ({ row, column }) =>
      row === 1 || column === 1
        ? `Ves la imagen ${row === 1 ? columns[column] : rows[row]}.`
        : `Ves la imagen ${rows[row]} ${columns[column]}.`,
    picture:
      'Imagen de la cámara. Pellizca o desplaza para hacer zoom, arrastra para mover. Con teclado: más, menos, flechas, 0 para toda la imagen.',
    remoteHint: 'El zoom vale para todos los que miran. Dos dedos sobre la imagen hacen lo mismo.',
  },
  switchCamera: 'Cambiar de cámara',
  facing: { front: 'La cámara delantera está encendida.', back: 'La cámara trasera está encendida.' },
  switching: 'Cambiando a la otra cámara.',
  torch: 'Linterna',
  torchHint: 'Una luz fuerte junto a la cámara.',
  nightPicture: 'Imagen de noche',
  nightPictureHint: 'Aclara una habitación oscura. Calienta un poco el teléfono del bebé.',
  quality: 'Calidad de la imagen',
  qualities: { auto: 'Automática', low: 'Baja', high: 'Alta', 'sound-only': 'Solo sonido' },
  qualityHints: {
    auto: 'Tan nítida como permitan el teléfono y la wifi.',
    low: 'Para una wifi débil, y para que el teléfono del bebé siga fresco.',
    high: 'La imagen más nítida. Calienta el teléfono del bebé y necesita buena wifi.',
    'sound-only': 'La cámara está apagada. Elige otra calidad para encenderla de nuevo.',
  },
  offHere: 'Alguien de la familia ha quitado la imagen. La cámara está apagada; el sonido sigue.',
  notHeard: 'No se puede contactar con el teléfono del bebé. No ha cambiado nada.',
}
