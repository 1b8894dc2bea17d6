// en-baby.ts in French.

import type { babyText as English } from '../en-baby.ts'
import type { Words } from '../words.ts'

export const babyText: Words<typeof English> = {
  name: 'Nom de la station',
  defaultName: 'Chambre',
  nameHint: 'Ce que l’autre téléphone affiche, par exemple Chambre.',
  microphone: 'Microphone',
  camera: 'Caméra',
  automatic: 'Au choix de ce téléphone',
  noCamera: 'Sans caméra',
  noCameraHint: 'Le son seulement. La caméra n’est pas demandée.',
  start: 'Démarrer',
  stop: 'Arrêter',
  starting: 'Mise en marche. Si le navigateur le demande, autorise le microphone et la caméra.',
  startingSound: 'Mise en marche. Si le navigateur le demande, autorise le microphone.',
  resumable: 'Cette Station bébé marchait jusqu’à ce que sa page soit quittée. Touche « Démarrer » pour continuer.',
  tips: 'Pose ce téléphone là où il voit le lit, hors de portée, et branche-le. Laisse cette page ouverte.',
  on: 'En marche',
  notKnown: 'Annonce au boîtier.',
  watching: (count) =>
    count === 0
      ? 'Aucun parent n’est connecté.'
      : count === 1
        ? '1 parent est connecté.'
        : `${count} parents sont connectés.`,
  soundOnly: 'Son seulement',
  soundOnlyHint: 'La caméra est éteinte.',
  picture: 'Image de la caméra',
  previewWaiting: 'Attente de la caméra.',
  forgetting: 'Arrêtée. Le boîtier est encore injoignable ; laisse cette page ouverte et il sera prévenu.',
  tryAgain: 'Réessayer',
  boxAway:
    'Le boîtier est injoignable. L’image et le son continuent. D’autres parents pourront se joindre quand il sera de retour ; nouvel essai automatique.',
  loggedOut: 'Ta session est fermée. La Station bébé continue ; les parents qui sont connectés l’entendent toujours.',
  logIn: 'Se connecter pour que d’autres puissent se joindre',
  logInHere: 'Se reconnecter',
  outdated:
    'Le boîtier a été mis à jour. Ce qui marche continue. Quand cela te convient, touche « Arrêter » et recharge cette page.',
  missing: {
    audio: 'Le microphone a été pris, peut-être par un appel. Les parents n’entendent rien. Tentative de le reprendre.',
    video: 'La caméra a été prise, peut-être par une autre application. Le son continue. Tentative de la reprendre.',
  },
  awake: {
    unavailable:
      'Ce navigateur ne peut pas garder l’écran allumé. Dans les réglages du téléphone, choisis qu’il reste allumé, sinon le téléphone s’endort.',
    paused: 'L’écran peut s’éteindre : le téléphone ne le laisse pas allumé en ce moment. Un chargeur aide souvent.',
  },
  problems: {
    blocked:
      'Ce navigateur a bloqué le microphone ou la caméra. Touche le signe à côté de l’adresse, autorise-les pour cette page, puis touche « Réessayer ». Sur un iPhone : touche le signe dans la barre d’adresse, puis « Réglages du site web ».',
    blockedSound:
      'Ce navigateur a bloqué le microphone. Touche le signe à côté de l’adresse, autorise-le pour cette page, puis touche « Réessayer ». Sur un iPhone : touche le signe dans la barre d’adresse, puis « Réglages du site web ».',
    'no-microphone': 'Aucun microphone trouvé. Branches-en un ou choisis-en un autre, puis touche « Réessayer ».',
    'no-camera':
      'Aucune caméra trouvée. Choisis « Sans caméra » pour le son seulement, ou branches-en une, puis touche « Réessayer ».',
    busy: 'Une autre application ou page utilise le microphone ou la caméra. Ferme-la, puis touche « Réessayer ».',
    unsupported:
      'Ce navigateur ne donne son microphone à aucune page. Ouvre cette adresse dans Chrome, Firefox ou Safari lui-même, pas dans une autre application.',
    unknown:
      'Le microphone ou la caméra ne s’est pas mis en marche. Touche « Réessayer » ; si rien ne change, redémarre le téléphone.',
    name: 'Donne à la station un nom de 1 à 60 lettres, pour que l’autre téléphone puisse l’afficher.',
    'stopped-elsewhere':
      'Cette Station bébé a été arrêtée depuis un autre téléphone, ou sa connexion y a été fermée. La caméra et le microphone sont éteints.',
    'logged-out': 'Ta session est fermée. Reconnecte-toi, puis touche « Démarrer ».',
    'licence-missing': 'Ce boîtier a besoin d’une licence pour démarrer une Station bébé.',
    'licence-expired': 'La licence de ce boîtier est terminée. Il en faut une nouvelle pour démarrer une Station bébé.',
    'too-many': 'Trop de Stations bébé marchent sur ce compte. Arrêtes-en une, puis touche « Réessayer ».',
    taken: 'Le boîtier n’a pas pu commencer. Touche « Réessayer ».',
  },
  licenceLink: 'Saisir la licence',
}
