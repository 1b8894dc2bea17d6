// How much of the camera's picture is encoded.

export interface Limits {
  /** Longest side that is encoded, in pixels. */
  readonly side: number
  /** Bits per second. */
  readonly maxBitrate?: number
  readonly maxFramerate?: number
  /** What gives way first where phone or Wi-Fi cannot keep up. */
  readonly degradationPreference?: RTCDegradationPreference
}

/** 720p at 30 frames is what old phones can encode all night. */
export const encodedSide = 1280

/** The factor for RTCRtpEncodingParameters.scaleResolutionDownBy, 1 or more. Sizes that are not known stay as they are. */
export function downscale(
  settings: { readonly width?: number; readonly height?: number },
  side: number = encodedSide,
): number {
  return Math.max(1, Math.max(settings.width ?? 0, settings.height ?? 0) / side)
}
