// The Parent Station's microphone: asked for when somebody first talks, and given back soon after, so that the phone's sign that a
// page listens goes off.

import type { Refusal } from './talk-state.ts'

export interface Microphone {
  /** Null unless it is there now. */
  readonly track: MediaStreamTrack | null
  /** Call it in a tap. Says why there is none, or null. */
  open(): Promise<Refusal | null>
  /** Not needed for now. */
  rest(): void
  /** Ends by itself: another app has taken it. */
  onLost(listener: () => void): void
  close(): void
}

export interface MicrophoneDeps {
  /** Undefined where the page has no right to capture at all. */
  readonly media: Pick<MediaDevices, 'getUserMedia'> | undefined
  /** Safari's: which sounds of this page stand beside each other. */
  readonly audioSession?: { type: string } | undefined
}

/** For the next sentence it need not be asked for again. */
export const restMs = 30_000
/** Near the mouth and beside a loudspeaker that plays the baby: what calls are made with. */
const speech = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

export function createMicrophone({ media, audioSession }: MicrophoneDeps): Microphone {
  let track: MediaStreamTrack | null = null
  let opening: Promise<Refusal | null> | null = null
  let resting: ReturnType<typeof setTimeout> | undefined
  let lost: (() => void) | undefined
  let sessionBefore: string | undefined
  let closed = false

  const stop = (): void => {
    clearTimeout(resting)
    track?.stop()
    track = null
    if (audioSession !== undefined && sessionBefore !== undefined) audioSession.type = sessionBefore
    sessionBefore = undefined
  }

  const ask = async (): Promise<Refusal | null> => {
    if (media === undefined) return 'unsupported'
    if (audioSession !== undefined) {
      // A page that only plays is given zeros for a microphone.
      sessionBefore ??= audioSession.type
      audioSession.type = 'play-and-record'
    }
    try {
      const stream = await media.getUserMedia({ audio: speech, video: false })
      const [given] = stream.getAudioTracks()
      if (given === undefined) return 'none'
      track = given
      given.addEventListener('ended', () => {
        if (track !== given) return
        stop()
        lost?.()
      })
      if (closed) stop()
      return null
    } catch (error) {
      stop()
      return whyOf(error)
    }
  }

  return {
    get track() {
      return track
    },
    open() {
      clearTimeout(resting)
      if (track !== null) return Promise.resolve(null)
      opening ??= ask().finally(() => (opening = null))
      return opening
    },
    rest() {
      clearTimeout(resting)
      resting = setTimeout(stop, restMs)
    },
    onLost(listener) {
      lost = listener
    },
    close() {
      closed = true
      stop()
    },
  }
}

function whyOf(error: unknown): Refusal {
  const name = error instanceof Error ? error.name : ''
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'blocked'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none'
    case 'TypeError':
      return 'unsupported'
    default:
      return 'taken'
  }
}
