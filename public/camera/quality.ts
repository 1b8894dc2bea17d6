// What each quality of the picture means for the encoder. What is watched is a sleeping baby and not a meeting: it hardly moves, and a
// sharp picture tells more than a smooth one. So nothing here holds on to the frame rate at the price of all sharpness, which is what
// browsers do with a camera by themselves; and nothing holds on to sharpness alone unless a parent asks for it, because on poor Wi-Fi
// so few pictures would be left that they could be taken for a frozen one.

import type { Limits } from '../rtc/encoding.ts'
import { encodedSide } from '../rtc/encoding.ts'
import type { Quality } from '../shared/station-protocol.ts'

export type Sent = Exclude<Quality, 'sound-only'>

export const limits: Readonly<Record<Sent, Limits>> = {
  auto: { side: encodedSide, degradationPreference: 'balanced' },
  /** For poor Wi-Fi and for cool phones: a quarter of the pixels, half of the frames. */
  low: { side: encodedSide / 2, maxBitrate: 400_000, maxFramerate: 15, degradationPreference: 'balanced' },
  /** No more pixels, which old phones could not encode all night and a zoom does not have; each of them may cost more. */
  high: { side: encodedSide, maxBitrate: 6_000_000, degradationPreference: 'maintain-resolution' },
}

/**
 * MediaStreamTrack.contentHint. 'detail' would be near to what is wanted, but Chromium takes its pictures for those of a screen: no
 * noise is taken out of them, which a camera in the dark needs, and their size does not follow the bandwidth. With 'motion' the tracks
 * that are made here of cropped pictures are encoded as the camera's own.
 */
export const contentHint = 'motion'
