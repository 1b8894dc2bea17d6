// en-talk.ts in French.

import type { soundText as EnglishSound, talkText as EnglishTalk } from '../en-talk.ts'
import type { Words } from '../words.ts'

export const talkText: Words<typeof EnglishTalk> = {
  talk: 'Parler',
  somebody: 'Un parent',
  talking: (name) => `${name} parle au bébé.`,
  states: {
    asking: 'Ce téléphone demande son microphone. Autorise-le une fois, puis maintiens « Parler ».',
    ready: 'Le microphone est allumé. Maintiens « Parler » tant que tu parles.',
    calling: 'Attends : le téléphone du bébé n’a pas encore répondu.',
    talking: 'Le bébé t’entend. Relâche pour écouter.',
    waiting: 'Quelqu’un d’autre parle au bébé maintenant. Maintiens : ce sera ensuite ton tour.',
    ended: 'Après deux minutes, « Parler » s’arrête de lui-même. Maintiens de nouveau pour continuer.',
    unheard:
      'Le téléphone du bébé est injoignable en ce moment, il ne peut donc pas t’entendre. Réessaie quand il est en direct.',
    old: 'La Station bébé ne peut pas te faire entendre : elle marche depuis avant la mise à jour du boîtier. Arrête-la là-bas et redémarre-la.',
  },
  refused: {
    blocked:
      'Ce navigateur a bloqué le microphone. Touche le cadenas à côté de l’adresse, autorise-le, puis maintiens de nouveau « Parler ».',
    none: 'Ce téléphone n’a pas de microphone que le navigateur puisse utiliser.',
    taken: 'Une autre application a le microphone. Arrête-la là-bas, puis maintiens de nouveau « Parler ».',
    unsupported: 'Ce navigateur ne donne pas de microphone aux pages. Un plus récent le fait.',
  },
}

export const soundText: Words<typeof EnglishSound> = {
  level: 'Niveau du son',
  volume: 'Volume',
  percent: (percent) => `${percent} %`,
  phoneVolume: 'La force du son se règle avec les touches de volume de ce téléphone.',
  pictureInPicture: 'Image dans l’image',
  artist: 'Station bébé',
}
