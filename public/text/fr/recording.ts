// en-recording.ts in French.

import type { recordingText as English } from '../en-recording.ts'
import type { Words } from '../words.ts'

export const recordingText: Words<typeof English> = {
  language: 'fr',
  running: (elapsed, size) => `Enregistrement : ${elapsed}, ${size}`,
  inMemory:
    'Ce navigateur garde l’enregistrement seulement en mémoire : laisse cette page ouverte jusqu’à ce qu’il soit sauvegardé. Un long enregistrement peut devenir trop gros.',
  progress: 'Sauvegarde de l’enregistrement',
  finishing: (percent) => `Sauvegarde de l’enregistrement, ${percent} %`,
  saved: (fileName) => `Sauvegardé dans les téléchargements : ${fileName}`,
  failures: {
    unsupported: 'Ce navigateur ne peut pas enregistrer. Chrome, Firefox et Safari le peuvent.',
    'no-stream':
      'Il n’y a encore rien à enregistrer. Attends l’image ou le son, puis touche de nouveau « Enregistrer ».',
    'nothing-recorded': 'Rien n’a été enregistré : ni image ni son ne sont arrivés pendant ce temps.',
    'not-loaded': '',
    full: 'Ce téléphone est plein, l’enregistrement s’est donc arrêté. Supprime quelque chose, puis touche de nouveau « Enregistrer ».',
    broke: 'L’enregistrement s’est interrompu.',
  },
  rest: (fileName) => `Ce qu’il y en avait est dans les téléchargements : ${fileName}`,
  size: (megabytes) => `${megabytes} Mo`,

  lastMinute: 'Sauvegarder la dernière minute',
  lastMinuteEmpty: 'Il n’y a encore rien à sauvegarder. La dernière minute est gardée à partir de maintenant.',
  snapshot: 'Photo',
  snapshotFailed: 'Il n’y a pas d’image à prendre en ce moment.',

  lostTitle: 'Pas encore sauvegardé',
  lost: 'La page a été fermée ou interrompue avant la sauvegarde. L’enregistrement est encore sur ce téléphone.',
  saveLost: (time) => `Sauvegarder l’enregistrement de ${time}`,
  deleteLost: (time) => `Supprimer l’enregistrement de ${time}`,
  about: (station, day, size) => `${station}, ${day}, ${size}`,
  taken: 'Un autre onglet a ouvert cet enregistrement. Regarde là-bas.',
  deleteQuestion: 'Le supprimer pour toujours ?',
  deleteYes: 'Supprimer pour toujours',
  deleteNo: 'Le garder',

  options: 'Réglages et copies des enregistrements',
  soundOnly: 'Enregistrer seulement le son',
  minutePicture: 'Garder aussi l’image de la dernière minute',
  minuteHint:
    'La dernière minute de son est toujours gardée sur ce téléphone, pour « Sauvegarder la dernière minute », puis oubliée. L’image use la batterie des téléphones qui ne peuvent pas enregistrer en H.264.',
  copies: 'Copies de ce qui est dans les téléchargements. Chacune est supprimée après une semaine.',
  saveCopy: (time) => `Sauvegarder de nouveau l’enregistrement de ${time}`,
}
