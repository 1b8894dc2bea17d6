// What one sender of the Baby Station sends. A picture changes faster than a browser replaces tracks when somebody zooms: the
// one that is wanted last has to win, because those before it have ended by then.

import { downscale, encodedSide } from './encoding.ts'
import type { Limits } from './encoding.ts'

export interface Outgoing {
  /** Another track without another offer; null sends nothing for now. */
  replace(track: MediaStreamTrack | null): void
  /** Holds for this track and for those to come. */
  limit(limits: Limits): void
  /** Sends the next picture whole, where the browser can be asked for that (WebRTC Extensions, RTCSetParameterOptions). */
  refresh(): void
}

/** `failed` is called when the sender cannot go on. */
export function createOutgoing(sender: RTCRtpSender, failed: () => void): Outgoing {
  let wanted = sender.track
  let limits: Limits = { side: encodedSide }
  let replacing = Promise.resolve()

  const setParameters = async (): Promise<void> => {
    const { track } = sender
    if (track?.kind !== 'video') return
    const { side, degradationPreference, ...most } = limits
    const parameters: RTCRtpSendParameters & { degradationPreference?: RTCDegradationPreference } =
      sender.getParameters()
    const before = JSON.stringify(parameters)
    const [encoding] = parameters.encodings
    if (encoding === undefined) return
    encoding.scaleResolutionDownBy = downscale(track.getSettings(), side)
    for (const name of ['maxBitrate', 'maxFramerate'] as const) delete encoding[name]
    Object.assign(encoding, most)
    if (degradationPreference !== undefined) parameters.degradationPreference = degradationPreference
    if (JSON.stringify(parameters) !== before) await sender.setParameters(parameters)
  }

  const replaceNow = async (): Promise<void> => {
    if (sender.track === wanted) return
    const track = wanted
    await sender.replaceTrack(track)
    await setParameters()
  }

  return {
    replace(track) {
      wanted = track
      replacing = replacing.then(replaceNow).catch(failed)
    },
    limit(next) {
      limits = next
      // Where a description is just being made, they have changed since they were read (measured in Chromium: for most calls that begin).
      // A browser that does not know one of them sends as it did.
      replacing = replacing
        .then(setParameters)
        .catch(setParameters)
        .catch(() => undefined)
    },
    refresh() {
      replacing = replacing.then(() => refreshed(sender)).catch(() => undefined)
    },
  }
}

async function refreshed(sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters()
  const encodingOptions = parameters.encodings.map(() => ({ keyFrame: true }))
  const setParameters: (parameters: RTCRtpSendParameters, options: { encodingOptions: object[] }) => Promise<void> =
    sender.setParameters.bind(sender)
  await setParameters(parameters, { encodingOptions })
}
