// The catalogue of the Baby Station. A file of its own, so that a page loads its own words alone.

export const babyText = {
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
  picture: 'Camera picture',
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
} as const
