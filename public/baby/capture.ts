// Holds the microphone and the camera while the station runs, and gets back what another app, a telephone call or a pulled
// plug has taken.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Choice, Device } from './choice.ts'
import { constraintsFor, kindsOf, nameOf, problemOf } from './constraints.ts'
import type { CaptureKind, CaptureProblem } from './constraints.ts'

export interface Capture {
  readonly audio: ReadonlySignal<MediaStreamTrack | null>
  readonly video: ReadonlySignal<MediaStreamTrack | null>
  /** What is being fetched back at the moment. */
  readonly missing: ReadonlySignal<readonly CaptureKind[]>
  /** Asks for the permission: call it in a tap. Null when everything chosen is there. */
  open(choice: Choice): Promise<CaptureProblem | null>
  /** Fetches one of them anew although nobody has said that it is gone: a microphone may give nothing but zeros. */
  regain(kind: CaptureKind): void
  /**
   * Another camera while it runs; null turns it off for now. Does nothing in a session that a person began without a camera: no
   * message turns one on.
   */
  useCamera(camera: Device | null): void
  /** Turns both off. It can be opened again. */
  close(): void
}

export interface CaptureDeps {
  /** Undefined where the page has no right to capture at all. */
  readonly media: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'> | undefined
  readonly document: Document
}

interface Running {
  readonly choice: Choice
  /** What the choice has become since; null while a camera that was chosen is off. */
  camera: Device | null
  /** The last one that could be had. */
  worked: Device | null
  readonly fetching: Set<CaptureKind>
  readonly closing: AbortController
}

/** A phone mutes a track for a moment when its camera turns; what lasts longer has been taken. */
const mutedMs = 3000
const delaysMs = [0, 1000, 2000, 5000]

export function createCapture({ media, document }: CaptureDeps): Capture {
  const tracks = { audio: signal<MediaStreamTrack | null>(null), video: signal<MediaStreamTrack | null>(null) }
  const missing = signal<readonly CaptureKind[]>([])
  let running: Running | null = null

  const fetch = async (choice: Choice, kinds: readonly CaptureKind[]): Promise<MediaStream> => {
    if (media === undefined) throw new TypeError('No mediaDevices here')
    try {
      return await media.getUserMedia(constraintsFor(choice, kinds, true))
    } catch (error) {
      if (nameOf(error) !== 'OverconstrainedError') throw error
      // The remembered device is not there today.
      return media.getUserMedia(constraintsFor(choice, kinds, false))
    }
  }

  const hold = (track: MediaStreamTrack, kind: CaptureKind, { signal: until }: AbortController): void => {
    tracks[kind].value = track
    let timer: ReturnType<typeof setTimeout> | undefined
    const regain = (): void => {
      if (tracks[kind].peek() === track) void fetchBack(kind)
    }
    const mind = (): void => {
      clearTimeout(timer)
      // A hidden page gets nothing on some phones; it is looked at when it is shown again.
      if (!track.muted || document.visibilityState !== 'visible') return
      timer = setTimeout(() => {
        if (track.muted) regain()
      }, mutedMs)
    }
    track.addEventListener('ended', regain, { signal: until })
    track.addEventListener('mute', mind, { signal: until })
    track.addEventListener('unmute', mind, { signal: until })
    document.addEventListener('visibilitychange', mind, { signal: until })
    until.addEventListener('abort', () => clearTimeout(timer))
    mind()
  }

  const fetchBack = async (kind: CaptureKind): Promise<void> => {
    const mine = running
    if (mine === null || mine.fetching.has(kind)) return
    setMissing(kind, true)
    await change(mine, kind)
  }

  const setMissing = (kind: CaptureKind, yes: boolean): void => {
    const others = missing.peek().filter((other) => other !== kind)
    if (yes !== missing.peek().includes(kind)) missing.value = yes ? [...others, kind] : others
  }

  /** From what there is to what is wanted now, which may change meanwhile; nothing is missing until it was refused. */
  const change = async (mine: Running, kind: CaptureKind): Promise<void> => {
    mine.fetching.add(kind)
    // Some phones give a camera only to one holder.
    tracks[kind].peek()?.stop()
    tracks[kind].value = null
    for (let attempt = 0; ; attempt++) {
      await pause(delaysMs[Math.min(attempt, delaysMs.length - 1)] ?? 0, document, mine.closing.signal)
      if (mine.closing.signal.aborted) return
      const { camera } = mine
      if (kind === 'video' && camera === null) break
      try {
        const stream = await fetch({ ...mine.choice, camera }, [kind])
        const [track] = stream.getTracks()
        if (track === undefined) continue
        if (mine.closing.signal.aborted) return track.stop()
        if (kind === 'video' && camera !== mine.camera) {
          track.stop()
          attempt = -1
          continue
        }
        if (kind === 'video') mine.worked = camera
        hold(track, kind, mine.closing)
        break
      } catch {
        // It is still taken: ask again after the pause, for as long as the station runs.
        setMissing(kind, true)
        // Another camera that cannot be had is worse than the one before.
        if (kind === 'video' && attempt > 0 && camera === mine.camera) mine.camera = mine.worked
      }
    }
    mine.fetching.delete(kind)
    setMissing(kind, false)
  }

  const close = (): void => {
    running?.closing.abort()
    running = null
    missing.value = []
    for (const kind of ['audio', 'video'] as const) {
      tracks[kind].peek()?.stop()
      tracks[kind].value = null
    }
  }

  return {
    audio: tracks.audio,
    video: tracks.video,
    missing,
    async open(choice) {
      close()
      const mine: Running = {
        choice,
        camera: choice.camera,
        worked: choice.camera,
        fetching: new Set(),
        closing: new AbortController(),
      }
      running = mine
      const kinds = kindsOf(choice)
      try {
        const stream = await fetch(choice, kinds)
        if (mine.closing.signal.aborted) {
          for (const track of stream.getTracks()) track.stop()
          return null
        }
        for (const track of stream.getTracks()) hold(track, track.kind === 'audio' ? 'audio' : 'video', mine.closing)
        return null
      } catch (error) {
        if (mine.closing.signal.aborted) return null
        close()
        return problemOf(error, kinds, await hasCamera(media))
      }
    },
    regain(kind) {
      if (tracks[kind].peek() !== null) void fetchBack(kind)
    },
    useCamera(camera) {
      const mine = running
      if (mine === null || mine.choice.camera === null || camera?.id === mine.camera?.id) return
      mine.camera = camera
      if (!mine.fetching.has('video')) void change(mine, 'video')
    },
    close,
  }
}

async function hasCamera(media: CaptureDeps['media']): Promise<boolean | null> {
  try {
    const devices = await media?.enumerateDevices()
    return devices === undefined ? null : devices.some(({ kind }) => kind === 'videoinput')
  } catch {
    return null
  }
}

/** Ends early when the page is shown again, because that is when a phone gives its camera back. */
function pause(ms: number, document: Document, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController()
    const timer = setTimeout(done, ms)
    function done(): void {
      clearTimeout(timer)
      over.abort()
      resolve()
    }
    document.addEventListener('visibilitychange', done, { signal: over.signal })
    until.addEventListener('abort', done, { signal: over.signal })
  })
}
