// en-explaining.ts in French.

import type { explainingText as English } from '../en-explaining.ts'
import type { Words } from '../words.ts'

export const explainingText: Words<typeof English> = {
  explanations: {
    choose: 'Choisis une Station bébé.',
    'cannot-reach':
      'Ce téléphone ne peut pas joindre celui du bébé. Sont-ils sur le même Wi-Fi ? Un Wi-Fi invité et un VPN séparent les téléphones. Nouvel essai en cours.',
    lost: 'La Station bébé est perdue. Son téléphone est peut-être éteint, endormi ou hors de portée du Wi-Fi. Attente de son retour.',
    gone: 'La Station bébé n’est pas revenue : elle a été perdue, ou arrêtée pendant que ce téléphone était absent. Va voir son téléphone et touche « Démarrer » ; cette page la rejoint d’elle-même.',
    'start-again':
      'La Station bébé a été arrêtée, ou son téléphone déconnecté. Quand elle redémarre, cette page la rejoint d’elle-même.',
    'box-away':
      'Le boîtier est injoignable. Est-il allumé, et ce téléphone est-il sur ton Wi-Fi ? Nouvel essai en cours.',
    'box-away-playing': 'Le boîtier est injoignable. Ce qui est en cours continue.',
    'logged-out': 'Ta session est fermée. Ce qui est en cours continue ; connecte-toi pour en rejoindre une.',
    outdated: 'Le boîtier a été mis à jour. Recharge cette page quand cela te convient.',
  },
  newcomer: (name) =>
    `Nouveau : un autre de tes téléphones a laissé entrer ${name}. S’il n’est pas à vous, retire-le dans le compte, sous « Appareils ».`,
  guestExplanations: {
    gone: 'La Station bébé n’est pas revenue : elle a été perdue, ou arrêtée pendant que ce téléphone était absent. Quand elle démarre, cette page la rejoint d’elle-même.',
    'logged-out': 'Question au boîtier : ton lien est-il encore valable ?',
  },
  logIn: 'Se reconnecter',
  awake: {
    unavailable:
      'Ce navigateur ne peut pas garder l’écran allumé. Dans les réglages du téléphone, choisis qu’il reste allumé.',
    paused: 'L’écran peut s’éteindre : le téléphone ne le laisse pas allumé en ce moment. Un chargeur aide souvent.',
  },
}
