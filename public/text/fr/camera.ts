// en-camera.ts in French.

import type { cameraText as English } from '../en-camera.ts'
import type { Words } from '../words.ts'

const rows = ['en haut', 'au milieu', 'en bas'] as const
const columns = ['à gauche', 'au milieu', 'à droite'] as const

export const cameraText: Words<typeof English> = {
  title: 'Caméra',
  zoom: {
    title: 'Zoom',
    zoomIn: 'Zoom avant',
    zoomOut: 'Zoom arrière',
    reset: 'Annuler le zoom',
    level: (scale) => `${scale} fois`,
    map: ({ row, column }) =>
      row === 1 || column === 1
        ? `Tu vois l’image ${row === 1 ? columns[column] : rows[row]}.`
        : `Tu vois l’image ${rows[row]} ${columns[column]}.`,
    picture:
      'Image de la caméra. Pince ou fais défiler pour zoomer, glisse pour déplacer. Au clavier : plus, moins, flèches, 0 pour toute l’image.',
    remoteHint: 'Le zoom vaut pour tous ceux qui regardent. Deux doigts sur l’image font de même.',
  },
  switchCamera: 'Changer de caméra',
  facing: { front: 'La caméra avant est allumée.', back: 'La caméra arrière est allumée.' },
  switching: 'Passage à l’autre caméra.',
  torch: 'Lampe torche',
  torchHint: 'Une lumière vive à côté de la caméra.',
  nightPicture: 'Image de nuit',
  nightPictureHint: 'Éclaircit une pièce sombre. Chauffe un peu le téléphone du bébé.',
  quality: 'Qualité de l’image',
  qualities: { auto: 'Automatique', low: 'Basse', high: 'Haute', 'sound-only': 'Son seulement' },
  qualityHints: {
    auto: 'Aussi nette que le téléphone et le Wi-Fi le permettent.',
    low: 'Pour un Wi-Fi faible, et pour que le téléphone du bébé reste frais.',
    high: 'L’image la plus nette. Chauffe le téléphone du bébé et demande un bon Wi-Fi.',
    'sound-only': 'La caméra est éteinte. Choisis une autre qualité pour la rallumer.',
  },
  offHere: 'Un parent a coupé l’image. La caméra est éteinte ; le son continue.',
  notHeard: 'Le téléphone du bébé est injoignable. Rien n’a changé.',
}
