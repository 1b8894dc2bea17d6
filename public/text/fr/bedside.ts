// en-bedside.ts in French.

import type {
  bedsideText as EnglishBedside,
  conditionText as EnglishCondition,
  stopwatchText as EnglishStopwatch,
} from '../en-bedside.ts'
import type { Words } from '../words.ts'

export const bedsideText: Words<typeof EnglishBedside> = {
  bedside: 'Chevet',
  screen: 'Vue de chevet',
  back: 'Afficher la Station parents',
  live: 'EN DIRECT',
  muted: 'Son coupé',
  notLive: { connecting: 'Connexion', reconnecting: 'Reconnexion', stopped: 'Station bébé arrêtée' },
  unmeasured: 'Le son n’est pas encore mesuré',
  hours: (hours) => `${hours} h`,
  since: (time) => `En marche depuis ${time}`,
  onSince: (time, duration) => `En marche depuis ${time}, soit ${duration}`,
}

export const conditionText: Words<typeof EnglishCondition> = {
  title: 'Le téléphone du bébé',
  battery: (percent) => `Batterie ${percent} %`,
  charging: (percent) => `Batterie ${percent} %, en charge`,
  batteryUnknown: 'Son navigateur ne dit rien de la batterie',
  network: {
    good: (rttMs) => `Bonne connexion, ${rttMs} ms`,
    fair: (rttMs, lossPercent) => `Connexion moyenne, ${rttMs} ms, ${lossPercent} % de pertes`,
    weak: (rttMs, lossPercent) => `Connexion faible, ${rttMs} ms, ${lossPercent} % de pertes`,
  },
  limits: {
    cpu: 'Le téléphone du bébé est trop chaud ou trop occupé, son image est donc moins fine. Le son continue. Pose-le sans coque là où l’air passe, ou choisis une qualité d’image plus basse.',
    bandwidth:
      'Le Wi-Fi porte moins que ce que l’image demande, elle est donc moins fine. Le son continue. Rapproche les deux téléphones du routeur, ou choisis une qualité d’image plus basse.',
  },
  own: (percent) => `La batterie de ce téléphone est à ${percent} %. Mets-le en charge.`,
}

export const stopwatchText: Words<typeof EnglishStopwatch> = {
  title: 'Repas et siestes',
  start: { feed: 'Commencer un repas', nap: 'Commencer une sieste' },
  end: { feed: 'Terminer le repas', nap: 'Terminer la sieste' },
  running: {
    feed: (duration) => `Repas depuis ${duration}`,
    nap: (duration) => `Sieste depuis ${duration}`,
  },
  past: {
    feed: (time, duration) => `${time}, repas, ${duration}`,
    nap: (time, duration) => `${time}, sieste, ${duration}`,
  },
  none: 'Aucun encore.',
  forget: 'Supprimer tous les repas et siestes',
  forgetQuestion: 'Supprimer tous les repas et siestes de ce téléphone ? C’est définitif.',
  forgetYes: 'Supprimer',
  forgetNo: 'Les garder',
  promise: 'Gardé sur ce téléphone seulement.',
}
