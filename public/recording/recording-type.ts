// Which container and codecs to record in, and what such a file is called.
//
// Measured in Chromium 156 on a WebRTC stream whose size grew in three steps, as every one does at its start:
// - MP4 with `avc1` describes its picture once: after the first change of size players break off with a decoding error.
// - MP4 with `avc3` carries the description beside each key frame and plays through. It costs least: 7 % of a core at
//   720p, where VP9 costs 16 % and VP8 (WebM) 24 %.
// - Plain `video/mp4` is VP9 and Opus there and plays through; in Safari it is H.264 and AAC, and all that it has.
// - Firefox records WebM only.

export type Container = 'mp4' | 'webm'

const videoTypes = [
  'video/mp4;codecs=avc3.42E01F,mp4a.40.2',
  'video/mp4;codecs=avc3.42E01F,opus',
  'video/mp4;codecs=vp9,opus',
  'video/mp4',
  'video/webm;codecs=vp8,opus',
  'video/webm',
] as const

const audioTypes = [
  'audio/mp4;codecs=mp4a.40.2',
  'audio/mp4;codecs=opus',
  'audio/mp4',
  'audio/webm;codecs=opus',
  'audio/webm',
] as const

export interface RecordingType {
  readonly mimeType: string
  readonly container: Container
  readonly extension: 'mp4' | 'm4a' | 'webm'
}

/** The best type that this browser records, or null when it records none. */
export function chooseType(hasVideo: boolean, isSupported: (mimeType: string) => boolean): RecordingType | null {
  const mimeType = (hasVideo ? videoTypes : audioTypes).find(isSupported)
  if (mimeType === undefined) return null
  if (mimeType.includes('/webm')) return { mimeType, container: 'webm', extension: 'webm' }
  return { mimeType, container: 'mp4', extension: hasVideo ? 'mp4' : 'm4a' }
}
