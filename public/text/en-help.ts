// The manual's part of the catalogue in English. A file of its own, because only the build reads it: the manual is a page without
// code, so that it can be read wherever and whenever.

export const helpText = {
  title: 'Manual',
  name: 'BeddyBytes',
  home: 'Home',
  contents: 'What is in it',
  lead: 'Two phones and a box in your home: one phone beside the cot, one beside you. This page stays on a phone that trusts the box, so it can be read without the box, too.',

  /** In the order in which they are read; each has the picture of its name. */
  sections: {
    'first-evening': {
      title: 'The first evening',
      picture: 'The first screen, which asks which phone this is, with a card for each station.',
      what: 'Do this by day, with both phones in your hands.',
      steps: [
        'Open the address of the box on both phones. The box shows it when it starts, with a code for the camera: http://beddybytes.local, or the one with four numbers.',
        'Let each phone trust the box. The page says how, for this phone, and turns green by itself. It takes two minutes, once.',
        'Make an account on the first phone. Open “Add a phone” there, and scan its code with the other phone: no password is typed, and from then on the two can prove to each other who they are.',
        'Put the phone beside the cot on its charger, its cable out of reach, its camera towards the baby. Tap Baby Station, give it a name, tap Start, and allow microphone and camera.',
        'On your own phone tap Parent Station. The picture comes by itself. If a button asks you to listen, tap it once: browsers play no sound before a tap.',
        'Tap “Ready for the night?” and clap once beside the cot. It plays the alarm softly and goes through both phones. What is not good says what to do.',
      ],
      notes: [
        'Other parents do the same with their phones; a grandmother gets a link by “Invite a guest”, which ends by itself.',
        'If a phone does not find the box, both may be in different networks. Guest Wi-Fi and VPNs keep phones apart. “Why can’t my phone find it?” on the log-in page looks into it.',
      ],
    },
    iphone: {
      title: 'iPhone and iPad',
      picture: 'The page that helps an iPhone to trust the box, with its steps and small drawings of the settings.',
      what: 'Use Safari, and keep the page in front.',
      steps: [
        'Trust: get the profile in Safari, install it under Settings, Profile Downloaded, then switch it on under General, About, Certificate Trust Settings. Without the last step nothing is trusted.',
        'On the home screen: tap “Share”, then “Add to Home Screen”. Notifications exist on iPhones only for an app that is opened from there.',
        'Before the night: silent switch off, volume up, charger in, and the station in front.',
      ],
      notes: [
        'An iPhone stops a page when its screen is locked or another app comes in front, at once or a little later. Then the Baby Station sees and hears nothing, and the Parent Station on another phone says so and sounds. A Parent Station that is stopped cannot sound.',
        'Both stations keep the screen on by themselves. For an app on the home screen, iOS can do that from 18.4 on; before, open the station in Safari instead, or set “Auto-Lock” to “Never”.',
        'A telephone call takes the microphone away for as long as it lasts. Focus or Do Not Disturb keeps calls out.',
        'iPhones do not let pages vibrate.',
      ],
    },
    android: {
      title: 'Android',
      picture: 'The check “Ready for the night?” with a line for each thing that it has looked at.',
      what: 'Use Chrome or another browser of its kind.',
      steps: [
        'Trust: get the certificate, then search the settings for “CA certificate” and install it from your downloads. Firefox needs one more setting; the page says which.',
        'Install: tap “Install the app” on the home page, or “Add to home screen” in the browser’s menu. A long press on the icon then leads straight to either station.',
        'Notifications: allow them in “Ready for the night?” An alarm then stands on the lock screen as well. This works only on a phone that trusts the box.',
      ],
      notes: [
        'The Parent Station goes on sounding with the screen off or another app in front. Some makers stop what runs in the background all the same: in the settings, set the battery use of your browser to “unrestricted”, and try it out once.',
        'The Baby Station needs its page in front: a camera stops when another app comes over it.',
        'Names that end in .local work from Android 12 on, but not with every Private DNS or ad blocker. The address with four numbers always works.',
      ],
    },
    'screen-and-battery': {
      title: 'Screen and battery',
      picture: 'A Baby Station that runs, with its picture, its name and the button Stop.',
      what: 'A camera that runs all night needs a charger. Everything else here makes it easier.',
      steps: [
        'Plug both phones in. Lay them where air comes to them: not under a pillow, not on the mattress.',
        '“Dim” on the Baby Station turns the screen black, with a clock that moves so that nothing burns in. The camera goes on, and one tap brings the screen back.',
        'If the baby’s phone grows hot, choose a lower picture quality, or “No camera”: sound alone needs a fraction of it.',
      ],
      notes: [
        'Neither page lets the screen turn off, where the phone allows that. If it says that the screen may turn off, switch that off in the phone’s own settings.',
        'Both batteries are watched where the browser tells: a notice at 20 %, an alarm at 10 %. iPhones and Firefox do not tell.',
      ],
    },
    'night-sound': {
      title: 'Sound at night',
      picture:
        'The sounds on the Parent Station: the last five minutes as a curve, and the line from which a sound counts.',
      what: 'Two things sound: the baby, and the alarm.',
      steps: [
        'Set the volume of the phone so that the alarm wakes you; “Ready for the night?” plays it softly first. How loud the baby is, you set on the page.',
        'Under “Sounds that matter”, drag the line to where a sound should count. A shriek counts after two seconds, grizzling after half a minute, a door never.',
        '“Quiet until there is something to hear” plays soft noise instead of the empty room, and opens for sounds. When no news comes it opens too.',
      ],
      notes: [
        'The alarm sounds when something is wrong with the connection, the sound or the picture for five seconds and does not mend itself. It begins softly, grows, and goes on until somebody taps “I am awake”. A pause lasts two minutes at most.',
        'A noise machine, or the noise and songs of the Baby Station itself, is learnt as silence within a minute or so, so that it neither alarms nor hides the baby.',
        'What you say with “Talk” is heard at the cot while you hold it, and the baby’s sound becomes softer meanwhile so that nothing howls.',
      ],
    },
    private: {
      title: 'What is private, and why',
      picture: 'The line Verified on a Parent Station, with what it means.',
      what: 'Sound and picture go from phone to phone, encrypted, and never leave your home. There is no cloud.',
      steps: [
        'The box only introduces the phones to each other. It gets no sound, no picture and no recording, and it sends nothing out.',
        'It keeps names, passwords that cannot be read back, log-ins and running sessions. Deleting the account deletes all of it.',
        'Recordings, snapshots and the timeline stay on the phone that made them.',
      ],
      notes: [
        '“Verified” means: both phones have proved who they are with a secret that the box does not know, so it could not listen in even if it wanted to. “Not verified” works too; to change it, scan the code of “Add a phone” with the other phone.',
        'A microphone or camera is only ever turned on by a person who taps Start on that phone. Nobody can do it from elsewhere.',
        'A guest sees and hears the one station until the time that you set, and nothing else. Under Account you can remove any phone; its picture ends at once.',
        'Who controls the box, your Wi-Fi or one of the phones is inside your home, and this cannot keep them out: the pages themselves come from the box.',
      ],
    },
    'no-promise': {
      title: 'What cannot be promised',
      picture: 'The alarm: a red page that says what is wrong, since when, and what to do.',
      what: 'This is no medical device, and it does not replace looking after your baby.',
      steps: [
        'A phone that is off, out of battery, crashed or stopped by its system cannot sound an alarm. Keep yours charged, in front, and with the volume up.',
        'Without Wi-Fi there is no sound and no picture. The alarm then sounds on your phone within about ten seconds, and goes on until you are awake.',
        'Phones differ, and updates change them. Try a whole evening with yours before you rely on it.',
      ],
      notes: [
        '“Live” is said only while it is proven: pictures come, sound comes, and the baby’s phone has answered a moment ago. When that is not so, the page says so within seconds.',
        'Whether a baby breathes cannot be seen or heard by it.',
        'It was tried with Chromium and Firefox on computers, not with every phone. What is said here of iPhones is known from Apple’s documents and from reports of others.',
      ],
    },
  },
} as const
