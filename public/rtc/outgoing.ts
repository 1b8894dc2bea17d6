// What one sender of the Baby Station sends. A picture changes faster than a browser replaces tracks when somebody zooms: the
// one that is wanted last has to win, because those before it have ended by then.

import { downscale } from './encoding.ts'

export interface Outgoing {
  /** Another track without another offer; null sends nothing for now. */
  replace(track: MediaStreamTrack | null): void
  /** Sends the next picture whole, where the browser can be asked for that (WebRTC Extensions, RTCSetParameterOptions). */
  refresh(): void
}

/** `failed` is called when the sender cannot go on. */
export function createOutgoing(sender: RTCRtpSender, failed: () => void): Outgoing {
  let wanted = sender.track
  let replacing = Promise.resolve()

  const replaceNow = async (): Promise<void> => {
    if (sender.track === wanted) return
    const track = wanted
    await sender.replaceTrack(track)
    if (track?.kind !== 'video') return
    const parameters = sender.getParameters()
    const factor = downscale(track.getSettings())
    if (parameters.encodings[0] === undefined || parameters.encodings[0].scaleResolutionDownBy === factor) return
    parameters.encodings[0].scaleResolutionDownBy = factor
    await sender.setParameters(parameters)
  }

  return {
    replace(track) {
      wanted = track
      replacing = replacing.then(replaceNow).catch(failed)
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
