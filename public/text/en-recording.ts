// What the Parent Station says about recordings, in English. A file of its own, because it is loaded after the first picture.

import type { Failure } from '../recording/recording-state.ts'

export const recordingText = {
  language: 'en',
  running: (elapsed: string, size: string) => `Recording ${elapsed}, ${size}`,
  inMemory:
    'This browser keeps the recording in its memory only: leave this page open until it is saved. A long one may become too large.',
  progress: 'Saving the recording',
  finishing: (percent: number) => `Saving the recording, ${percent} %`,
  saved: (fileName: string) => `Saved in Downloads: ${fileName}`,
  failures: {
    unsupported: 'This browser cannot record. Chrome, Firefox and Safari can.',
    'no-stream': 'There is nothing to record yet. Wait for the picture or the sound, then tap Record again.',
    'nothing-recorded': 'Nothing was recorded: no picture or sound arrived in that time.',
    'not-loaded': '',
    full: 'This phone is full, so the recording has ended. Delete something, then tap Record again.',
    broke: 'The recording broke off.',
  } satisfies Record<Failure, string>,
  rest: (fileName: string) => `What there was is in Downloads: ${fileName}`,
  size: (megabytes: string) => `${megabytes} MB`,

  lastMinute: 'Save last minute',
  lastMinuteEmpty: 'There is nothing to save yet. The last minute is kept from now on.',
  snapshot: 'Snapshot',
  snapshotFailed: 'There is no picture to take just now.',

  lostTitle: 'Not saved yet',
  lost: 'The page was closed or broke off before this was saved. It is still on this phone.',
  saveLost: (time: string) => `Save the recording of ${time}`,
  deleteLost: (time: string) => `Delete the recording of ${time}`,
  about: (station: string, day: string, size: string) => `${station}, ${day}, ${size}`,
  taken: 'Another tab has this recording open. Look there.',
  deleteQuestion: 'Delete it for ever?',
  deleteYes: 'Delete for ever',
  deleteNo: 'Keep it',

  options: 'Recording settings and copies',
  soundOnly: 'Record sound only',
  minutePicture: 'Keep the picture of the last minute, too',
  minuteHint:
    'The last minute of sound is always kept on this phone, for "Save last minute", and then forgotten. The picture costs battery on phones that cannot record H.264.',
  copies: 'Copies of what is in Downloads. Each is deleted after a week.',
  saveCopy: (time: string) => `Save the recording of ${time} again`,
} as const
