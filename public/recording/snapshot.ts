// One picture of the stream in all its pixels, as PNG.

/** A picture that moves gives a frame within this; what gives none does not move. */
const waitMs = 3000

export type TakeSnapshot = (stream: MediaStream) => Promise<Blob | null>

/** Null when no picture arrives. Through an element of its own: the one on the screen may be small, paused or in full screen. */
export const takeSnapshot: TakeSnapshot = async (stream) => {
  const [track] = stream.getVideoTracks()
  if (track === undefined || track.readyState !== 'live') return null
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  try {
    if (!(await showsFrame(video))) return null
    const canvas = document.createElement('canvas')
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    canvas.getContext('2d')?.drawImage(video, 0, 0)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  } finally {
    video.srcObject = null
  }
}

function showsFrame(video: HTMLVideoElement): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), waitMs)
    const seen = (): void => {
      if (video.videoWidth === 0) return
      clearTimeout(timer)
      resolve(true)
    }
    video.addEventListener('loadeddata', seen)
    video.addEventListener('resize', seen)
    video.play().catch(() => undefined)
  })
}
