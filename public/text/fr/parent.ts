// en-parent.ts in French.

import type { parentText as English } from '../en-parent.ts'
import type { Words } from '../words.ts'

export const parentText: Words<typeof English> = {
  stations: 'Stations bébé',
  since: (time) => `depuis ${time}`,
  lost: 'perdue',
  noneRunning: {
    family:
      'Aucune Station bébé n’est en marche. Sur le téléphone près du lit, ouvre cette adresse, connecte-toi, touche « Station bébé », puis « Démarrer ». Elle apparaît ici d’elle-même.',
    guest: 'La Station bébé n’est pas en marche maintenant. Quand elle démarre, cette page la rejoint d’elle-même.',
  },
  status: {
    connecting: 'Connexion',
    live: 'En direct',
    reconnecting: 'Reconnexion',
    stopped: 'Station bébé arrêtée',
  },
  checked: (seconds) => `, vérifié il y a ${seconds} s`,
  ago: (seconds) => (seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`),
  lastProof: (ago) => `Dernière preuve du direct il y a ${ago}`,
  noAlarm: 'Cette page n’a pas d’alarme : elle n’a pas pu être chargée. Si cela dure, recharge la page.',
  mute: 'Couper le son',
  fullScreen: 'Plein écran',
  tapToListen: 'Toucher pour écouter',
  video: 'Image de la Station bébé',
  soundOnly: 'Son seulement',
}
