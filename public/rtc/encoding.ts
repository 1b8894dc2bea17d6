// How much of the camera's picture is encoded.

/** Longest side that is encoded, in pixels: 720p at 30 frames is what old phones can encode all night. */
export const encodedSide = 1280

/** The factor for RTCRtpEncodingParameters.scaleResolutionDownBy, 1 or more. Sizes that are not known stay as they are. */
export function downscale(settings: { readonly width?: number; readonly height?: number }): number {
  return Math.max(1, Math.max(settings.width ?? 0, settings.height ?? 0) / encodedSide)
}
