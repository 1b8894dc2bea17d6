// en-recording.ts in German.

import type { recordingText as English } from '../en-recording.ts'
import type { Words } from '../words.ts'

export const recordingText: Words<typeof English> = {
  language: 'de',
  running: (elapsed, size) => `Nimmt auf: ${elapsed}, ${size}`,
  inMemory:
    'Dieser Browser behält die Aufnahme nur im Arbeitsspeicher: Lass diese Seite offen, bis sie gespeichert ist. Eine lange kann zu groß werden.',
  progress: 'Die Aufnahme wird gespeichert',
  finishing: (percent) => `Die Aufnahme wird gespeichert, ${percent} %`,
  saved: (fileName) => `In den Downloads gespeichert: ${fileName}`,
  failures: {
    unsupported: 'Dieser Browser kann nicht aufnehmen. Chrome, Firefox und Safari können es.',
    'no-stream': 'Es gibt noch nichts aufzunehmen. Warte auf Bild oder Ton und tipp dann noch einmal auf „Aufnahme“.',
    'nothing-recorded': 'Es wurde nichts aufgenommen: In der Zeit kam weder Bild noch Ton.',
    'not-loaded': '',
    full: 'Dieses Handy ist voll, deshalb ist die Aufnahme zu Ende. Lösch etwas und tipp dann noch einmal auf „Aufnahme“.',
    broke: 'Die Aufnahme ist abgebrochen.',
  },
  rest: (fileName) => `Was es davon gab, ist in den Downloads: ${fileName}`,
  size: (megabytes) => `${megabytes} MB`,

  lastMinute: 'Letzte Minute speichern',
  lastMinuteEmpty: 'Es gibt noch nichts zu speichern. Ab jetzt wird die letzte Minute behalten.',
  snapshot: 'Foto',
  snapshotFailed: 'Gerade gibt es kein Bild zum Aufnehmen.',

  lostTitle: 'Noch nicht gespeichert',
  lost: 'Die Seite wurde geschlossen oder brach ab, bevor das gespeichert war. Es ist noch auf diesem Handy.',
  saveLost: (time) => `Aufnahme von ${time} speichern`,
  deleteLost: (time) => `Aufnahme von ${time} löschen`,
  about: (station, day, size) => `${station}, ${day}, ${size}`,
  taken: 'Diese Aufnahme ist in einem anderen Tab offen. Sieh dort nach.',
  deleteQuestion: 'Für immer löschen?',
  deleteYes: 'Für immer löschen',
  deleteNo: 'Behalten',

  options: 'Einstellungen und Kopien von Aufnahmen',
  soundOnly: 'Nur den Ton aufnehmen',
  minutePicture: 'Auch das Bild der letzten Minute behalten',
  minuteHint:
    'Die letzte Minute Ton wird immer auf diesem Handy behalten, für „Letzte Minute speichern“, und dann vergessen. Das Bild kostet Akku auf Handys, die nicht in H.264 aufnehmen können.',
  copies: 'Kopien von dem, was in den Downloads ist. Jede wird nach einer Woche gelöscht.',
  saveCopy: (time) => `Aufnahme von ${time} noch einmal speichern`,
}
