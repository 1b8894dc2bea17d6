// The catalogue of the page that helps phones find the box. A file of its own: no station's first frame waits for it.

export const findingText = {
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
        'With Private DNS, and with some ad blockers, Android asks a server on the internet for names that end in .local, which no such server knows. Set Private DNS to Automatic or Off, or open the box by its address.',
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
}
