// en-help.ts in French.

import type { helpText as English } from '../en-help.ts'
import type { Words } from '../words.ts'

export const helpText: Words<typeof English> = {
  title: 'Mode d’emploi',
  name: 'BeddyBytes',
  home: 'Accueil',
  contents: 'Ce qu’il contient',
  lead: 'Deux téléphones et un boîtier chez toi : un téléphone près du lit, un près de toi. Cette page reste sur un téléphone qui fait confiance au boîtier, elle peut donc se lire aussi sans le boîtier.',

  sections: {
    'first-evening': {
      title: 'Le premier soir',
      picture: 'Le premier écran, qui demande quel téléphone c’est, avec une carte pour chaque station.',
      what: 'Fais-le de jour, les deux téléphones en main.',
      steps: [
        'Ouvre l’adresse du boîtier sur les deux téléphones. Le boîtier l’affiche quand il démarre, avec un code pour l’appareil photo : http://beddybytes.local, ou celle aux quatre nombres.',
        'Fais en sorte que chaque téléphone fasse confiance au boîtier. La page dit comment, pour ce téléphone, et devient verte d’elle-même. Cela prend deux minutes, une seule fois.',
        'Crée un compte sur le premier téléphone. Ouvres-y « Ajouter un téléphone », et scanne son code avec l’autre téléphone : aucun mot de passe n’est saisi, et dès lors les deux peuvent se prouver qui ils sont.',
        'Mets le téléphone près du lit en charge, le câble hors de portée, la caméra vers le bébé. Touche « Station bébé », donne-lui un nom, touche « Démarrer », et autorise le microphone et la caméra.',
        'Sur ton propre téléphone, touche « Station parents ». L’image vient d’elle-même. Si un bouton te demande d’écouter, touche-le une fois : les navigateurs ne jouent aucun son avant un toucher.',
        'Touche « Prêts pour la nuit ? » et tape une fois dans tes mains près du lit. L’alarme est jouée doucement et les deux téléphones sont examinés. Ce qui ne va pas dit quoi faire.',
      ],
      notes: [
        'Les autres parents font de même avec leurs téléphones ; une grand-mère reçoit par « Inviter quelqu’un » un lien qui se termine de lui-même.',
        'Si un téléphone ne trouve pas le boîtier, les deux sont peut-être dans des réseaux différents. Un Wi-Fi invité et les VPN séparent les téléphones. « Pourquoi mon téléphone ne le trouve-t-il pas ? » sur la page de connexion cherche la cause.',
      ],
    },
    iphone: {
      title: 'iPhone et iPad',
      picture:
        'La page qui aide un iPhone à faire confiance au boîtier, avec ses étapes et de petits dessins des réglages.',
      what: 'Utilise Safari, et garde la page devant.',
      steps: [
        'Confiance : obtiens le profil dans Safari, installe-le sous Réglages, « Profil téléchargé », puis active-le sous Général, Informations, « Réglages de confiance des certificats ». Sans la dernière étape, rien n’est de confiance.',
        'Sur l’écran d’accueil : touche « Partager », puis « Sur l’écran d’accueil ». Sur iPhone, les notifications n’existent que pour une application ouverte de là.',
        'Avant la nuit : mode silencieux coupé, volume haut, chargeur branché, et la station devant.',
      ],
      notes: [
        'Un iPhone arrête une page quand son écran est verrouillé ou qu’une autre application passe devant, aussitôt ou un peu plus tard. La Station bébé ne voit et n’entend alors plus rien, et la Station parents sur un autre téléphone le dit et sonne. Une Station parents arrêtée ne peut pas sonner.',
        'Les deux stations gardent d’elles-mêmes l’écran allumé. Pour une application sur l’écran d’accueil, iOS le peut à partir de 18.4 ; avant, ouvre plutôt la station dans Safari, ou règle le verrouillage automatique sur « Jamais ».',
        'Un appel prend le microphone tant qu’il dure. « Concentration » ou « Ne pas déranger » écarte les appels.',
        'Les iPhone ne laissent pas les pages vibrer.',
      ],
    },
    android: {
      title: 'Android',
      picture: 'La vérification « Prêts pour la nuit ? » avec une ligne pour chaque chose examinée.',
      what: 'Utilise Chrome ou un autre navigateur de son genre.',
      steps: [
        'Confiance : obtiens le certificat, puis cherche « Certificat CA » dans les paramètres et installe-le depuis tes téléchargements. Firefox demande un réglage de plus ; la page dit lequel.',
        'Installer : touche « Installer l’application » sur la page d’accueil, ou « Ajouter à l’écran d’accueil » dans le menu du navigateur. Un appui long sur l’icône mène ensuite tout droit à l’une des stations.',
        'Notifications : autorise-les dans « Prêts pour la nuit ? ». Une alarme s’affiche alors aussi sur l’écran verrouillé. Cela ne marche que sur un téléphone qui fait confiance au boîtier.',
      ],
      notes: [
        'La Station parents continue de sonner avec l’écran éteint ou une autre application devant. Certains fabricants arrêtent quand même ce qui travaille en arrière-plan : dans les paramètres, mets l’usage de la batterie de ton navigateur sur « Sans restriction », et essaie une fois.',
        'La Station bébé a besoin que sa page soit devant : une caméra s’arrête quand une autre application passe dessus.',
        'Les noms qui finissent par .local marchent à partir d’Android 12, mais pas avec tous les DNS privés ou bloqueurs de publicité. L’adresse aux quatre nombres marche toujours.',
      ],
    },
    'screen-and-battery': {
      title: 'Écran et batterie',
      picture: 'Une Station bébé en marche, avec son image, son nom et le bouton « Arrêter ».',
      what: 'Une caméra qui marche toute la nuit a besoin d’un chargeur. Tout le reste ici lui facilite la tâche.',
      steps: [
        'Branche les deux téléphones. Pose-les là où l’air leur arrive : pas sous un oreiller, pas sur le matelas.',
        '« Assombrir » sur la Station bébé rend l’écran noir, avec une horloge qui se déplace pour que rien ne s’incruste. La caméra continue, et un toucher ramène l’écran.',
        'Si le téléphone du bébé chauffe, choisis une qualité d’image plus basse, ou « Sans caméra » : le son seul en demande une fraction.',
      ],
      notes: [
        'Aucune des pages ne laisse l’écran s’éteindre, là où le téléphone le permet. Si elle dit qu’il peut s’éteindre, désactive cela dans les réglages du téléphone lui-même.',
        'Les deux batteries sont surveillées là où le navigateur le dit : une remarque à 20 %, une alarme à 10 %. Les iPhone et Firefox ne le disent pas.',
      ],
    },
    'night-sound': {
      title: 'Le son la nuit',
      picture:
        'Les bruits sur la Station parents : les cinq dernières minutes en courbe, et la ligne à partir de laquelle un bruit compte.',
      what: 'Deux choses sonnent : le bébé, et l’alarme.',
      steps: [
        'Règle le volume du téléphone pour que l’alarme te réveille ; « Prêts pour la nuit ? » la joue d’abord doucement. La force du son du bébé, tu la règles sur la page.',
        'Sous « Les bruits qui comptent », glisse la ligne là où un bruit doit compter. Un cri compte après deux secondes, un grognement après une demi-minute, une porte jamais.',
        '« Silence jusqu’à ce qu’il y ait quelque chose à entendre » joue un souffle léger à la place de la chambre vide, et s’ouvre aux bruits. Quand plus aucune nouvelle ne vient, il s’ouvre aussi.',
      ],
      notes: [
        'L’alarme sonne quand quelque chose ne va pas dans la connexion, le son ou l’image pendant cinq secondes et ne s’arrange pas tout seul. Elle commence doucement, grandit, et continue jusqu’à ce que quelqu’un touche « Je suis debout ». Une pause dure deux minutes au plus.',
        'Un appareil à bruit blanc, ou le bruit et les berceuses de la Station bébé elle-même, sont appris comme du silence en une minute environ, ils ne donnent donc pas l’alarme et ne cachent pas le bébé.',
        'Ce que tu dis avec « Parler » s’entend près du lit tant que tu maintiens, et le son du bébé baisse pendant ce temps pour que rien ne siffle.',
      ],
    },
    private: {
      title: 'Ce qui est privé, et pourquoi',
      picture: 'La ligne « Vérifié » sur une Station parents, avec ce qu’elle veut dire.',
      what: 'Le son et l’image vont de téléphone à téléphone, chiffrés, et ne quittent jamais ta maison. Il n’y a pas de cloud.',
      steps: [
        'Le boîtier ne fait que présenter les téléphones l’un à l’autre. Il ne reçoit ni son, ni image, ni enregistrement, et il n’envoie rien au-dehors.',
        'Il garde les noms, des mots de passe qu’on ne peut pas relire, les connexions et les sessions en cours. Supprimer le compte supprime tout cela.',
        'Les enregistrements, les photos et le journal restent sur le téléphone qui les a faits.',
      ],
      notes: [
        '« Vérifié » veut dire : les deux téléphones ont prouvé qui ils sont avec un secret que le boîtier ne connaît pas, il ne pourrait donc pas écouter même s’il le voulait. « Non vérifié » marche aussi ; pour le changer, scanne le code de « Ajouter un téléphone » avec l’autre téléphone.',
        'Un microphone ou une caméra n’est mis en marche que par une personne qui touche « Démarrer » sur ce téléphone. Personne ne peut le faire d’ailleurs.',
        'Un invité voit et entend cette seule station jusqu’à l’heure que tu fixes, et rien d’autre. Sous « Compte », tu peux retirer n’importe quel téléphone ; son image s’arrête aussitôt.',
        'Qui tient le boîtier, ton Wi-Fi ou l’un des téléphones est dans ta maison, et ceci ne peut pas l’en écarter : les pages elles-mêmes viennent du boîtier.',
      ],
    },
    'no-promise': {
      title: 'Ce qui ne peut pas être promis',
      picture: 'L’alarme : une page rouge qui dit ce qui ne va pas, depuis quand, et ce qu’il faut faire.',
      what: 'Ceci n’est pas un appareil médical, et ne remplace pas de veiller sur ton bébé.',
      steps: [
        'Un téléphone éteint, sans batterie, en panne ou arrêté par son système ne peut pas donner l’alarme. Garde le tien chargé, la page devant, et le volume haut.',
        'Sans Wi-Fi il n’y a ni son ni image. L’alarme sonne alors sur ton téléphone en dix secondes environ, et continue jusqu’à ce que tu touches « Je suis debout ».',
        'Les téléphones diffèrent, et les mises à jour les changent. Essaie toute une soirée avec les tiens avant de t’y fier.',
      ],
      notes: [
        '« En direct » n’est dit que tant que c’est prouvé : des images arrivent, du son arrive, et le téléphone du bébé a répondu il y a un instant. Quand ce n’est pas le cas, la page le dit en quelques secondes.',
        'Si un bébé respire, cela ne peut être ni vu ni entendu par elle.',
        'Cela a été essayé avec Chromium et Firefox sur des ordinateurs, pas avec tous les téléphones. Ce qui est dit ici des iPhone est connu par les documents d’Apple et par les récits d’autres personnes.',
      ],
    },
  },
}
