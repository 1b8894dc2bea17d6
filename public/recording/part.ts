// One MediaRecorder over one stream: from start until it is stopped, breaks, or the stream ends.

/** How often the recorder hands out what it has, so that little is lost with it. */
const timesliceMs = 1000
/** MP4 is handed out up to the last key frame only, whatever the timeslice: this is how much of it a crash may cost. */
const keyFrameMs = 2000
/** What a 720p picture of a cot needs; browsers differ in their own choice. */
const videoBitsPerSecond = 2_500_000
/** A recorder that has not said that it stopped after this long never will. */
const stopWaitMs = 5000

/** `ended`: all tracks of the stream did. */
export type Cause = 'stopped' | 'ended' | 'broke'

export interface Part {
  stop(): void
  readonly result: Promise<Cause>
}

/** `keep` gets each piece of the recording as soon as there is one, the last before the result. */
export type StartPart = (tracks: readonly MediaStreamTrack[], mimeType: string, keep: (chunk: Blob) => void) => Part

interface Options extends MediaRecorderOptions {
  /** Chromium 121. */
  readonly videoKeyFrameIntervalDuration: number
}

/** Throws what MediaRecorder throws. */
export const startPart: StartPart = (tracks, mimeType, keep) => {
  // A stream of its own: a track that comes into the received one later would break the recorder.
  const options: Options = { mimeType, videoBitsPerSecond, videoKeyFrameIntervalDuration: keyFrameMs }
  const recorder = new MediaRecorder(new MediaStream([...tracks]), options)
  const stopping = new AbortController()
  let cause: Cause = 'ended'
  let stopTimer: ReturnType<typeof setTimeout> | undefined
  const result = new Promise<Cause>((resolve) => {
    const end = (): void => {
      clearTimeout(stopTimer)
      resolve(cause)
    }
    const awaitStop = (why: Cause): void => {
      if (stopTimer !== undefined) return
      cause = why
      stopTimer = setTimeout(end, stopWaitMs)
    }
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size > 0) keep(data)
    })
    recorder.addEventListener('error', () => awaitStop('broke'))
    recorder.addEventListener('stop', end, { once: true })
    stopping.signal.addEventListener('abort', () => {
      if (recorder.state === 'inactive') return
      awaitStop('stopped')
      recorder.stop()
    })
  })
  recorder.start(timesliceMs)
  return { result, stop: () => stopping.abort() }
}
