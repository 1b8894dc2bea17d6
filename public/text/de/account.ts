// en-account.ts in German.

import type { accountText as English } from '../en-account.ts'
import type { Words } from '../words.ts'

export const accountText: Words<typeof English> = {
  changing: 'Das Passwort wird geändert.',
  deleting: 'Das Konto wird gelöscht.',
  firstTitle: 'Willkommen',
  firstHint:
    'Diese Box hat noch kein Konto. Wähl einen Benutzernamen und ein Passwort: Sie werden das erste Konto dieser Box.',
  loggedOut: 'Du wurdest abgemeldet. Melde dich an, um weiterzumachen.',
  username: 'Benutzername',
  password: 'Passwort',
  passwordHint: '10 bis 128 Zeichen.',
  newAccountPasswordHint: 'Ein neues Konto braucht ein Passwort mit 10 bis 128 Zeichen.',
  showCharacters: 'Zeichen anzeigen',
  logIn: 'Anmelden',
  createAccount: 'Konto anlegen',
  checking: 'Fragt die Box.',
  errors: {
    usernameMissing: 'Gib deinen Benutzernamen ein.',
    passwordMissing: 'Gib dein Passwort ein.',
    passwordLength: 'Das Passwort braucht 10 bis 128 Zeichen. Vier Wörter hintereinander sind leicht zu merken.',
    usernameLength: 'Der Benutzername braucht 1 bis 60 Buchstaben, Ziffern oder andere einfache Zeichen.',
    nameTaken: 'Diesen Benutzernamen gibt es auf dieser Box schon. Wähl einen anderen, oder melde dich mit ihm an.',
    registrationClosed: 'Diese Box nimmt keine neuen Konten an. Wer sie betreibt, kann sie erlauben.',
    wrongCredentials: 'Der Benutzername oder das Passwort stimmt nicht. Prüf beides und versuch es noch einmal.',
    wrongPassword: 'Das aktuelle Passwort stimmt nicht. Es wurde nichts geändert.',
    wrongDeletePassword: 'Das Passwort stimmt nicht. Es wurde nichts gelöscht.',
  },
  devicesTitle: 'Geräte',
  devicesLoading: 'Fragt die Box nach der Liste.',
  thisDevice: 'Dieses hier',
  lastUsed: (when) => `Zuletzt benutzt: ${when}`,
  remove: 'Entfernen',
  removed: (name) => `${name} ist abgemeldet.`,
  devicesHint:
    'Wo dieses Konto angemeldet ist. Entfernst du ein Gerät, ist es sofort abgemeldet, und eine Übertragung von ihm oder zu ihm endet.',
  passwordTitle: 'Passwort ändern',
  currentPassword: 'Aktuelles Passwort',
  newPassword: 'Neues Passwort',
  changePassword: 'Passwort ändern',
  passwordLogsOut:
    'Alle deine anderen Handys werden abgemeldet, auch eines, das gerade als Babystation läuft. Melde dich danach dort neu an.',
  passwordChanged: 'Das Passwort ist geändert. Deine anderen Handys sind abgemeldet.',
  licenceLink: 'Lizenz',
  deleteTitle: 'Konto löschen',
  deleteIntro: 'Entfernt alles, was die Box von dir weiß.',
  deleteOpen: 'Konto löschen',
  deleteQuestion: (username) => `${username} löschen?`,
  deleteLost: [
    'Benutzername und Passwort werden gelöscht.',
    'Alle deine Handys werden abgemeldet.',
    'Laufende Babystationen enden, und die Eltern sehen und hören sie nicht mehr.',
  ],
  deleteKept: 'Aufnahmen in den Downloads deiner Handys bleiben dort. Das lässt sich nicht rückgängig machen.',
  deletePassword: 'Dein Passwort',
  deleteConfirm: 'Alles löschen',
  deleteCancel: 'Konto behalten',
}
