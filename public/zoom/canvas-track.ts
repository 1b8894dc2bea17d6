// The track of a canvas that sends a frame only when it is asked to.

export interface CanvasTrack {
  readonly track: MediaStreamTrack
  requestFrame(): void
}

interface CanAsk {
  requestFrame?: () => void
}

/** Null where frames cannot be asked for. The specification puts requestFrame on the track, Firefox on the stream. */
export function canvasTrack(stream: MediaStream): CanvasTrack | null {
  const track: (MediaStreamTrack & CanAsk) | undefined = stream.getVideoTracks()[0]
  if (track === undefined) return null
  const asked = [track, stream as CanAsk].find((one) => typeof one.requestFrame === 'function')
  return asked === undefined ? null : { track, requestFrame: () => asked.requestFrame?.() }
}
