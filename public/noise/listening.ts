// A track into the loudness worklet, and an AudioContext that is kept running: browsers stop it for telephone calls, and start
// it only after a tap.

import { processorName } from './meter.ts'
import type { MeterOptions } from './meter.ts'

export interface Listening {
  readonly context: AudioContext | null
  /** What is measured, for those who want to do more with it; another node after each change of track. */
  readonly source: MediaStreamAudioSourceNode | null
  /** Null while there is no track. A track's zeros are -120. */
  onLevel(listener: (levelDb: number | null) => void): () => void
  onSource(listener: (source: MediaStreamAudioSourceNode | null) => void): () => void
  setTrack(track: MediaStreamTrack | null): void
  close(): void
}

export interface ListeningDeps {
  readonly everyMs: number
  readonly workletUrl: string
  /** Without it no loudspeaker is asked for, where the browser can do so. */
  readonly playsAloud: boolean
  readonly page?: Document
}

const retryMs = 5000

interface SilentContextOptions extends AudioContextOptions {
  /** Chromium 110 and later. */
  readonly sinkId?: { readonly type: 'none' }
}

export function createListening({ everyMs, workletUrl, playsAloud, page = document }: ListeningDeps): Listening {
  const closing = new AbortController()
  const { signal } = closing
  const levelListeners = new Set<(levelDb: number | null) => void>()
  const sourceListeners = new Set<(source: MediaStreamAudioSourceNode | null) => void>()
  let track: MediaStreamTrack | null = null
  let source: MediaStreamAudioSourceNode | null = null
  let worklet: AudioWorkletNode | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  const context = createContext(playsAloud)

  const connect = (): void => {
    source?.disconnect()
    source = null
    if (context !== null && worklet !== null && track !== null) {
      try {
        source = context.createMediaStreamSource(new MediaStream([track]))
        source.connect(worklet)
      } catch {
        // Some browsers refuse a microphone of another sample rate: then nothing is measured, and nothing is claimed.
        source = null
      }
    }
    for (const listener of sourceListeners) listener(source)
  }

  const load = async (): Promise<void> => {
    // Only on a page that is served with TLS, and in no browser before Safari 14.1.
    const { audioWorklet }: Partial<AudioContext> = context ?? {}
    if (context === null || audioWorklet === undefined) return
    try {
      await audioWorklet.addModule(workletUrl)
    } catch {
      // The box is away at this moment. Without levels the station says that it measures none, and goes on trying.
      if (!signal.aborted) retry = setTimeout(() => void load(), retryMs)
      return
    }
    if (signal.aborted) return
    const processorOptions: MeterOptions = { everyMs }
    worklet = new AudioWorkletNode(context, processorName, { numberOfInputs: 1, numberOfOutputs: 1, processorOptions })
    worklet.port.addEventListener('message', ({ data }: MessageEvent<number>) => {
      for (const listener of levelListeners) listener(source === null ? null : data)
    })
    worklet.port.start()
    // Its output is silent, but what leads nowhere is not run.
    worklet.connect(context.destination)
    connect()
  }

  const resume = (): void => {
    if (context !== null && context.state !== 'running' && context.state !== 'closed') {
      context.resume().catch(() => undefined)
    }
  }
  for (const type of ['pointerup', 'keydown', 'visibilitychange']) page.addEventListener(type, resume, { signal })
  context?.addEventListener('statechange', resume, { signal })
  resume()
  void load()

  return {
    context,
    get source() {
      return source
    },
    onLevel(listener) {
      levelListeners.add(listener)
      return () => void levelListeners.delete(listener)
    },
    onSource(listener) {
      sourceListeners.add(listener)
      return () => void sourceListeners.delete(listener)
    },
    setTrack(next) {
      if (next === track || signal.aborted) return
      track = next
      connect()
    },
    close() {
      if (signal.aborted) return
      closing.abort()
      clearTimeout(retry)
      source?.disconnect()
      worklet?.port.postMessage('close')
      worklet?.disconnect()
      levelListeners.clear()
      sourceListeners.clear()
      context?.close().catch(() => undefined)
    },
  }
}

function createContext(playsAloud: boolean): AudioContext | null {
  const silent: SilentContextOptions = { latencyHint: 'playback', sinkId: { type: 'none' } }
  try {
    return new AudioContext(playsAloud ? { latencyHint: 'interactive' } : silent)
  } catch {
    return null
  }
}
