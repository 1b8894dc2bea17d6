// Holds the microphone and the camera while the station runs, and gets back what another app, a telephone call or a pulled
// plug has taken.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Choice } from './choice.ts'
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
  /** Turns both off. It can be opened again. */
  close(): void
}

export interface CaptureDeps {
  /** Undefined where the page has no right to capture at all. */
  readonly media: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'> | undefined
  readonly document: Document
}

/** A phone mutes a track for a moment when its camera turns; what lasts longer has been taken. */
const mutedMs = 3000
const delaysMs = [0, 1000, 2000, 5000]

export function createCapture({ media, document }: CaptureDeps): Capture {
  const tracks = { audio: signal<MediaStreamTrack | null>(null), video: signal<MediaStreamTrack | null>(null) }
  const missing = signal<readonly CaptureKind[]>([])
  let running: { readonly choice: Choice; readonly closing: AbortController } | null = null

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
    const regain = (): void => void fetchBack(kind)
    const mind = (): void => {
      clearTimeout(timer)
      // A hidden page gets nothing on some phones; it is looked at when it is shown again.
      if (!track.muted || document.visibilityState !== 'visible') return
      timer = setTimeout(() => {
        if (track.muted && tracks[kind].peek() === track) regain()
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
    if (mine === null || missing.peek().includes(kind)) return
    missing.value = [...missing.peek(), kind]
    // Some phones give a camera only to one holder.
    tracks[kind].peek()?.stop()
    tracks[kind].value = null
    for (let attempt = 0; ; attempt++) {
      await pause(delaysMs[Math.min(attempt, delaysMs.length - 1)] ?? 0, document, mine.closing.signal)
      if (mine.closing.signal.aborted) return
      try {
        const stream = await fetch(mine.choice, [kind])
        const [track] = stream.getTracks()
        if (track === undefined) continue
        if (mine.closing.signal.aborted) return track.stop()
        missing.value = missing.peek().filter((other) => other !== kind)
        return hold(track, kind, mine.closing)
      } catch {
        // It is still taken: ask again after the pause, for as long as the station runs.
      }
    }
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
      const mine = { choice, closing: new AbortController() }
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
