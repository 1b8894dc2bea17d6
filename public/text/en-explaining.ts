// Why the Parent Station is not live and what to do, in English. Loaded when there is something to explain.

export const explainingText = {
  explanations: {
    choose: 'Choose a Baby Station.',
    'cannot-reach':
      'This phone cannot reach the baby’s phone. Are both on the same Wi-Fi? Guest Wi-Fi and a VPN keep phones apart. Trying again.',
    lost: 'The Baby Station was lost. Its phone may be off, asleep or out of Wi-Fi. Waiting for it to come back.',
    gone: 'The Baby Station has not come back: it was lost, or stopped while this phone was away. Look at its phone and tap Start there; this page joins it by itself.',
    'start-again':
      'The Baby Station was stopped, or its phone was logged out. When it is started again, this page joins it by itself.',
    'box-away': 'The box cannot be reached. Is it on, and is this phone on your home Wi-Fi? Trying again.',
    'box-away-playing': 'The box cannot be reached. What plays goes on.',
    'logged-out': 'You were logged out. What plays goes on; log in to connect again.',
    outdated: 'The box has been updated. Reload this page when it suits you.',
  },
  newcomer: (name: string) =>
    `New: ${name} was let in by another phone of yours. If that is nobody of yours, remove it in the account, under Devices.`,
  /** For a guest, where the words above ask for what a guest cannot do. */
  guestExplanations: {
    gone: 'The Baby Station has not come back: it was lost, or stopped while this phone was away. When it is started again, this page joins it by itself.',
    'logged-out': 'Asking the box whether your link still works.',
  },
  logIn: 'Log in again',
  awake: {
    unavailable: 'This browser cannot keep the screen on. Set the screen to stay on in the phone’s settings.',
    paused: 'The screen may go off: the phone does not allow it to stay on now. A charger often helps.',
  },
} as const
