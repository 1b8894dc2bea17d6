// The catalogue of visible text in English. Sections follow the folders of public/; values that take something in are functions.

export const en = {
  shell: {
    /** BCP 47; index.html says the same. */
    language: 'en',
    name: 'BeddyBytes',
    question: 'Which phone is this?',
    home: 'Home',
    promise: 'Sound and picture go from phone to phone and never leave this home.',
    babyStation: 'Baby Station',
    babyStationHint: 'For the phone beside the cot. It hears and sees.',
    parentStation: 'Parent Station',
    parentStationHint: 'For the phone beside you. Listen and watch.',
    account: 'Account',
    signedInAs: (username: string) => `Logged in as ${username}`,
    logOut: 'Log out',
    loading: 'Asking the box in your home.',
    loggingOut: 'Logging out.',
    unreachableTitle: 'The box cannot be reached',
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
  account: {
    signInTitle: 'Log in',
    changing: 'Changing the password.',
    deleting: 'Deleting the account.',
    firstTitle: 'Welcome',
    firstHint:
      'This box has no account yet. Choose a user name and a password: they become the first account of this box.',
    loggedOut: 'You were logged out. Log in to go on.',
    username: 'Username',
    password: 'Password',
    passwordHint: '10 to 128 characters.',
    newAccountPasswordHint: 'A new account needs a password of 10 to 128 characters.',
    showCharacters: 'Show characters',
    logIn: 'Log in',
    createAccount: 'Create account',
    checking: 'Checking with the box.',
    errors: {
      usernameMissing: 'Enter your user name.',
      passwordMissing: 'Enter your password.',
      passwordLength: 'The password needs 10 to 128 characters. Four words in a row are easy to remember.',
      usernameLength: 'The user name needs 1 to 60 letters, digits or other plain characters.',
      nameTaken: 'This user name is taken on this box. Choose another, or log in with it.',
      registrationClosed: 'This box takes no new accounts. The person who runs it can allow them.',
      wrongCredentials: 'The user name or the password is not right. Check both and try again.',
      wrongPassword: 'The current password is not right. Nothing was changed.',
      wrongDeletePassword: 'The password is not right. Nothing was deleted.',
    },
    title: 'Account',
    devicesTitle: 'Devices',
    devicesLoading: 'Asking the box for the list.',
    thisDevice: 'This one',
    lastUsed: (when: string) => `Last used ${when}`,
    remove: 'Remove',
    removed: (name: string) => `${name} is logged out.`,
    devicesHint: 'Where this account is logged in. Removing one logs it out at once, and a stream to or from it ends.',
    passwordTitle: 'Change the password',
    currentPassword: 'Current password',
    newPassword: 'New password',
    changePassword: 'Change password',
    passwordLogsOut:
      'All your other phones will be logged out, also one that is running as a Baby Station. Log in there again afterwards.',
    passwordChanged: 'The password is changed. Your other phones are logged out.',
    licenceLink: 'Licence',
    deleteTitle: 'Delete the account',
    deleteIntro: 'Removes everything that the box knows of you.',
    deleteOpen: 'Delete account',
    deleteQuestion: (username: string) => `Delete ${username}?`,
    deleteLost: [
      'The user name and the password are deleted.',
      'All your phones are logged out.',
      'Baby Stations that are running end, and parents stop seeing and hearing them.',
    ],
    deleteKept: 'Recordings in the Downloads of your phones stay there. This cannot be undone.',
    deletePassword: 'Your password',
    deleteConfirm: 'Delete everything',
    deleteCancel: 'Keep the account',
  },
  licence: {
    title: 'Licence',
    intro: 'Paste the licence that you were given. It is checked on the box itself; nothing is sent anywhere else.',
    field: 'Licence',
    save: 'Save licence',
    checking: 'Checking the licence.',
    notNeeded: 'This box asks for no licence. Everything works.',
    missing: 'There is no licence yet. It is needed to start a Baby Station.',
    valid: (name: string | undefined, until: string) =>
      name === undefined ? `The licence is valid until ${until}.` : `The licence of ${name} is valid until ${until}.`,
    grace: (ended: string, until: string) =>
      `The licence ended on ${ended}. Everything goes on working until ${until}. Paste a new one before then.`,
    expired: (ended: string) =>
      `The licence ended on ${ended}. What is running goes on; a new Baby Station needs a new licence.`,
    paste: 'Paste a licence',
    saved: 'The licence is saved.',
    errors: {
      empty: 'Paste the licence first. It is one long line of letters and digits.',
      bad: 'This is not a licence for this box, or a part of it is missing. Copy all of it and paste it again.',
    },
  },
  baby: {
    name: 'Station name',
    defaultName: 'Nursery',
    nameHint: 'What the other phone shows, for example Nursery.',
    microphone: 'Microphone',
    camera: 'Camera',
    automatic: 'This phone’s choice',
    noCamera: 'No camera',
    noCameraHint: 'Sound only. The camera is not asked for.',
    start: 'Start',
    stop: 'Stop',
    starting: 'Turning on. If the browser asks, allow the microphone and the camera.',
    startingSound: 'Turning on. If the browser asks, allow the microphone.',
    resumable: 'This Baby Station was running until its page was left. Tap Start to go on.',
    tips: 'Put this phone where it sees the cot, out of reach, and plug it in. Keep this page open.',
    on: 'On',
    notKnown: 'Telling the box.',
    watching: (count: number) =>
      count === 0
        ? 'No parent is connected.'
        : count === 1
          ? '1 parent is connected.'
          : `${count} parents are connected.`,
    soundOnly: 'Sound only',
    soundOnlyHint: 'The camera is off.',
    previewWaiting: 'Waiting for the camera.',
    forgetting: 'Stopped. The box cannot be reached yet; keep this page open and it will be told.',
    tryAgain: 'Try again',
    boxAway:
      'The box cannot be reached. Picture and sound go on. New parents can join when it is back; trying again by itself.',
    loggedOut: 'You were logged out. The Baby Station keeps running; parents who are connected go on hearing it.',
    logIn: 'Log in to let others join',
    logInHere: 'Log in again',
    outdated: 'The box has been updated. What runs goes on. When it suits you, tap Stop and reload this page.',
    missing: {
      audio: 'The microphone was taken away, perhaps by a telephone call. Parents hear nothing. Getting it back.',
      video: 'The camera was taken away, perhaps by another app. Sound goes on. Getting it back.',
    },
    awake: {
      unavailable:
        'This browser cannot keep the screen on. Set the screen to stay on in the phone’s settings, or it falls asleep.',
      paused: 'The screen may go off: the phone does not allow it to stay on now. A charger often helps.',
    },
    problems: {
      blocked:
        'This browser has blocked the microphone or the camera. Tap the sign beside the address, allow them for this page, then tap Try again. On an iPhone: tap the sign in the address bar, then Website Settings.',
      blockedSound:
        'This browser has blocked the microphone. Tap the sign beside the address, allow it for this page, then tap Try again. On an iPhone: tap the sign in the address bar, then Website Settings.',
      'no-microphone': 'No microphone was found. Plug one in or choose another one, then tap Try again.',
      'no-camera': 'No camera was found. Choose “No camera” for sound only, or plug one in, then tap Try again.',
      busy: 'Another app or page uses the microphone or the camera. Close it, then tap Try again.',
      unsupported:
        'This browser gives no page its microphone. Open this address in Chrome, Firefox or Safari itself, not inside another app.',
      unknown: 'The microphone or the camera did not turn on. Tap Try again; if it stays so, restart the phone.',
      name: 'Give the station a name of 1 to 60 letters, so that the other phone can show it.',
      'stopped-elsewhere':
        'This Baby Station was stopped from another phone, or its log-in was ended there. Camera and microphone are off.',
      'logged-out': 'You were logged out. Log in again, then tap Start.',
      'licence-missing': 'This box needs a licence to start a Baby Station.',
      'licence-expired': 'The licence of this box has ended. A new one is needed to start a Baby Station.',
      'too-many': 'Too many Baby Stations are running on this account. Stop one of them, then tap Try again.',
      taken: 'The box could not begin this session. Tap Try again.',
    },
    licenceLink: 'Enter the licence',
    zoomControls: 'Zoom',
  },
  parent: {
    stations: 'Baby Stations',
    since: (time: string) => `since ${time}`,
    lost: 'lost',
    status: {
      connecting: 'Connecting',
      live: 'Live',
      reconnecting: 'Reconnecting',
      stopped: 'Baby Station stopped',
    },
    proof: (seconds: number) => (seconds < 1 ? 'Checked just now' : `Checked ${seconds} s ago`),
    ago: (seconds: number) => (seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`),
    lastProof: (ago: string) => `Last sound or picture ${ago} ago`,
    explanations: {
      'none-running':
        'No Baby Station is running. On the phone beside the cot, open this address, log in, tap Baby Station, then Start. It appears here by itself.',
      choose: 'Choose a Baby Station.',
      'cannot-reach':
        'This phone cannot reach the baby’s phone. Are both on the same Wi-Fi? Guest Wi-Fi and a VPN keep phones apart. Trying again.',
      lost: 'The Baby Station was lost. Its phone may be off, asleep or out of Wi-Fi. Waiting for it to come back.',
      'lost-playing':
        'The baby’s phone no longer answers the box; its page may be asleep. What plays goes on for now. Look at its phone when you can.',
      gone: 'The Baby Station has not come back: it was lost, or stopped while this phone was away. Look at its phone and tap Start there; this page joins it by itself.',
      'start-again':
        'The Baby Station was stopped, or its phone was logged out. When it is started again, this page joins it by itself.',
      'no-picture': 'Sound goes on, but no picture comes. Another app may have taken the camera.',
      'no-sound': 'No sound comes from the Baby Station. Its microphone may have been taken by another app.',
      'box-away': 'The box cannot be reached. Is it on, and is this phone on your home Wi-Fi? Trying again.',
      'box-away-playing': 'The box cannot be reached. What plays goes on.',
      'logged-out': 'You were logged out. What plays goes on; log in to connect again.',
      outdated: 'The box has been updated. Reload this page when it suits you.',
    },
    newcomer: (name: string) =>
      `New: ${name} was let in by another phone of yours. If that is nobody of yours, remove it in the account, under Devices.`,
    /** For a guest, where the words above ask for what a guest cannot do. */
    guestExplanations: {
      'none-running': 'The Baby Station is not running now. When it is started, this page joins it by itself.',
      gone: 'The Baby Station has not come back: it was lost, or stopped while this phone was away. When it is started again, this page joins it by itself.',
      'lost-playing': 'The baby’s phone no longer answers the box; its page may be asleep. What plays goes on for now.',
      'logged-out': 'Asking the box whether your link still works.',
    },
    logIn: 'Log in again',
    mute: 'Mute',
    fullScreen: 'Full screen',
    tapToListen: 'Tap to listen',
    video: 'Picture from the Baby Station',
    soundOnly: 'Sound only',
    level: 'Sound level',
    awake: {
      unavailable: 'This browser cannot keep the screen on. Set the screen to stay on in the phone’s settings.',
      paused: 'The screen may go off: the phone does not allow it to stay on now. A charger often helps.',
    },
  },
  joining: {
    others: 'Other phones',
    addPhone: 'Add a phone',
    making: 'Asking the box for a code.',
    scan: 'Open the camera on the other phone and point it at one of these. The second is for phones that do not find the name.',
    qrLabel: { name: 'QR code with the box’s name', address: 'QR code with the box’s address' },
    linkKind: { name: 'By name', address: 'By address' },
    warns: (url: string) =>
      `If the other phone warns about the connection, open ${url} on it first: that page says what to do, once for each phone.`,
    orType: 'Or open one of the two on the other phone and type these six letters:',
    lettersEnded:
      'Wrong letters were typed too often, so the letters are off. Scan the code, or close this page and open it again.',
    left: (time: string) =>
      `Works once, for ${time} more. Keep this page open: it asks you before the other phone is let in.`,
    letInQuestion: (name: string) => `Let “${name}” in?`,
    letInHint:
      'Say yes only if the other phone in front of you shows the same name. It can then do all that this phone can.',
    letIn: 'Let it in',
    sendAway: 'No',
    lettingIn: (name: string) => `Waiting for ${name} to log in.`,
    hasJoined: (name: string) => `${name} is logged in.`,
    sentAway: (name: string) => `${name} was not let in.`,
    codeEnded: 'The code has ended. It works once, for five minutes.',
    newCode: 'Show a new code',
    joinTitle: 'Join with a code',
    joinInstead: 'Join with a code from another phone',
    joinHint: 'The code is here. Give this phone a name, so that the other phone can ask about it.',
    joinWhere: 'On a phone that is logged in, tap Add a phone: it shows a code.',
    letters: 'Six letters',
    lettersHint: 'As the other phone shows them.',
    phoneName: 'Name of this phone',
    phoneNameHint: 'For example Grandma’s phone. Without one, the browser’s name is shown.',
    join: 'Join',
    asking: 'Asking the other phone.',
    waitingForYes: (name: string) => `Now look at the other phone: it asks whether to let “${name}” in.`,
    joining: 'Logging in.',
    alreadyIn: (username: string) => `This phone is logged in as ${username} already. There is nothing to do.`,
    newcomer: (name: string, when: string) => `New: ${name} was let in on ${when}.`,
    newcomerHint: 'If that is nobody of yours, remove it under',
    newcomerSeen: 'All right',
    guestsTitle: 'Guests',
    guestsIntro:
      'Somebody in your home Wi-Fi may watch and hear one Baby Station, until a time that you choose. A guest needs no account and sees nothing else.',
    guestsLoading: 'Asking the box for the guests.',
    noStation: 'No Baby Station is running. Start the one that your guest may watch, then come back.',
    lookAgain: 'Look again',
    guestStation: 'Baby Station',
    guestUntil: 'Until',
    stays: {
      hour: 'In one hour',
      evening: 'In four hours',
      morning: 'Eight in the morning',
      day: 'This time tomorrow',
      week: 'In one week',
      own: 'Another time',
    },
    ownTime: 'Ends at',
    guestName: 'Who it is for',
    guestNamePreset: 'Guest',
    invite: 'Invite a guest',
    guestLink: 'Guest link',
    guestLinkHint: (name: string, station: string, until: string) =>
      `For ${name}: ${station}, until ${until}. Whoever has the link can watch, so send it to nobody else. It is shown only now.`,
    copyLink: { name: 'Copy the link by name', address: 'Copy the link by address' },
    copied: 'Copied.',
    guestLinks: 'Guest links',
    guestLinksHint: 'Ending one stops picture and sound at once.',
    guestMay: (station: string, until: string) => `${station}, until ${until}`,
    neverOpened: 'Not opened yet',
    endGuest: 'End',
    mayWatchUntil: (until: string) => `You may watch until ${until}.`,
    guestOverTitle: 'This guest link has ended',
    guestOver: 'Its time is over, or the family has ended it. Ask them for a new one if you still need it.',
    errors: {
      codeOver: 'This code is wrong, used or too old. Show a new one on the other phone, then type its letters.',
      lettersMissing: 'Type the six letters that the other phone shows.',
      name: 'The name needs 1 to 60 letters, digits or other plain characters.',
      notLetIn: 'The other phone did not let this one in, or the code has ended. Show a new one there to try again.',
      tooLate: 'Nobody answered on the other phone in time. Show a new code there to try again.',
      stationGone: 'That Baby Station is not running any more. Look again.',
      time: 'Choose a time to come, at most 31 days away.',
      tooManyGuests: 'There are too many guest links. End some first.',
    },
  },
  finding: {
    title: "Why can't my phone find it?",
    intro: 'What this phone can test by itself:',
    testing: 'Testing.',
    testAgain: 'Test again',
    opened: {
      name: (host: string) => `This page was opened by name: ${host}. The name works on this phone.`,
      address: (host: string) => `This page was opened by address: ${host}.`,
      itself: 'This page was opened on the box itself, so it tells little about other phones.',
    },
    boxAnswers: 'The box answers this phone.',
    boxAway: 'The box does not answer now. Is it on, and is this phone on your home Wi-Fi?',
    otherWorks: (url: string) => `${url} answers too.`,
    nameFails: (url: string) =>
      `${url} does not answer here. This phone does not find the name, or does not trust the box there yet: open it once to see. The address always works too.`,
    addressFails: (url: string) =>
      `${url} does not answer here. The box may have another address by now, or this phone does not trust the box there yet: open it once to see.`,
    noOther: 'The box knows no other address for itself.',
    candidates: {
      hidden:
        'This browser offers its address to other phones under a hidden name, as browsers do. That works in most homes; while a page may use the microphone, the address itself is offered.',
      address: (address: string) => `This phone offers ${address} to other phones.`,
      none: 'This browser offers no address to other phones: picture and sound cannot come through. A VPN, a privacy setting or an add-on that blocks WebRTC does that.',
      unsupported:
        'This browser has no WebRTC, so it can neither send nor get picture and sound. Use Chrome, Firefox or Safari.',
    },
    otherSubnet: (own: string, box: string) =>
      `This phone has ${own} and the box has ${box}: they seem to be in two networks. See “Two networks” below.`,
    sameSubnet: 'This phone and the box are in the same network.',
    causesTitle: 'What it mostly is',
    causes: [
      {
        name: 'Guest Wi-Fi',
        words:
          'Guest Wi-Fi keeps devices apart, often under the name of client isolation or AP isolation. Put all phones and the box into your own Wi-Fi, or turn isolation off in the router.',
      },
      {
        name: 'VPN and private relay',
        words:
          'A VPN sends everything out of the house. Turn it off on both phones, or allow local networks in its settings. iCloud Private Relay and data savers can do the same.',
      },
      {
        name: 'Private DNS (Android)',
        words:
          'With Private DNS, and with some ad blockers, Android asks a server on the internet for beddybytes.local, which cannot know it. Set Private DNS to Automatic or Off, or open the box by its address.',
      },
      {
        name: 'Old Android',
        words:
          'Before Android 12, browsers do not find names that end in .local. Open the box by its address and keep a bookmark.',
      },
      {
        name: 'Two networks',
        words:
          'A second router, a mesh that is not in bridge mode, or mobile data make two networks out of one home. Names do not pass between them, and phones seldom reach each other. Use one router, or put the second one into bridge or access point mode.',
      },
      {
        name: 'The local network permission (iPhone, Mac, Android)',
        words:
          'Newer systems ask whether a browser may find devices on your local network. If that was answered with no, allow it: on an iPhone in Settings, Privacy & Security, Local Network.',
      },
      {
        name: 'A new address',
        words:
          'Routers hand out addresses anew. If a bookmark with numbers stopped working, look up the box’s address in the router, and let the router keep it.',
      },
    ],
    addressesTitle: 'Where the box is now',
  },
  zoom: {
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    reset: 'Reset zoom',
    level: (scale: number) => `${scale.toFixed(1)} times`,
    picture:
      'Camera picture. Pinch or scroll to zoom, drag to move. On a keyboard: plus, minus, arrow keys, 0 for all.',
  },
  recording: {
    record: 'Record',
    stop: 'Stop recording',
    notLoaded: 'The box cannot be reached, and recording needs it once to begin. Tap Record again in a moment.',
  },
}
