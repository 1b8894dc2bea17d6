// Everything about recordings that is loaded after the first picture, put together.

import { effect, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import { recordingText } from '../text/en-recording.ts'
import { phoneStorage } from '../signalling/storage.ts'
import { createDisk } from './disk.ts'
import { fileName } from './file-name.ts'
import { finishInWorker } from './finish.ts'
import { handOverAsDownload } from './hand-over.ts'
import { createKeep } from './keeping.ts'
import { createMinute } from './minute.ts'
import type { Minute } from './minute.ts'
import { createMinuteSetting } from './minute-setting.ts'
import { Panel } from './panel.ts'
import { startPart } from './part.ts'
import { createRecorder } from './recorder.ts'
import type { Recorder } from './recorder.ts'
import type { Source } from './recording.ts'
import { createShelf } from './shelf.ts'
import type { Shelf } from './shelf.ts'
import { takeSnapshot } from './snapshot.ts'

export interface Room {
  readonly Panel: typeof Panel
  readonly recorder: Recorder
  readonly minute: Minute
  readonly shelf: Shelf
  readonly soundOnly: Signal<boolean>
  /** The name of the last one; `failed` when there was no picture. */
  readonly snapshot: ReadonlySignal<Snapshot>
  follow(source: Source): void
  start(stream: MediaStream, stationName: string): void
  takeSnapshot(stream: MediaStream, stationName: string): Promise<void>
  keepPictureOfMinute(yes: boolean): void
  close(): void
}

export type Snapshot = { readonly state: 'none' | 'failed' } | { readonly state: 'saved'; readonly fileName: string }

export function createRoom(): Room {
  const disk = createDisk()
  const now = (): Date => new Date()
  const random = (): number => Math.random()
  const isSupported = (mimeType: string): boolean =>
    typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported(mimeType)
  const keep = createKeep({ disk, finish: finishInWorker, random })
  const setting = createMinuteSetting(phoneStorage(), isSupported)
  const soundOnly = signal(false)
  const snapshot = signal<Snapshot>({ state: 'none' })
  const shelf = createShelf({
    disk,
    finish: finishInWorker,
    handOver: handOverAsDownload,
    language: recordingText.language,
  })
  const minute = createMinute({
    now,
    random,
    isSupported,
    hasPicture: setting.read(),
    startPart,
    finish: finishInWorker,
    handOver: handOverAsDownload,
    disk,
  })
  const recorder = createRecorder({
    now,
    isSupported,
    startPart,
    keep,
    handOver: handOverAsDownload,
    listen: minute.listen,
    place: disk === null ? 'memory' : 'storage',
    page: globalThis,
  })
  const open = new AbortController()
  let stopFollowing = (): void => undefined
  const stopLooking = effect(() => {
    // What is being recorded is on no shelf; what was saved, or left by another tab, is.
    void recorder.state.value.state
    void minute.state.value.state
    void shelf.look()
  })
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') void shelf.look()
    },
    { signal: open.signal },
  )

  const chosen = (stream: MediaStream): MediaStream => {
    const sound = stream.getAudioTracks()
    return soundOnly.peek() && sound.length > 0 ? new MediaStream(sound) : stream
  }

  return {
    Panel,
    recorder: { ...recorder, setStream: (stream) => recorder.setStream(chosen(stream)) },
    minute,
    shelf,
    soundOnly,
    snapshot,
    follow({ stream, station }) {
      stopFollowing()
      stopFollowing = effect(() => minute.setStream(stream.value, station.value))
    },
    start(stream, stationName) {
      recorder.start(chosen(stream), stationName)
      // From the first recording on, so that the browser does not throw away what a family made when the phone gets full.
      const { storage } = navigator as Partial<Navigator>
      if (disk !== null && typeof storage?.persist === 'function') storage.persist().catch(() => undefined)
    },
    async takeSnapshot(stream, station) {
      const picture = await takeSnapshot(stream).catch(() => null)
      if (picture === null) {
        snapshot.value = { state: 'failed' }
        return
      }
      const name = fileName({ station, began: now(), part: 1, extension: 'png' })
      handOverAsDownload(picture, name)
      snapshot.value = { state: 'saved', fileName: name }
    },
    keepPictureOfMinute(yes) {
      setting.write(yes)
      minute.keepPicture(yes)
    },
    close() {
      open.abort()
      stopLooking()
      stopFollowing()
      minute.close()
      recorder.close()
      let stopWaiting = (): void => undefined
      stopWaiting = recorder.state.subscribe(({ state }) => {
        if (state === 'recording' || state === 'finishing') return
        disk?.close()
        stopWaiting()
      })
    },
  }
}
