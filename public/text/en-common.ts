// What every page says. Sections follow the folders of public/; values that take something in are functions.

export const commonText = {
  shell: {
    /** BCP 47. */
    language: 'en',
    name: 'BeddyBytes',
    question: 'Which phone is this?',
    home: 'Home',
    open: 'Open BeddyBytes',
    tryAgain: 'Try again',
    promise: 'Sound and picture go from phone to phone and never leave this home.',
    babyStation: 'Baby Station',
    babyStationHint: 'For the phone beside the cot. It hears and sees.',
    parentStation: 'Parent Station',
    parentStationHint: 'For the phone beside you. Listen and watch.',
    account: 'Account',
    otherPhones: 'Other phones',
    inviteGuest: 'Invite a guest',
    signedInAs: (username: string) => `Logged in as ${username}`,
    logOut: 'Log out',
    /** Of pages that are loaded when they are opened; their other words are in files of their own. */
    titles: {
      account: 'Account',
      signIn: 'Log in',
      licence: 'Licence',
      addPhone: 'Add a phone',
      guests: 'Guests',
      join: 'Join with a code',
    },
    loading: 'Asking the box in your home.',
    loggingOut: 'Logging out.',
    unreachableTitle: 'The box cannot be reached',
    trustAgain: 'Was the box set up anew?',
    /** An address follows. */
    trustAgainHow:
      'Then this phone has to trust it again. Do that only at home, and only if the page there shows the fingerprint that the box prints when it starts:',
    unreachable:
      'Is this phone on your home Wi-Fi, and is the box switched on? A VPN or guest Wi-Fi keeps them apart. Trying again by itself.',
    errors: {
      unreachable: 'The box cannot be reached. Is this phone on your home Wi-Fi? Try again.',
      unexpected: 'The box answered in a way that this page does not understand. Reload the page and try again.',
      busy: 'Many phones are logging in at this moment. Wait a few seconds, then try again.',
      loggedOut: 'You were logged out. Log in again to go on.',
      tooManyAttempts: (wait: string) => `Too many attempts. Wait ${wait}, then try again.`,
    },
  },
  finding: {
    /** The rest is in en-finding.ts. */
    title: "Why can't my phone find it?",
  },
  recording: {
    record: 'Record',
    stop: 'Stop recording',
    notLoaded: 'The box cannot be reached, and recording needs it once to begin. Tap Record again in a moment.',
  },
}
