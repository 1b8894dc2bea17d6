// en-welcome.ts in French. Names of switches and menus are those that the systems themselves use in French.

import type { welcomeText as English } from '../en-welcome.ts'
import type { Words } from '../words.ts'

export const welcomeText: Words<typeof English> = {
  language: 'fr',
  title: 'Bienvenue sur BeddyBytes',
  what: 'Un babyphone fait de deux téléphones et du boîtier de ta maison. Le son et l’image vont directement de téléphone à téléphone et ne quittent jamais cette maison.',
  why: 'Avant la première fois, présente le boîtier à ce téléphone : il pourra alors être sûr que c’est vraiment à lui qu’il parle. Cela prend deux minutes, une fois pour chaque téléphone.',
  own: 'Le propriétaire de ce boîtier lui a donné un certificat. Il n’y a rien à installer.',

  check: {
    title: 'Ce téléphone et le boîtier',
    waiting: 'Attente que ce téléphone fasse confiance au boîtier. Cela change tout seul.',
    good: 'Ce téléphone fait confiance au boîtier',
    bad: 'Tout ne marche pas encore. La page a été ouverte malgré un avertissement, ou la dernière étape manque. Suis les étapes ci-dessous ; cela change tout seul.',
    page: 'Les pages s’ouvrent en sûreté',
    socket: 'La connexion en direct s’ouvre',
    worker: 'La partie qui travaille en arrière-plan s’installe',
    symbols: { waiting: 'en attente', good: 'marche', bad: 'pas encore' },
    withoutScript:
      'Sans JavaScript, cette page ne peut pas vérifier elle-même. Ouvre l’application : s’il n’y a pas d’avertissement, c’est que cela a marché.',
    open: 'Ouvrir BeddyBytes',
  },

  steps: {
    title: 'Comment faire',
    fetch: 'Obtenir le certificat',
    fetchProfile: 'Obtenir le profil',
    back: 'Reviens à cette page.',
    iphone: {
      name: 'iPhone et iPad',
      steps: [
        'Ouvre cette page dans Safari, touche « Obtenir le profil », puis « Autoriser ».',
        'Ouvre Réglages et touche « Profil téléchargé », puis « Installer », deux fois. S’il n’y est pas : Général, puis « VPN et gestion de l’appareil ».',
        'Dans Réglages, ouvre Général, puis Informations, puis tout en bas « Réglages de confiance des certificats ». Active la ligne qui commence par « BeddyBytes ».',
      ],
      screens: [
        ['Réglages', '*Profil téléchargé'],
        ['Réglages de confiance…', '+BeddyBytes'],
      ],
    },
    android: {
      name: 'Android',
      steps: [
        'Touche « Obtenir le certificat ». Il va dans tes téléchargements.',
        'Ouvre les Paramètres, cherche « Certificat CA » et touche-le. Sur la plupart des téléphones, il est sous Sécurité et confidentialité, Autres paramètres de sécurité, Chiffrement et identifiants, Installer un certificat.',
        'Touche « Installer quand même » et choisis beddybytes.crt dans tes téléchargements. Android dira peut-être plus tard que le réseau peut être surveillé : ce certificat ne vaut que pour les noms et adresses à l’intérieur d’une maison.',
      ],
      note: 'Firefox sur Android demande une chose de plus : dans ses paramètres, « À propos de Firefox », touche sept fois le logo ; reviens en arrière, ouvre les paramètres secrets (« Secret Settings ») et active les certificats d’AC tierces (« Use third party CA certificates »).',
      screens: [
        ['Installer un certificat', '*Certificat CA'],
        ['Tes données…', '*Installer quand même'],
      ],
    },
    windows: {
      name: 'Windows',
      steps: [
        'Clique sur « Obtenir le certificat » et ouvre le fichier.',
        'Clique sur « Installer un certificat », puis « Utilisateur actuel ».',
        'Choisis « Placer tous les certificats dans le magasin suivant », clique sur « Parcourir », puis « Autorités de certification racines de confiance ». Termine, et réponds Oui.',
        'Ferme toutes les fenêtres du navigateur et rouvre-le.',
      ],
      screens: [['Placer tous les certificats', '*Autorités racines…']],
    },
    mac: {
      name: 'Mac',
      steps: [
        'Clique sur « Obtenir le certificat » et ouvre le fichier. Trousseaux d’accès l’ajoute.',
        'Dans Trousseaux d’accès, double-clique sur la ligne qui commence par « BeddyBytes » et ouvre « Se fier ».',
        'À côté de « Lors de l’utilisation de ce certificat », choisis « Toujours approuver ». Ferme la fenêtre et donne ton mot de passe.',
      ],
      screens: [['Lors de l’utilisation…', '*Toujours approuver']],
    },
    linux: {
      name: 'Linux et ChromeOS',
      steps: [
        'Clique sur « Obtenir le certificat ».',
        'Dans Chrome ou Chromium, ouvre chrome://certificate-manager, puis « Certificats locaux », « Personnalisé », « Installés par vous », et sous « Certificats de confiance » clique sur « Importer ».',
        'Choisis beddybytes.crt, puis redémarre le navigateur.',
      ],
      screens: [['Certificats de confiance', '*Importer']],
    },
    firefox: {
      name: 'Firefox sur un ordinateur',
      steps: [
        'Clique sur « Obtenir le certificat ». Si Firefox se contente de l’enregistrer : Paramètres, « Vie privée et sécurité », « Afficher les certificats », « Autorités », « Importer ».',
        'Coche « Confirmer cette AC pour identifier des sites web » et clique sur OK.',
      ],
      screens: [['Téléchargement du certificat', '+identifier des sites']],
    },
  },

  fingerprint: {
    title: 'Est-ce vraiment ce boîtier ?',
    name: 'Le certificat s’appelle',
    hint: 'Son empreinte SHA-256. Le boîtier affiche la même au démarrage (docker compose logs) ; les iPhone la montrent sous « Plus de détails ». Si elles diffèrent, ne l’installe pas.',
  },

  places: {
    title: 'Amener un autre téléphone ici',
    hint: 'Vise un code avec son appareil photo, ou saisis ce qui est dessous. Prends le second là où le premier n’est pas trouvé.',
    byName: 'Par le nom',
    byAddress: 'Par l’adresse',
    app: 'L’application elle-même :',
  },

  without: {
    title: 'Continuer sans',
    losses: [
      'Le navigateur met en garde, et recommence tous les deux mois environ et quand le boîtier change d’adresse.',
      'Sur un iPhone, la connexion en direct peut être refusée ; un chemin plus lent est alors pris.',
      'Ce qui travaille en arrière-plan ne marche pas : rien n’est gardé pour démarrer sans le boîtier, et l’application ne peut pas être installée correctement.',
      'Personne ne peut distinguer ce boîtier d’un autre qui se fait passer pour lui.',
    ],
    go: 'Continuer sans rien installer',
  },
}
