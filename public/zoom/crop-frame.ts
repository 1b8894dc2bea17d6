// Cuts the zoomed part out of a frame. No pixel is copied: the new frame is a view of the old one, and the encoder scales it.

import { cropOf, outputSize, unrotate, type Rotation, type ZoomArea } from './area.ts'

/** The caller closes both frames. */
export function cropFrame(frame: VideoFrame, area: ZoomArea): VideoFrame {
  const stored = frame.visibleRect ?? { x: 0, y: 0, width: frame.codedWidth, height: frame.codedHeight }
  const rotation = rotationOf(frame)
  const upright = rotation === 90 || rotation === 270 ? { width: stored.height, height: stored.width } : stored
  const crop = unrotate(cropOf(area, upright), stored, rotation)
  const size = outputSize(upright)
  return new VideoFrame(frame, {
    visibleRect: { x: stored.x + crop.x, y: stored.y + crop.y, width: crop.width, height: crop.height },
    displayWidth: size.width,
    displayHeight: size.height,
  })
}

/** Newer browsers leave a phone's picture as the sensor gives it and note the rotation on the frame. */
function rotationOf(frame: VideoFrame & { readonly rotation?: number }): Rotation {
  const { rotation } = frame
  return rotation === 90 || rotation === 180 || rotation === 270 ? rotation : 0
}
