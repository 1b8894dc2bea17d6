// The welcome page's part of the catalogue in English. A file of its own, because the app's bundle has no use for it.

export const welcomeText = {
  language: 'en',
  title: 'Welcome to BeddyBytes',
  what: 'A baby monitor made of two phones and the box in your home. Sound and picture go straight from phone to phone and never leave this home.',
  why: 'Before the first use, let this phone know the box: then it can be sure that it really talks to it. It takes two minutes, once for each phone.',
  own: 'The owner of this box has given it a certificate. There is nothing to install.',

  check: {
    title: 'This phone and the box',
    waiting: 'Waiting for this phone to trust the box. This changes by itself.',
    good: 'This phone trusts the box',
    bad: 'Not everything works yet. The page was opened past a warning, or the last step is missing. Follow the steps below; this changes by itself.',
    page: 'Pages open safely',
    socket: 'The live connection opens',
    worker: 'The part that works in the background installs',
    symbols: { waiting: 'waiting', good: 'works', bad: 'not yet' },
    withoutScript:
      'With JavaScript switched off, this page cannot check by itself. Open the app: no warning means that it worked.',
    open: 'Open BeddyBytes',
  },

  steps: {
    title: 'How to do it',
    fetch: 'Get the certificate',
    fetchProfile: 'Get the profile',
    back: 'Come back to this page.',
    iphone: {
      name: 'iPhone and iPad',
      steps: [
        'Open this page in Safari, tap "Get the profile", then "Allow".',
        'Open Settings and tap "Profile Downloaded", then "Install", twice. If it is not there: General, then "VPN & Device Management".',
        'In Settings, open General, then About, then at the very bottom "Certificate Trust Settings". Switch on the line that begins with "BeddyBytes".',
      ],
      screens: [
        ['Settings', '*Profile Downloaded'],
        ['Certificate Trust Settings', '+BeddyBytes'],
      ],
    },
    android: {
      name: 'Android',
      steps: [
        'Tap "Get the certificate". It goes to your downloads.',
        'Open Settings, search for "CA certificate", and tap it. On most phones it is under Security & privacy, More security, Encryption & credentials, Install a certificate.',
        'Tap "Install anyway", choose beddybytes.crt from your downloads. Android may say later that the network could be monitored: this certificate counts for names and addresses inside a home only.',
      ],
      note: 'Firefox on Android needs one more thing: in its settings, About Firefox, tap the logo seven times; go back, open "Secret Settings" and switch on "Use third party CA certificates".',
      screens: [
        ['Install a certificate', '*CA certificate'],
        ['Your data won’t be private', '*Install anyway'],
      ],
    },
    windows: {
      name: 'Windows',
      steps: [
        'Click "Get the certificate" and open the file.',
        'Click "Install Certificate", then "Current User".',
        'Choose "Place all certificates in the following store", click "Browse", then "Trusted Root Certification Authorities". Finish, and answer Yes.',
        'Close all windows of the browser and open it again.',
      ],
      screens: [['Place all certificates in', '*Trusted Root Certification…']],
    },
    mac: {
      name: 'Mac',
      steps: [
        'Click "Get the certificate" and open the file. Keychain Access adds it.',
        'In Keychain Access, double-click the line that begins with "BeddyBytes" and open "Trust".',
        'Beside "When using this certificate" choose "Always Trust". Close the window and give your password.',
      ],
      screens: [['When using this certificate', '*Always Trust']],
    },
    linux: {
      name: 'Linux and ChromeOS',
      steps: [
        'Click "Get the certificate".',
        'In Chrome or Chromium, open chrome://certificate-manager, then "Local certificates", "Custom", "Installed by you", and under "Trusted certificates" click "Import".',
        'Choose beddybytes.crt, then start the browser again.',
      ],
      screens: [['Trusted certificates', '*Import']],
    },
    firefox: {
      name: 'Firefox on a computer',
      steps: [
        'Click "Get the certificate". If Firefox only saves it: Settings, Privacy & Security, "View Certificates", "Authorities", "Import".',
        'Tick "Trust this CA to identify websites" and click OK.',
      ],
      screens: [['Downloading Certificate', '+to identify websites']],
    },
  },

  fingerprint: {
    title: 'Is it really this box?',
    name: 'The certificate is called',
    hint: 'Its SHA-256 fingerprint. The box prints the same one when it starts (docker compose logs); iPhones show it under "More Details". If they differ, do not install it.',
  },

  places: {
    title: 'Bring another phone here',
    hint: 'Point its camera at a code, or type what is under it. Use the second one where the first is not found.',
    byName: 'By name',
    byAddress: 'By address',
    app: 'The app itself:',
  },

  without: {
    title: 'Go on without',
    losses: [
      'The browser warns, and warns again about every two months and when the box gets another address.',
      'On an iPhone, the live connection may be refused; a slower way is taken.',
      'What works in the background does not: nothing is kept for a start without the box, and the app cannot be installed properly.',
      'Nobody can tell this box from one that pretends to be it.',
    ],
    go: 'Go on without installing anything',
  },
} as const
