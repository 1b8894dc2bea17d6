// en-talk.ts in Spanish.

import type { soundText as EnglishSound, talkText as EnglishTalk } from '../en-talk.ts'
import type { Words } from '../words.ts'

export const talkText: Words<typeof EnglishTalk> = {
  talk: 'Hablar',
  somebody: 'Alguien',
  talking: (name) => `${name} habla con el bebé.`,
  states: {
    asking: 'Este teléfono pide su micrófono. Permítelo una vez y mantén pulsado «Hablar».',
    ready: 'El micrófono está encendido. Mantén pulsado «Hablar» mientras hablas.',
    calling: 'Espera: el teléfono del bebé aún no ha respondido.',
    talking: 'El bebé te oye. Suelta para escuchar.',
    waiting: 'Ahora habla otra persona con el bebé. Sigue pulsando: después te toca a ti.',
    ended: 'A los dos minutos, «Hablar» termina solo. Mantén pulsado otra vez para seguir.',
    unheard:
      'Ahora mismo no se puede contactar con el teléfono del bebé, así que no puede oírte. Vuelve a intentarlo cuando esté en directo.',
    old: 'La Estación del bebé no puede reproducirte: está en marcha desde antes de que se actualizara la caja. Párala allí y ponla en marcha de nuevo.',
  },
  refused: {
    blocked:
      'Este navegador ha bloqueado el micrófono. Toca el candado junto a la dirección, permítelo y mantén pulsado «Hablar» otra vez.',
    none: 'Este teléfono no tiene ningún micrófono que el navegador pueda usar.',
    taken: 'Otra aplicación tiene el micrófono. Ciérralo allí y mantén pulsado «Hablar» otra vez.',
    unsupported: 'Este navegador no da micrófono a las páginas. Uno más nuevo sí.',
  },
}

export const soundText: Words<typeof EnglishSound> = {
  level: 'Nivel del sonido',
  volume: 'Volumen',
  percent: (percent) => `${percent} %`,
  phoneVolume: 'Lo fuerte que suena lo deciden las teclas de volumen de este teléfono.',
  pictureInPicture: 'Imagen dentro de imagen',
  artist: 'Estación del bebé',
}
