// en-common.ts in French.

import type { commonText as English } from '../en-common.ts'
import type { Words } from '../words.ts'

export const commonText: Words<typeof English> = {
  shell: {
    language: 'fr',
    name: 'BeddyBytes',
    question: 'Quel téléphone est-ce ?',
    home: 'Accueil',
    open: 'Ouvrir BeddyBytes',
    tryAgain: 'Réessayer',
    promise: 'Le son et l’image vont de téléphone à téléphone et ne quittent jamais cette maison.',
    babyStation: 'Station bébé',
    babyStationHint: 'Pour le téléphone près du lit. Il écoute et regarde.',
    parentStation: 'Station parents',
    parentStationHint: 'Pour le téléphone près de toi. Écoute et regarde.',
    account: 'Compte',
    otherPhones: 'Autres téléphones',
    inviteGuest: 'Inviter quelqu’un',
    signedInAs: (username) => `Session de ${username}`,
    logOut: 'Se déconnecter',
    titles: {
      account: 'Compte',
      signIn: 'Se connecter',
      licence: 'Licence',
      addPhone: 'Ajouter un téléphone',
      guests: 'Invités',
      join: 'Entrer avec un code',
    },
    loading: 'Question posée au boîtier de ta maison.',
    loggingOut: 'Déconnexion en cours.',
    unreachableTitle: 'Le boîtier est injoignable',
    trustAgain: 'Le boîtier a-t-il été réinstallé ?',
    trustAgainHow:
      'Alors ce téléphone doit de nouveau lui faire confiance. Fais-le seulement à la maison, et seulement si la page y montre l’empreinte que le boîtier affiche à son démarrage :',
    unreachable:
      'Ce téléphone est-il sur ton Wi-Fi, et le boîtier est-il allumé ? Un VPN ou un Wi-Fi invité les sépare. Nouvel essai automatique.',
    errors: {
      unreachable: 'Le boîtier est injoignable. Ce téléphone est-il sur ton Wi-Fi ? Réessaie.',
      unexpected: 'Le boîtier a répondu d’une façon que cette page ne comprend pas. Recharge la page et réessaie.',
      busy: 'Beaucoup de téléphones se connectent en ce moment. Attends quelques secondes, puis réessaie.',
      loggedOut: 'Ta session est fermée. Reconnecte-toi pour continuer.',
      tooManyAttempts: (wait) => `Trop d’essais. Attends ${wait}, puis réessaie.`,
    },
  },
  finding: {
    title: 'Pourquoi mon téléphone ne le trouve-t-il pas ?',
  },
  recording: {
    record: 'Enregistrer',
    stop: 'Arrêter l’enregistrement',
    notLoaded:
      'Le boîtier est injoignable, et l’enregistrement a besoin de lui une fois pour commencer. Touche de nouveau « Enregistrer » dans un moment.',
  },
}
