// en-night.ts in French.

import type { nightText as English } from '../en-night.ts'
import type { Words } from '../words.ts'

export const nightText: Words<typeof English> = {
  household: {
    verified: 'Vérifié',
    unverified: 'Non vérifié',
    verifiedHint: {
      parent: 'Le son et l’image viennent d’un téléphone de ton foyer, et le boîtier ne peut pas écouter.',
      baby: 'Ceux qui écoutent sont des téléphones de ton foyer, et le boîtier ne peut pas écouter.',
    },
    unverifiedHint: {
      parent: {
        'no-secret-here':
          'Ce téléphone ne peut pas savoir si le boîtier écoute. Pour vérifier : sur le téléphone près du lit, ou sur un téléphone vérifié, ouvre « Ajouter un téléphone » et scanne son code avec ce téléphone.',
        'no-proof':
          'La Station bébé ne peut pas prouver quel téléphone elle est. Pour vérifier : sur ce téléphone, ouvre « Ajouter un téléphone » et scanne son code avec le téléphone près du lit.',
        'other-secret':
          'Les deux téléphones ont été installés séparément. Pour vérifier : ouvre « Ajouter un téléphone » sur l’un d’eux et scanne son code avec l’autre.',
      },
      baby: {
        'no-secret-here':
          'Ce téléphone ne peut garder aucun secret, personne ne peut donc être vérifié. Est-ce une fenêtre privée, ou le stockage est-il bloqué ?',
        'no-proof':
          'Un téléphone qui écoute ne peut pas prouver qu’il est de ton foyer. Est-il à vous ? Pour vérifier : sur ce téléphone, ouvre « Ajouter un téléphone » et scanne son code avec l’autre.',
        'other-secret':
          'Un téléphone qui écoute a été installé séparément de celui-ci. Est-il à vous ? Pour vérifier : ouvre « Ajouter un téléphone » sur l’un d’eux et scanne son code avec l’autre.',
      },
      guest: 'Demande à la famille un nouveau lien depuis un téléphone vérifié.',
    },
    refused: {
      parent: {
        changed:
          'Le boîtier a changé les clés de cette connexion, quelqu’un veut donc peut-être écouter. Elle a été refusée. Veille sur le bébé autrement, et cherche qui a changé le boîtier. Nouvel essai automatique.',
        unproven:
          'Cette Station bébé était vérifiée et ne prouve plus rien, quelqu’un veut donc peut-être écouter. Elle a été refusée. Le navigateur du téléphone près du lit a-t-il été vidé ? Alors ouvre « Ajouter un téléphone » sur celui-ci et scanne son code avec l’autre.',
      },
      baby: {
        changed: (time) =>
          `Le boîtier a changé les clés d’une connexion à ce téléphone, quelqu’un veut donc peut-être écouter. Elle a été refusée, la première fois à ${time}. Cherche qui a changé le boîtier.`,
        unproven: (time) =>
          `Un téléphone qui était vérifié et ne prouve plus rien a voulu écouter. Il a été refusé, la première fois à ${time}. Son navigateur a-t-il été vidé ? Alors ouvre « Ajouter un téléphone » sur celui-ci et scanne son code avec l’autre.`,
      },
    },
    accept: 'Continuer sans preuve',
    notVerifiedItself:
      'Ce téléphone n’est pas vérifié, l’autre ne le sera donc pas non plus. Si tu en as un qui l’est, ouvre « Ajouter un téléphone » sur celui-là.',
    joinTitle: 'Vérifier ce téléphone',
    joinQuestion: (username) =>
      `Ce téléphone a déjà la session de ${username}. Viens-tu de scanner le code d’un de tes téléphones ? Alors il peut être vérifié.`,
    joinReplaces: 'Il a été installé séparément de cet autre téléphone. Désormais, il va avec lui.',
    joinYes: 'Vérifier ce téléphone',
    joined: 'Ce téléphone est vérifié avec celui dont tu as scanné le code.',
    joinFailed: 'Ce navigateur ne garde rien. Est-ce une fenêtre privée, ou le stockage est-il bloqué ?',
  },
  alarm: {
    since: (time, ago) => `Depuis ${time}, il y a ${ago}`,
    seconds: (seconds) => `${seconds} s`,
    minutes: (minutes) => `${minutes} min`,
    also: 'Et aussi :',
    awake: 'Je suis debout',
    pause: 'Pause de 2 minutes',
    paused: (left) => `L’alarme est en pause. Elle sonne de nouveau dans ${left}, ou aussitôt s’il y a du nouveau.`,
    silenced: 'L’alarme se tait parce que quelqu’un est debout. S’il y a du nouveau, elle sonne encore.',
    notHeard:
      'Cette page ne fait aucun son maintenant : le navigateur ne le permet qu’après un toucher. Touche une fois cette page n’importe où, et monte le volume.',
    cannotSound:
      'Une alarme ne s’entendrait pas maintenant : le navigateur ne permet le son qu’après un toucher. Touche une fois cette page n’importe où.',
    notification: (advice) => `${advice} Touche pour ouvrir BeddyBytes.`.trim(),
    over: {
      silence: (from, to) => `Était muet de ${from} à ${to}.`,
      picture: (from, to) => `L’image était figée de ${from} à ${to}.`,
      other: (sentence, from, to) => `${sentence} De ${from} à ${to}, terminé maintenant.`,
    },
    seen: 'Vu',
    causes: {
      'not-who-it-says': {
        sentence: 'La Station bébé ne peut pas prouver qu’elle est à vous.',
        advice: 'La connexion a été refusée. Va voir le bébé, et lis sur cette page ce qu’il faut faire.',
      },
      'parent-offline': {
        sentence: 'Ce téléphone n’a pas de réseau.',
        advice:
          'Son Wi-Fi est peut-être éteint ou hors de portée, ou le routeur est éteint. Regarde le Wi-Fi de ce téléphone.',
      },
      'battery-empty': {
        sentence: 'Le téléphone du bébé n’a plus de batterie.',
        advice: 'Va voir le bébé, et mets son téléphone en charge.',
      },
      'baby-closed': {
        sentence: 'La Station bébé a été fermée.',
        advice: 'Sa page a été fermée ou son téléphone a redémarré. Va voir le bébé, et touche « Démarrer » là-bas.',
      },
      'baby-unreachable': {
        sentence: 'On n’entend plus le bébé.',
        advice: 'Le téléphone du bébé est hors du Wi-Fi, éteint ou en panne. Va voir le bébé.',
      },
      'baby-frozen': {
        sentence: 'La Station bébé ne répond pas.',
        advice:
          'Son téléphone dort peut-être, ou une autre application est devant. Va voir le bébé, et réveille son téléphone.',
      },
      'microphone-lost': {
        sentence: 'Aucun son ne vient du téléphone du bébé.',
        advice: 'Son microphone a disparu ou une autre application l’a pris. Va voir le bébé et son téléphone.',
      },
      'microphone-muted': {
        sentence: 'Le microphone du téléphone du bébé est coupé.',
        advice: 'Un appel, une autre application ou un bouton l’a coupé. Va voir le bébé et son téléphone.',
      },
      'microphone-silent': {
        sentence: 'Le microphone du téléphone du bébé n’entend rien du tout.',
        advice:
          'Aucune chambre n’est aussi calme : il est peut-être couvert, éteint ou cassé. Va voir le bébé et son téléphone.',
      },
      'sound-blocked': {
        sentence: 'Ce téléphone ne joue pas le son.',
        advice: 'Le navigateur l’a arrêté, comme pour un appel. Touche pour écouter.',
      },
      'camera-taken': {
        sentence: 'La caméra du téléphone du bébé a disparu.',
        advice: 'Une autre application l’a peut-être prise. Le son continue si rien d’autre n’est dit ici.',
      },
      'picture-frozen': {
        sentence: 'L’image est figée.',
        advice: 'Ce que tu vois est ancien. Le son continue si rien d’autre n’est dit ici.',
      },
      'battery-critical': {
        sentence: 'La batterie du téléphone du bébé est presque vide.',
        advice: 'Mets-le en charge.',
      },
      'weak-link': {
        sentence: 'La connexion au téléphone du bébé est faible.',
        advice: 'Elle se coupe sans cesse. Rapproche les deux téléphones du routeur.',
      },
    },
  },

  ready: {
    title: 'Prêts pour la nuit ?',
    hint: 'Les deux téléphones sont examinés pendant 10 secondes. Tape une fois dans tes mains près du lit maintenant, ou fais-le faire par quelqu’un.',
    running: (seconds) => `Vérification, encore ${seconds} s.`,
    again: 'Vérifier de nouveau',
    close: 'Fermer',
    didYouHear: 'L’alarme vient de sonner, doucement. L’as-tu entendue ?',
    yes: 'Oui',
    no: 'Non',
    playAgain: 'La rejouer',
    allowNotifications: 'Autoriser les notifications',
    allGood: 'Tout est prêt. Bonne nuit.',
    noReport: 'Rien ne vient du téléphone du bébé. Regarde si la Station bébé est en marche.',
    notAll: (count) => (count === 1 ? 'Une chose à regarder.' : `${count} choses à regarder.`),
    verdicts: { good: 'bien', bad: 'à faire', unknown: 'inconnu', waiting: 'vérification' },
    lines: {
      heard: {
        name: 'Alarme',
        good: 'Tu as entendu l’alarme. Elle devient plus forte que cela.',
        waiting: 'Réponds à la question ci-dessus.',
        bad: 'Monte le volume de ce téléphone et coupe son mode silencieux, puis rejoue-la.',
        blocked: 'Le navigateur ne permet pas encore de son sur cette page. Touche « La rejouer ».',
      },
      notifications: {
        name: 'Notifications',
        good: 'Une alarme s’affiche aussi sur l’écran verrouillé.',
        bad: 'Autorise-les ci-dessous, pour qu’une alarme s’affiche aussi sur l’écran verrouillé.',
        denied:
          'Elles sont bloquées. Autorise-les avec le cadenas à côté de l’adresse, pour qu’une alarme s’affiche sur l’écran verrouillé.',
        unknown: 'Ce navigateur n’en a pas pour les pages. Garde cette page devant : l’alarme y sonne.',
      },
      'own-awake': {
        name: 'Ce téléphone reste éveillé',
        good: 'Son écran reste allumé tant que cette page est devant.',
        bad: 'Son écran peut s’éteindre, et sur certains téléphones le son aussi. Garde cette page devant et mets le téléphone en charge.',
        unknown:
          'Ce navigateur ne peut pas garder l’écran allumé. Dans les réglages du téléphone, choisis qu’il reste allumé.',
      },
      'own-power': {
        name: 'Charge de ce téléphone',
        good: 'Il charge.',
        bad: (percent) => `Mets-le en charge. Sa batterie est à ${percent} %.`,
        unknown: 'Ce navigateur ne le dit pas. Est-il en charge ?',
      },
      'baby-awake': {
        name: 'Le téléphone du bébé reste éveillé',
        good: 'Sa page est devant et son écran reste allumé.',
        bad: 'Ouvres-y la Station bébé, pour que sa page soit devant, et mets-le en charge.',
        unknown:
          'Son navigateur ne peut pas garder l’écran allumé. Dans les réglages de ce téléphone-là, choisis qu’il reste allumé.',
      },
      'baby-power': {
        name: 'Charge du téléphone du bébé',
        good: 'Il charge.',
        bad: (percent) => `Mets-le en charge. Sa batterie est à ${percent} %.`,
        unknown: 'Son navigateur ne le dit pas. Est-il en charge ?',
      },
      picture: {
        name: 'Image',
        good: 'Elle bouge, aux deux bouts.',
        bad: 'Aucune nouvelle image n’arrive. Regarde si une autre application a la caméra du téléphone du bébé.',
        unknown: 'Son seulement : la Station bébé a été démarrée sans caméra.',
      },
      microphone: {
        name: 'Microphone',
        good: 'Il a entendu un bruit fort.',
        bad: 'Il n’a rien entendu de fort. Tape dans tes mains près du lit pendant la vérification, ou regarde si quelque chose couvre le téléphone.',
        dead: 'Aucun son n’en vient. Regarde s’il est coupé ou si une autre application l’a pris.',
        unknown: 'Le téléphone du bébé ne mesure pas le bruit. Écoute : entends-tu la chambre ?',
      },
      path: {
        name: 'Chemin entre les téléphones',
        good: 'Direct, à l’intérieur de la maison.',
        bad: 'Pas direct. Mets les deux téléphones sur le même Wi-Fi.',
        unknown: 'Ce navigateur ne le dit pas.',
      },
      signal: {
        name: 'Signal',
        good: (rttMs, lossPercent) => `Fort : ${rttMs} ms aller et retour, ${lossPercent} % de pertes.`,
        bad: (rttMs, lossPercent) =>
          `Faible : ${rttMs} ms aller et retour, ${lossPercent} % de pertes. Rapproche les deux téléphones du routeur.`,
        unknown: 'Ce navigateur ne le dit pas.',
      },
      trust: {
        name: 'Le boîtier',
        good: 'Ce téléphone fait confiance à son certificat, qui se renouvelle de lui-même.',
        bad: 'Ce téléphone ne fait pas confiance au boîtier : il peut le signaler de nouveau la nuit si la page se recharge, et sur Android aucune alarme ne s’affiche sur l’écran verrouillé. Installe son certificat.',
        badLink: 'Comment l’installer',
        away: 'Le boîtier ne répond pas. Le son et l’image continuent sans lui ; recharger la page ne marche pas.',
        unknown: 'Ce navigateur ne dit pas s’il fait confiance au boîtier.',
      },
    },
  },
  proof: {
    tryingAgain: 'Nouvel essai automatique.',
    notes: {
      'battery-low': 'La batterie du téléphone du bébé est faible. Mets-le en charge avant la nuit.',
      'baby-may-sleep':
        'Le téléphone du bébé peut s’endormir : sa page n’est pas devant, ou son écran peut s’éteindre. Ouvres-y la Station bébé.',
    },
    nobodyListening: 'Personne n’écoute.',
    nobodyListeningHint:
      'Ouvre la Station parents sur un autre téléphone, et mets-y le son. S’il y en a une d’ouverte, regarde si son Wi-Fi est allumé.',
    hearing: (count) => (count === 1 ? '1 parent l’entend.' : `${count} parents l’entendent.`),
    othersDropped: (count) =>
      count === 1
        ? 'Le téléphone d’un autre parent a disparu sans rien dire. Il n’y a peut-être plus que toi qui entends le bébé.'
        : `${count} autres téléphones de parents ont disparu sans rien dire. Il n’y a peut-être plus que toi qui entends le bébé.`,
    dropped: (count) =>
      count === 1
        ? 'Le téléphone d’un parent a disparu sans rien dire.'
        : `${count} téléphones de parents ont disparu sans rien dire.`,
  },

  noise: {
    title: 'Les bruits qui comptent',
    sentence: (name) => `${name} : un bruit qui dure, comme des pleurs.`,
    curve: 'Le bruit des cinq dernières minutes, avec la ligne à partir de laquelle un bruit compte',
    threshold: 'À partir de quelle force un bruit compte',
    thresholdWords: (db) =>
      `${db} décibels au-dessus de la chambre calme comptent après 30 secondes, un cri de ${db + 18} après 2`,
    keen: 'Compte chaque gémissement.',
    usual: 'Compte les grognements après 30 s et les cris après 2 s. Les portes ne comptent jamais.',
    dull: 'Ne compte que les pleurs forts.',
    hint: 'Glisse la ligne. Ce qui reste au-dessus compte : à gauche après 30 s, à droite après 2 s.',
    lineName: 'compte',
    ago: { shriek: '2 s', grizzle: '30 s', minutes: (minutes) => `${minutes} min`, now: '0 s' },
    lastSound: (ago) => `Dernier bruit il y a ${ago}`,
    soundNow: 'Un bruit en ce moment',
    noSound: 'Aucun bruit encore',
    unmeasured:
      'Le téléphone du bébé ne mesure pas le bruit, aucun ne compte donc. Écoute toi-même, et ne coupe pas le son de ce téléphone.',
    learning: 'Apprend comment sonne la chambre calme.',
    alarm: 'Me réveiller quand un bruit compte',
    gate: 'Silence jusqu’à ce qu’il y ait quelque chose à entendre',
    gateHint: 'Un souffle léger dit qu’il écoute. Un son du bébé l’ouvre aussitôt.',
    gateState: { off: '', closed: 'Silence maintenant. Il écoute.', open: 'Ouvert : tu entends la chambre.' },
    seconds: (seconds) => `${seconds} s`,
    minutes: (minutes) => `${minutes} min`,
  },

  movement: {
    title: 'Mouvement',
    sentence: (name) => `${name} : quelque chose bouge dans l’image.`,
    level: 'Mouvement dans l’image',
    words: { still: 'Calme', little: 'Un peu de mouvement', much: 'Beaucoup de mouvement' },
    unmeasured: 'Non surveillé : la Station bébé n’a pas d’image, ou sa page n’est pas devant.',
    alarm: 'Me réveiller quand quelque chose bouge un moment',
    region: 'Où guetter le mouvement',
    regionWords: (left, top, width, height) =>
      `${width} sur ${height} pour cent de l’image, ${left} pour cent depuis la gauche, ${top} pour cent depuis le haut`,
    draw: 'Choisir où regarder',
    done: 'Terminé',
    everywhere: 'Regarder partout',
    regionHint: 'Dessine sur l’image. Au clavier : les flèches la déplacent, Maj et flèches changent sa taille.',
  },
  timeline: {
    title: 'Journal',
    loading: 'Lecture de la nuit.',
    failed: 'Le journal ne peut pas être lu sur ce téléphone. Tout le reste continue.',
    states: {
      elsewhere: 'Un autre onglet de ce navigateur surveille le même bébé et tient le journal.',
      unavailable:
        'Ce navigateur ne garde rien : une fenêtre privée, ou le stockage est bloqué. Il n’y a pas de journal ; tout le reste continue.',
      full: 'Ce téléphone n’a plus de place, le journal n’est donc pas tenu. Tout le reste continue.',
    },
    night: 'Nuit',
    nightOf: (date) => `La nuit du ${date}`,
    empty: 'Rien encore.',
    legend:
      'De bas en haut : blanc pour enregistré, vert pour connecté, rouge pour un problème, lavande pour un mouvement. Gris : le bruit de chaque minute, ambre : un bruit qui a compté, ligne rouge : une alarme.',
    list: 'En liste',
    save: 'Sauvegarder en tableau',
    deleteNight: 'Supprimer cette nuit',
    deleteAll: 'Supprimer toutes les nuits',
    deleteNightQuestion: (date) => `Supprimer la nuit du ${date} de ce téléphone ? C’est définitif.`,
    deleteAllQuestion: 'Supprimer le journal de toutes les nuits de ce téléphone ? C’est définitif.',
    deleteYes: 'Supprimer',
    deleteNo: 'Garder',
    promise: 'Gardé sur ce téléphone seulement, pendant 7 jours.',
    summary: (name, from, to, counts) =>
      `${name}, de ${from} à ${to}. Bruits qui ont compté : ${counts.noise}. Mouvements : ${counts.movement}. Alarmes : ${counts.alarm}. Problèmes : ${counts.fault}. Enregistrements : ${counts.recording}.`,
    fromTo: (from, to) => `de ${from} à ${to}`,
    event: (when, name, what) => `${when}, ${name} : ${what}`,
    alarm: (when, name, what, acknowledged) =>
      `${when}, ${name} : alarme. ${what} ${acknowledged ? 'Quelqu’un était debout.' : 'Personne n’a dit être debout.'}`,
    battery: (level) => `batterie ${level}`,
    kinds: { noise: 'un bruit qui a compté', movement: 'mouvement', live: 'connecté', recording: 'enregistré' },
    alarms: { noise: 'Un bruit qui a compté.', movement: 'Quelque chose a bougé dans l’image.' },
    otherFault: 'Quelque chose n’allait pas.',
  },
}
