// The night watch's part of the catalogue in English. A file of its own, because nothing of it is needed for the first picture:
// only code that is loaded after that imports it. Sections follow the folders of public/.

export const nightText = {
  household: {
    verified: 'Verified',
    unverified: 'Not verified',
    verifiedHint: {
      parent: 'Sound and picture come from a phone of your household, and the box cannot listen in.',
      baby: 'Those who listen are phones of your household, and the box cannot listen in.',
    },
    /** How to verify. */
    unverifiedHint: {
      parent: {
        'no-secret-here':
          'This phone cannot tell whether the box listens in. To verify: on the phone beside the cot, or on one that is verified, open Add a phone, and scan its code with this phone.',
        'no-proof':
          'The Baby Station cannot prove which phone it is. To verify: on this phone open Add a phone, and scan its code with the phone beside the cot.',
        'other-secret':
          'The two phones were set up apart from each other. To verify: open Add a phone on one of them, and scan its code with the other.',
      },
      baby: {
        'no-secret-here':
          'This phone cannot keep a secret, so nobody can be verified. Is this a private window, or is storage blocked?',
        'no-proof':
          'A phone that listens cannot prove that it is of your household. Is it one of yours? To verify: on this phone open Add a phone, and scan its code with the other.',
        'other-secret':
          'A phone that listens was set up apart from this one. Is it one of yours? To verify: open Add a phone on one of them, and scan its code with the other.',
      },
      guest: 'Ask the family for a new link from a phone that is verified.',
    },
    refused: {
      parent: {
        changed:
          'The box has changed the keys of this connection, so somebody may want to listen in. It was refused. Look after the baby in another way, and find out who has changed the box. Trying again by itself.',
        unproven:
          'This Baby Station was verified before and now proves nothing, so somebody may want to listen in. It was refused. Was the browser of the phone beside the cot cleared? Then open Add a phone on this one, and scan its code with it.',
      },
      baby: {
        changed: (time: string) =>
          `The box has changed the keys of a connection to this phone, so somebody may want to listen in. It was refused, first at ${time}. Find out who has changed the box.`,
        unproven: (time: string) =>
          `A phone that was verified before and now proves nothing wanted to listen. It was refused, first at ${time}. Was its browser cleared? Then open Add a phone on this one, and scan its code with it.`,
      },
    },
    accept: 'Go on without a proof',
    notVerifiedItself:
      'This phone is not verified, so the other one will not be either. If you have a phone that is, open Add a phone there.',
    joinTitle: 'Verify this phone',
    joinQuestion: (username: string) =>
      `This phone is logged in as ${username} already. Have you just scanned the code of a phone of your own? Then it can be verified.`,
    joinReplaces: 'It was set up apart from that phone. From now on it goes with that one.',
    joinYes: 'Verify this phone',
    joined: 'This phone is verified with the one whose code you scanned.',
    joinFailed: 'This browser keeps nothing. Is this a private window, or is storage blocked?',
  },
  alarm: {
    since: (time: string, ago: string) => `Since ${time}, ${ago} ago`,
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number) => `${minutes} min`,
    also: 'Also:',
    awake: 'I am awake',
    pause: 'Pause for 2 minutes',
    paused: (left: string) => `The alarm is paused. It sounds again in ${left}, or at once for something new.`,
    silenced: 'The alarm is silent because somebody is awake. Something new makes it sound again.',
    notHeard:
      'This page makes no sound now: the browser allows it only after a tap. Tap anywhere on this page once, and turn the volume up.',
    cannotSound:
      'An alarm could not be heard now: the browser allows sound only after a tap. Tap anywhere on this page once.',
    notification: (advice: string) => `${advice} Tap to open BeddyBytes.`.trim(),
    over: {
      silence: (from: string, to: string) => `Was silent from ${from} to ${to}.`,
      picture: (from: string, to: string) => `The picture stood still from ${from} to ${to}.`,
      other: (sentence: string, from: string, to: string) => `${sentence} From ${from} to ${to}, over now.`,
    },
    seen: 'Seen',
    /** By what proof/faults.ts calls them. */
    causes: {
      'not-who-it-says': {
        sentence: 'The Baby Station cannot prove that it is yours.',
        advice: 'The connection was refused. Look after the baby, and read on this page what to do.',
      },
      'parent-offline': {
        sentence: 'This phone has no network.',
        advice: 'Its Wi-Fi may be off or out of reach, or the router is off. Look at the Wi-Fi of this phone.',
      },
      'battery-empty': {
        sentence: 'The baby’s phone has run out of battery.',
        advice: 'Look after the baby, and put its phone on the charger.',
      },
      'baby-closed': {
        sentence: 'The Baby Station was closed.',
        advice: 'Its page was closed or its phone restarted. Look after the baby, and tap Start there.',
      },
      'baby-unreachable': {
        sentence: 'The baby cannot be heard.',
        advice: 'The baby’s phone is out of Wi-Fi, off, or has crashed. Look after the baby.',
      },
      'baby-frozen': {
        sentence: 'The Baby Station does not answer.',
        advice: 'Its phone may be asleep, or another app is in front. Look after the baby, and wake its phone.',
      },
      'microphone-lost': {
        sentence: 'No sound comes from the baby’s phone.',
        advice: 'Its microphone is gone or taken by another app. Look after the baby and its phone.',
      },
      'microphone-muted': {
        sentence: 'The microphone of the baby’s phone is muted.',
        advice: 'A call, another app or a switch has muted it. Look after the baby and its phone.',
      },
      'microphone-silent': {
        sentence: 'The microphone of the baby’s phone hears nothing at all.',
        advice: 'No room is that quiet: it may be covered, switched off or broken. Look after the baby and its phone.',
      },
      'sound-blocked': {
        sentence: 'This phone does not play the sound.',
        advice: 'The browser has stopped it, as for a telephone call. Tap to listen.',
      },
      'camera-taken': {
        sentence: 'The camera of the baby’s phone is gone.',
        advice: 'Another app may have taken it. Sound goes on if nothing else is said here.',
      },
      'picture-frozen': {
        sentence: 'The picture stands still.',
        advice: 'What you see is old. Sound goes on if nothing else is said here.',
      },
      'battery-critical': {
        sentence: 'The battery of the baby’s phone is nearly empty.',
        advice: 'Put it on the charger.',
      },
      'weak-link': {
        sentence: 'The connection to the baby’s phone is weak.',
        advice: 'It breaks off again and again. Put both phones closer to the router.',
      },
    },
  },

  ready: {
    title: 'Ready for the night?',
    hint: 'Both phones are looked at for 10 seconds. Clap once beside the cot now, or let somebody clap there.',
    running: (seconds: number) => `Checking, ${seconds} s to go.`,
    again: 'Check again',
    close: 'Close',
    didYouHear: 'The alarm has just sounded, softly. Did you hear it?',
    yes: 'Yes',
    no: 'No',
    playAgain: 'Play it again',
    allowNotifications: 'Allow notifications',
    allGood: 'Ready. Good night.',
    noReport: 'Nothing is heard of the baby’s phone. Look whether the Baby Station runs.',
    notAll: (count: number) => (count === 1 ? 'One thing to look at.' : `${count} things to look at.`),
    verdicts: { good: 'good', bad: 'to do', unknown: 'not known', waiting: 'checking' },
    lines: {
      heard: {
        name: 'Alarm',
        good: 'You heard the alarm. It grows louder than this.',
        waiting: 'Answer the question above.',
        bad: 'Turn the volume of this phone up and its silent switch off, then play it again.',
        blocked: 'The browser allows no sound on this page yet. Tap “Play it again”.',
      },
      notifications: {
        name: 'Notifications',
        good: 'An alarm also stands on the lock screen.',
        bad: 'Allow them below, so that an alarm also stands on the lock screen.',
        denied:
          'They are blocked. Allow them by the lock beside the address, so that an alarm stands on the lock screen.',
        unknown: 'This browser has none for pages. Keep this page in front: the alarm sounds there.',
      },
      'own-awake': {
        name: 'This phone stays awake',
        good: 'Its screen stays on while this page is in front.',
        bad: 'Its screen may go off, and with some phones the sound. Keep this page in front and put the phone on the charger.',
        unknown: 'This browser cannot keep the screen on. Set the screen to stay on in the phone’s settings.',
      },
      'own-power': {
        name: 'Power of this phone',
        good: 'It is charging.',
        bad: (percent: number) => `Put it on the charger. Its battery has ${percent} %.`,
        unknown: 'This browser does not tell. Is it on the charger?',
      },
      'baby-awake': {
        name: 'The baby’s phone stays awake',
        good: 'Its page is in front and its screen stays on.',
        bad: 'Open the Baby Station on it, so that its page is in front, and put it on the charger.',
        unknown: 'Its browser cannot keep the screen on. Set the screen to stay on in that phone’s settings.',
      },
      'baby-power': {
        name: 'Power of the baby’s phone',
        good: 'It is charging.',
        bad: (percent: number) => `Put it on the charger. Its battery has ${percent} %.`,
        unknown: 'Its browser does not tell. Is it on the charger?',
      },
      picture: {
        name: 'Picture',
        good: 'It moves, at both ends.',
        bad: 'No new picture comes. Look whether another app has the camera of the baby’s phone.',
        unknown: 'Sound only: the Baby Station was started without a camera.',
      },
      microphone: {
        name: 'Microphone',
        good: 'It heard something loud.',
        bad: 'It heard nothing loud. Clap beside the cot while it checks, or look whether something covers the phone.',
        dead: 'No sound comes from it. Look whether it is muted or another app has it.',
        unknown: 'The baby’s phone does not measure how loud it is. Listen: do you hear the room?',
      },
      path: {
        name: 'Way between the phones',
        good: 'Straight, inside your home.',
        bad: 'Not straight. Put both phones into the same Wi-Fi.',
        unknown: 'This browser does not tell.',
      },
      signal: {
        name: 'Signal',
        good: (rttMs: number, lossPercent: number) => `Strong: ${rttMs} ms there and back, ${lossPercent} % lost.`,
        bad: (rttMs: number, lossPercent: number) =>
          `Weak: ${rttMs} ms there and back, ${lossPercent} % lost. Put both phones closer to the router.`,
        unknown: 'This browser does not tell.',
      },
      trust: {
        name: 'The box',
        good: 'This phone trusts its certificate, which renews itself.',
        bad: 'This phone does not trust the box: it may warn again in the night after a reload, and on Android no alarm stands on the lock screen. Install its certificate.',
        badLink: 'How to install it',
        away: 'The box does not answer. Sound and picture go on without it; a reload does not.',
        unknown: 'This browser does not tell whether it trusts the box.',
      },
    },
  },
  proof: {
    /** After the sentence and the advice of alarm.causes, where it is so. */
    tryingAgain: 'Trying again by itself.',
    /** Those that wake nobody. */
    notes: {
      'battery-low': 'The battery of the baby’s phone is low. Put it on the charger before the night.',
      'baby-may-sleep':
        'The baby’s phone may fall asleep: its page is not in front, or its screen may go off. Open the Baby Station on it.',
    },
    nobodyListening: 'Nobody is listening.',
    nobodyListeningHint:
      'Open the Parent Station on another phone, and turn its sound on. If one is open, look whether its Wi-Fi is on.',
    hearing: (count: number) => (count === 1 ? '1 parent hears it.' : `${count} parents hear it.`),
    othersDropped: (count: number) =>
      count === 1
        ? 'Another parent’s phone has dropped out without a word. You may be the only one who hears the baby.'
        : `${count} other parents’ phones have dropped out without a word. You may be the only one who hears the baby.`,
    dropped: (count: number) =>
      count === 1
        ? 'A parent’s phone has dropped out without a word.'
        : `${count} parents’ phones have dropped out without a word.`,
  },

  noise: {
    title: 'Sounds that matter',
    sentence: (name: string) => `${name}: a sound that lasts, such as crying.`,
    curve: 'How loud the last five minutes were, with the line from which a sound counts',
    threshold: 'From how loud a sound counts',
    /** `db` over the quiet room. */
    thresholdWords: (db: number) =>
      `${db} decibels above the quiet room counts after 30 seconds, a shriek of ${db + 18} after 2`,
    keen: 'Counts every whimper.',
    usual: 'Counts grizzling after 30 s and shrieks after 2 s. Doors never count.',
    dull: 'Counts loud crying only.',
    hint: 'Drag the line. What stays above it counts: at its left end after 30 s, at its right end after 2 s.',
    lineName: 'counts',
    ago: { shriek: '2 s', grizzle: '30 s', minutes: (minutes: number) => `${minutes} min`, now: 'now' },
    lastSound: (ago: string) => `Last sound ${ago} ago`,
    soundNow: 'A sound at this moment',
    noSound: 'No sound yet',
    unmeasured:
      'The baby’s phone does not measure sound, so none counts. Listen yourself, and keep this phone unmuted.',
    learning: 'Learning what the quiet room sounds like.',
    alarm: 'Wake me when a sound counts',
    gate: 'Quiet until there is something to hear',
    gateHint: 'A soft hiss says that it listens. A sound of the baby opens it at once.',
    gateState: { off: '', closed: 'Quiet now. It listens.', open: 'Open: you hear the room.' },
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number) => `${minutes} min`,
  },

  movement: {
    title: 'Movement',
    sentence: (name: string) => `${name}: something moves in the picture.`,
    level: 'Movement in the picture',
    words: { still: 'Still', little: 'A little movement', much: 'Much movement' },
    unmeasured: 'Not looked at: the Baby Station has no picture, or its page is not in front.',
    alarm: 'Wake me when something moves for a while',
    region: 'Where to look for movement',
    regionWords: (left: number, top: number, width: number, height: number) =>
      `${width} by ${height} percent of the picture, ${left} percent from the left, ${top} percent from the top`,
    draw: 'Choose where to look',
    done: 'Done',
    everywhere: 'Look everywhere',
    regionHint: 'Draw over the picture. With keys: arrows move it, Shift and arrows change its size.',
  },
  timeline: {
    title: 'Timeline',
    loading: 'Looking up the night.',
    failed: 'The timeline cannot be read on this phone. Everything else goes on.',
    states: {
      elsewhere: 'Another tab of this browser watches the same baby, and keeps the timeline.',
      unavailable:
        'This browser keeps nothing: a private window, or storage is blocked. There is no timeline; everything else goes on.',
      full: 'This phone has no room left, so the timeline is not kept. Everything else goes on.',
    },
    night: 'Night',
    nightOf: (date: string) => `The night of ${date}`,
    empty: 'Nothing yet.',
    legend:
      'From the bottom up: white is recorded, green is connected, red is trouble, lavender is movement. Grey is how loud it was in each minute, amber a sound that counted, a red line an alarm.',
    list: 'As a list',
    save: 'Save as a table',
    deleteNight: 'Delete this night',
    deleteAll: 'Delete all nights',
    deleteNightQuestion: (date: string) => `Delete the night of ${date} from this phone? It cannot be brought back.`,
    deleteAllQuestion: 'Delete the timeline of all nights from this phone? It cannot be brought back.',
    deleteYes: 'Delete',
    deleteNo: 'Keep it',
    promise: 'Kept on this phone only, for 7 days.',
    summary: (
      name: string,
      from: string,
      to: string,
      counts: Readonly<Record<'noise' | 'movement' | 'alarm' | 'fault' | 'recording', number>>,
    ) =>
      `${name}, ${from} to ${to}. Sounds that counted: ${counts.noise}. Movements: ${counts.movement}. Alarms: ${counts.alarm}. Troubles: ${counts.fault}. Recordings: ${counts.recording}.`,
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    event: (when: string, name: string, what: string) => `${when}, ${name}: ${what}`,
    alarm: (when: string, name: string, what: string, acknowledged: boolean) =>
      `${when}, ${name}: alarm. ${what} ${acknowledged ? 'Somebody was awake.' : 'Nobody said that they were awake.'}`,
    battery: (level: string) => `battery ${level}`,
    kinds: { noise: 'a sound that counted', movement: 'movement', live: 'connected', recording: 'recorded' },
    alarms: { noise: 'A sound that counted.', movement: 'Something moved in the picture.' },
    otherFault: 'Something was wrong.',
  },
} as const
