// en-finding.ts in French.

import type { findingText as English } from '../en-finding.ts'
import type { Words } from '../words.ts'

export const findingText: Words<typeof English> = {
  intro: 'Ce que ce téléphone peut tester lui-même :',
  testing: 'Test en cours.',
  testAgain: 'Tester de nouveau',
  opened: {
    name: (host) => `Cette page a été ouverte par le nom : ${host}. Le nom fonctionne sur ce téléphone.`,
    address: (host) => `Cette page a été ouverte par l’adresse : ${host}.`,
    itself: 'Cette page a été ouverte sur le boîtier lui-même, elle dit donc peu des autres téléphones.',
  },
  boxAnswers: 'Le boîtier répond à ce téléphone.',
  boxAway: 'Le boîtier ne répond pas maintenant. Est-il allumé, et ce téléphone est-il sur ton Wi-Fi ?',
  otherWorks: (url) => `${url} répond aussi.`,
  nameFails: (url) =>
    `${url} ne répond pas ici. Ce téléphone ne trouve pas le nom, ou ne fait pas encore confiance au boîtier à cet endroit : ouvre-le une fois pour voir. L’adresse fonctionne toujours aussi.`,
  addressFails: (url) =>
    `${url} ne répond pas ici. Le boîtier a peut-être changé d’adresse, ou ce téléphone ne lui fait pas encore confiance à cet endroit : ouvre-le une fois pour voir.`,
  noOther: 'Le boîtier ne se connaît pas d’autre adresse.',
  candidates: {
    hidden:
      'Ce navigateur propose son adresse aux autres téléphones sous un nom caché, comme le font les navigateurs. Cela marche dans la plupart des maisons ; tant qu’une page peut utiliser le microphone, c’est l’adresse elle-même qui est proposée.',
    address: (address) => `Ce téléphone propose ${address} aux autres téléphones.`,
    none: 'Ce navigateur ne propose aucune adresse aux autres téléphones : l’image et le son ne peuvent pas passer. C’est l’effet d’un VPN, d’un réglage de confidentialité ou d’une extension qui bloque WebRTC.',
    unsupported:
      'Ce navigateur n’a pas WebRTC, il ne peut donc ni envoyer ni recevoir image et son. Utilise Chrome, Firefox ou Safari.',
  },
  otherSubnet: (own, box) =>
    `Ce téléphone a ${own} et le boîtier a ${box} : ils semblent être dans deux réseaux. Voir « Deux réseaux » plus bas.`,
  sameSubnet: 'Ce téléphone et le boîtier sont dans le même réseau.',
  causesTitle: 'Ce que c’est le plus souvent',
  causes: [
    {
      name: 'Wi-Fi invité',
      words:
        'Un Wi-Fi invité sépare les appareils, souvent sous le nom d’isolation des clients ou isolation AP. Mets tous les téléphones et le boîtier sur ton propre Wi-Fi, ou désactive l’isolation dans le routeur.',
    },
    {
      name: 'VPN et relais privé',
      words:
        'Un VPN envoie tout hors de la maison. Désactive-le sur les deux téléphones, ou autorise les réseaux locaux dans ses réglages. Le relais privé iCloud et les économiseurs de données peuvent faire de même.',
    },
    {
      name: 'DNS privé (Android)',
      words:
        'Avec le DNS privé, et avec certains bloqueurs de publicité, Android demande à un serveur sur Internet les noms qui finissent par .local, et aucun ne les connaît. Mets « DNS privé » sur « Automatique » ou « Désactivé », ou ouvre le boîtier par son adresse.',
    },
    {
      name: 'Android ancien',
      words:
        'Avant Android 12, les navigateurs ne trouvent pas les noms qui finissent par .local. Ouvre le boîtier par son adresse et garde un favori.',
    },
    {
      name: 'Deux réseaux',
      words:
        'Un second routeur, un réseau maillé qui n’est pas en mode pont, ou les données mobiles font deux réseaux d’une seule maison. Les noms ne passent pas de l’un à l’autre, et les téléphones se joignent rarement. Utilise un seul routeur, ou mets le second en mode pont ou point d’accès.',
    },
    {
      name: 'L’autorisation du réseau local (iPhone, Mac, Android)',
      words:
        'Les systèmes récents demandent si un navigateur peut trouver des appareils sur ton réseau local. Si la réponse a été non, autorise-le : sur un iPhone dans Réglages, « Confidentialité et sécurité », « Réseau local ».',
    },
    {
      name: 'Une nouvelle adresse',
      words:
        'Les routeurs redistribuent les adresses. Si un favori avec des chiffres ne marche plus, cherche l’adresse du boîtier dans le routeur, et fais en sorte qu’il la garde.',
    },
  ],
  addressesTitle: 'Où est le boîtier maintenant',
}
