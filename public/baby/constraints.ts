// What the camera and the microphone are asked for, and what their refusals mean.

import type { Choice, Device } from './choice.ts'

export type CaptureKind = 'audio' | 'video'

export type CaptureProblem =
  /** The person, the browser or the phone does not allow it. */
  | 'blocked'
  | 'no-microphone'
  | 'no-camera'
  /** Another app has it. */
  | 'busy'
  /** This browser cannot capture here at all. */
  | 'unsupported'
  | 'unknown'

/** Browsers' defaults take a baby's sounds for noise. */
const plainSound = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
/** More than any phone has: the browser gives the best mode there is. */
const bestPicture = { width: { ideal: 4096 }, height: { ideal: 2160 }, frameRate: { ideal: 30 } }

/** `strict` insists on the chosen device; without it the browser may take another one. */
export function constraintsFor(
  choice: Pick<Choice, 'microphone' | 'camera'>,
  kinds: readonly CaptureKind[],
  strict: boolean,
): MediaStreamConstraints {
  const { microphone, camera } = choice
  return {
    audio: kinds.includes('audio') ? { ...plainSound, ...deviceOf(microphone, strict) } : false,
    video:
      kinds.includes('video') && camera !== null
        ? {
            ...bestPicture,
            ...(camera.id === '' ? { facingMode: { ideal: 'environment' } } : deviceOf(camera, strict)),
          }
        : false,
  }
}

export function kindsOf(choice: Pick<Choice, 'camera'>): readonly CaptureKind[] {
  return choice.camera === null ? ['audio'] : ['audio', 'video']
}

/** By the name alone: Safari's OverconstrainedError is neither an Error nor a DOMException. */
export function nameOf(error: unknown): string {
  const named = typeof error === 'object' && error !== null && 'name' in error
  return named && typeof error.name === 'string' ? error.name : ''
}

/** `hasCamera` is null where the browser does not say. */
export function problemOf(error: unknown, kinds: readonly CaptureKind[], hasCamera: boolean | null): CaptureProblem {
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'blocked'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return kinds.includes('video') && hasCamera !== true ? 'no-camera' : 'no-microphone'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    case 'TypeError':
      return 'unsupported'
    default:
      return 'unknown'
  }
}

function deviceOf({ id }: Device, strict: boolean): MediaTrackConstraints {
  if (id === '') return {}
  return { deviceId: strict ? { exact: id } : { ideal: id } }
}
