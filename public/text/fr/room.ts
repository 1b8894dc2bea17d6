// en-room.ts in French.

import type { roomText as English } from '../en-room.ts'
import type { Words } from '../words.ts'

export const roomText: Words<typeof English> = {
  title: 'Dans la chambre du bébé',
  waiting: 'Attente du téléphone du bébé.',
  percent: (percent) => `${percent} %`,

  soothing: {
    title: 'Berceuses et bruits',
    what: 'Que jouer',
    sounds: {
      white: 'Bruit blanc',
      pink: 'Bruit rose',
      brown: 'Bruit brun',
      rain: 'Pluie',
      heartbeat: 'Battement de cœur',
      brahms: 'Berceuse de Brahms',
      twinkle: 'Ah vous dirai-je, maman',
      mozart: 'Dors, mon petit prince',
    },
    volume: 'Volume près du lit',
    timer: 'S’arrête de lui-même',
    never: 'Non, il continue',
    after: (duration) => `Après ${duration}`,
    stop: 'Arrêter le son',
    playing: (sound) => `En cours : ${sound}.`,
    playingFor: (sound, left) => `En cours : ${sound}, encore ${left}.`,
    blocked: 'Le navigateur ne le laisse pas sonner maintenant. Touche une fois cette page n’importe où.',
    hush: 'Garder ce téléphone silencieux jusqu’à ce que le bébé fasse un bruit',
    hint: 'Pose le téléphone à deux mètres du lit, et pas plus fort qu’une douche dans la pièce voisine. Le son commence et finit doucement.',
    sources:
      'Les bruits sont faits par le téléphone lui-même. Les mélodies sont libres : Brahms, opus 49 no 4 ; une chanson française du 18e siècle ; Bernhard Flies, 1795.',
  },

  dim: {
    dim: 'Assombrir',
    hint: 'L’écran du téléphone du bébé est noir ; l’image et le son continuent.',
    back: 'Afficher la Station bébé',
    screen: 'L’écran est assombri',
    tap: 'Touche une fois pour revenir.',
  },

  light: {
    light: 'Veilleuse',
    brightness: 'Luminosité',
    warmth: 'Couleur',
    warmthWords: (percent) =>
      percent < 20 ? 'rouge' : percent < 50 ? 'orange rougeâtre' : percent < 80 ? 'orange' : 'ambre',
    off: 'Éteindre la lumière',
    show: 'Afficher les réglages de la lumière',
    hide: 'Masquer ceci',
    screen: 'L’écran est une veilleuse',
  },
}
