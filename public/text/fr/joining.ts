// en-joining.ts in French.

import type { joiningText as English } from '../en-joining.ts'
import type { Words } from '../words.ts'

export const joiningText: Words<typeof English> = {
  making: 'Demande d’un code au boîtier.',
  scan: 'Ouvre l’appareil photo de l’autre téléphone et vise l’un de ces codes. Le second est pour les téléphones qui ne trouvent pas le nom.',
  qrLabel: { name: 'Code QR avec le nom du boîtier', address: 'Code QR avec l’adresse du boîtier' },
  linkKind: { name: 'Par le nom', address: 'Par l’adresse' },
  warns: (url) =>
    `Si l’autre téléphone met en garde contre la connexion, ouvre d’abord ${url} dessus : cette page dit quoi faire, une fois pour chaque téléphone.`,
  orType: 'Ou ouvre l’une des deux adresses sur l’autre téléphone et saisis ces six lettres :',
  lettersEnded:
    'De fausses lettres ont été saisies trop souvent, celles-ci ne valent donc plus. Scanne le code, ou affiches-en un nouveau.',
  boxAway: 'Le boîtier est injoignable. Est-il allumé, et ce téléphone est-il sur ton Wi-Fi ? Nouvel essai en cours.',
  left: (time) =>
    `Vaut une fois, encore ${time}. Laisse cette page ouverte : elle te demande ton avis avant de laisser entrer l’autre téléphone.`,
  letInQuestion: (name) => `Laisser entrer « ${name} » ?`,
  letInHint:
    'Ne dis oui que si l’autre téléphone devant toi affiche le même nom. Il pourra ensuite tout ce que peut ce téléphone.',
  letIn: 'Laisser entrer',
  sendAway: 'Non',
  lettingIn: (name) => `Attente de la connexion de ${name}.`,
  hasJoined: (name) => `${name} est connecté.`,
  sentAway: (name) => `${name} n’a pas été laissé entrer.`,
  codeEnded: 'Le code est terminé. Il vaut une fois, pendant cinq minutes.',
  newCode: 'Afficher un nouveau code',
  joinInstead: 'Entrer avec un code d’un autre téléphone',
  joinHint: 'Le code est là. Donne un nom à ce téléphone, pour que l’autre puisse demander s’il peut entrer.',
  joinWhere: 'Sur un téléphone connecté, touche « Ajouter un téléphone » : il affiche un code.',
  letters: 'Six lettres',
  lettersHint: 'Telles que l’autre téléphone les affiche.',
  phoneName: 'Nom de ce téléphone',
  phoneNameHint: 'Par exemple Téléphone de mamie. Sans nom, celui du navigateur est affiché.',
  join: 'Entrer',
  asking: 'Question à l’autre téléphone.',
  waitingForYes: (name) => `Regarde maintenant l’autre téléphone : il demande s’il faut laisser entrer « ${name} ».`,
  joining: 'Connexion en cours.',
  alreadyIn: (username) =>
    `Ce téléphone a déjà la session de ${username}. S’il doit rejoindre un autre compte, déconnecte-le d’abord, puis scanne de nouveau le code.`,
  newcomer: (name, when) => `Nouveau : ${name} est entré, ${when}.`,
  newcomerHint: 'S’il n’est pas à vous, retire-le sous',
  newcomerSeen: 'C’est bon',
  guestsIntro:
    'Quelqu’un sur ton Wi-Fi peut voir et entendre une Station bébé, jusqu’à une heure que tu choisis. Un invité n’a pas besoin de compte et ne voit rien d’autre.',
  guestsLoading: 'Demande des invités au boîtier.',
  noStation: 'Aucune Station bébé n’est en marche. Démarre celle que ton invité peut voir, puis reviens.',
  lookAgain: 'Regarder de nouveau',
  guestStation: 'Station bébé',
  guestUntil: 'Jusqu’à',
  stays: {
    hour: 'Dans une heure',
    evening: 'Dans quatre heures',
    morning: 'Huit heures du matin',
    day: 'Demain à la même heure',
    week: 'Dans une semaine',
    own: 'Une autre heure',
  },
  ownTime: 'Se termine à',
  guestName: 'Pour qui',
  guestNamePreset: 'Invité',
  inviting: 'Demande d’un lien au boîtier.',
  guestLink: 'Lien d’invité',
  guestLinkHint: (name, station, until) =>
    `Pour ${name} : ${station}, jusqu’à ${until}. Quiconque a le lien peut regarder, ne l’envoie donc à personne d’autre. Il n’est affiché que maintenant.`,
  copyLink: { name: 'Copier le lien par le nom', address: 'Copier le lien par l’adresse' },
  copied: 'Copié.',
  notCopied: 'Ce navigateur ne laisse pas la page copier. Garde le doigt sur le lien ci-dessous pour le copier.',
  linkToCopy: { name: 'Lien par le nom', address: 'Lien par l’adresse' },
  guestLinks: 'Liens d’invité',
  guestLinksHint: 'Si tu en termines un, l’image et le son s’arrêtent aussitôt.',
  guestMay: (station, until) => `${station}, jusqu’à ${until}`,
  neverOpened: 'Pas encore ouvert',
  endGuest: 'Terminer',
  errors: {
    codeOver:
      'Ce code est faux, déjà utilisé ou trop ancien. Affiches-en un nouveau sur l’autre téléphone, puis saisis ses lettres.',
    lettersMissing: 'Saisis les six lettres que l’autre téléphone affiche.',
    name: 'Le nom doit avoir de 1 à 60 lettres, chiffres ou autres caractères simples.',
    notLetIn:
      'L’autre téléphone n’a pas laissé entrer celui-ci, ou le code est terminé. Affiches-en un nouveau là-bas pour réessayer.',
    tooLate: 'Personne n’a répondu à temps sur l’autre téléphone. Affiche un nouveau code là-bas pour réessayer.',
    stationGone: 'Cette Station bébé n’est plus en marche. Regarde de nouveau.',
    time: 'Choisis une heure à venir, dans 31 jours au plus.',
    tooManyGuests: 'Il y a trop de liens d’invité. Termines-en d’abord quelques-uns.',
  },
}
