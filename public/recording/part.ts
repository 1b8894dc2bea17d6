// One MediaRecorder over one stream: from start until it is stopped, breaks, or the stream ends.

/** How often the recorder hands out what it has, so that little is lost with it. */
const timesliceMs = 1000
/** What a 720p picture of a cot needs; browsers differ in their own choice. */
const videoBitsPerSecond = 2_500_000
/** A recorder that has not said that it stopped after this long never will. */
const stopWaitMs = 5000

export interface PartResult {
  readonly recorded: Blob
  /** `ended`: all tracks of the stream did. */
  readonly cause: 'stopped' | 'ended' | 'broke'
}

export interface Part {
  stop(): void
  readonly result: Promise<PartResult>
}

export type StartPart = (tracks: readonly MediaStreamTrack[], mimeType: string) => Part

/** Throws what MediaRecorder throws. */
export const startPart: StartPart = (tracks, mimeType) => {
  // A stream of its own: a track that comes into the received one later would break the recorder.
  const recorder = new MediaRecorder(new MediaStream([...tracks]), { mimeType, videoBitsPerSecond })
  const stopping = new AbortController()
  const chunks: Blob[] = []
  let cause: PartResult['cause'] = 'ended'
  let stopTimer: ReturnType<typeof setTimeout> | undefined
  const result = new Promise<PartResult>((resolve) => {
    const end = (): void => {
      clearTimeout(stopTimer)
      // Without its codecs: a player needs the container, and some systems choose the file's ending by the whole string.
      resolve({ recorded: new Blob(chunks, { type: mimeType.replace(/;.*/, '') }), cause })
    }
    const awaitStop = (why: PartResult['cause']): void => {
      if (stopTimer !== undefined) return
      cause = why
      stopTimer = setTimeout(end, stopWaitMs)
    }
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size > 0) chunks.push(data)
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
