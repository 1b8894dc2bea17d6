// en-account.ts in French.

import type { accountText as English } from '../en-account.ts'
import type { Words } from '../words.ts'

export const accountText: Words<typeof English> = {
  changing: 'Changement du mot de passe.',
  deleting: 'Suppression du compte.',
  firstTitle: 'Bienvenue',
  firstHint:
    'Ce boîtier n’a pas encore de compte. Choisis un nom d’utilisateur et un mot de passe : ils deviennent le premier compte de ce boîtier.',
  loggedOut: 'Ta session est fermée. Connecte-toi pour continuer.',
  username: 'Nom d’utilisateur',
  password: 'Mot de passe',
  passwordHint: '10 à 128 caractères.',
  newAccountPasswordHint: 'Un nouveau compte demande un mot de passe de 10 à 128 caractères.',
  showCharacters: 'Afficher les caractères',
  logIn: 'Se connecter',
  createAccount: 'Créer un compte',
  checking: 'Vérification auprès du boîtier.',
  errors: {
    usernameMissing: 'Saisis ton nom d’utilisateur.',
    passwordMissing: 'Saisis ton mot de passe.',
    passwordLength:
      'Le mot de passe doit avoir de 10 à 128 caractères. Quatre mots à la suite se retiennent facilement.',
    usernameLength: 'Le nom d’utilisateur doit avoir de 1 à 60 lettres, chiffres ou autres caractères simples.',
    nameTaken: 'Ce nom d’utilisateur existe déjà sur ce boîtier. Choisis-en un autre, ou connecte-toi avec lui.',
    registrationClosed: 'Ce boîtier n’accepte pas de nouveaux comptes. La personne qui s’en occupe peut les permettre.',
    wrongCredentials: 'Le nom d’utilisateur ou le mot de passe est faux. Vérifie les deux et réessaie.',
    wrongPassword: 'Le mot de passe actuel est faux. Rien n’a été changé.',
    wrongDeletePassword: 'Le mot de passe est faux. Rien n’a été supprimé.',
  },
  devicesTitle: 'Appareils',
  devicesLoading: 'Demande de la liste au boîtier.',
  thisDevice: 'Celui-ci',
  lastUsed: (when) => `Dernière utilisation : ${when}`,
  remove: 'Retirer',
  removed: (name) => `${name} est déconnecté.`,
  devicesHint:
    'Là où ce compte est connecté. Si tu retires un appareil, il est déconnecté aussitôt, et une transmission qui en vient ou y va s’arrête.',
  passwordTitle: 'Changer le mot de passe',
  currentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  changePassword: 'Changer le mot de passe',
  passwordLogsOut:
    'Tous tes autres téléphones seront déconnectés, même celui qui sert en ce moment de Station bébé. Reconnecte-les ensuite.',
  passwordChanged: 'Le mot de passe est changé. Tes autres téléphones sont déconnectés.',
  licenceLink: 'Licence',
  deleteTitle: 'Supprimer le compte',
  deleteIntro: 'Efface tout ce que le boîtier sait de toi.',
  deleteOpen: 'Supprimer le compte',
  deleteQuestion: (username) => `Supprimer ${username} ?`,
  deleteLost: [
    'Le nom d’utilisateur et le mot de passe sont supprimés.',
    'Tous tes téléphones sont déconnectés.',
    'Les Stations bébé en marche s’arrêtent, et les parents ne les voient et ne les entendent plus.',
  ],
  deleteKept: 'Les enregistrements dans les téléchargements de tes téléphones y restent. C’est définitif.',
  deletePassword: 'Ton mot de passe',
  deleteConfirm: 'Tout supprimer',
  deleteCancel: 'Garder le compte',
}
