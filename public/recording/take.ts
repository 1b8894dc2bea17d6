// One recording from Record to Stop: one part after the other, each saved as soon as it is over.

import { fileName } from './file-name.ts'
import type { HandOver } from './hand-over.ts'
import type { Keep, Keeping, Place } from './keeping.ts'
import type { Part, StartPart } from './part.ts'
import type { Ending } from './recording-state.ts'
import { chooseType, type RecordingType } from './recording-type.ts'

/** Gets what a part records, too; `end` after its last chunk. */
export interface Listener {
  add(chunk: Blob): void
  end(): void
}

export interface TakeDeps {
  now(): Date
  isSupported(mimeType: string): boolean
  readonly startPart: StartPart
  readonly keep: Keep
  readonly handOver: HandOver
  readonly listen?: (tracks: readonly MediaStreamTrack[], type: RecordingType) => Listener
}

export interface TakeEvents {
  /** Bytes of all parts. */
  grew(bytes: number, place: Place): void
  /** 0 to 1 of the part that is being saved. */
  progressed(progress: number): void
  /** The last part is in Downloads. Called once. */
  over(lastFileName: string | null, ending: Ending): void
}

export type Take = ReturnType<typeof createTake>

export function createTake(deps: TakeDeps, station: string, events: TakeEvents) {
  const began = deps.now()
  let running: { readonly part: Part; readonly tracks: readonly MediaStreamTrack[] } | null = null
  const bytesOfParts: number[] = []
  /** Parts that run or are being saved. */
  let unsaved = 0
  let lastFileName: string | null = null
  let isStopped = false
  let ending: Ending = 'whole'
  let isOver = false

  const finishIfOver = (): void => {
    if (!isStopped || unsaved > 0 || isOver) return
    isOver = true
    events.over(lastFileName, ending)
  }

  const save = async (keeping: Keeping, name: string): Promise<void> => {
    const files = await keeping.finish(events.progressed)
    for (const file of files) {
      lastFileName = name
      deps.handOver(file, name)
    }
    if (files.length > 0) keeping.handedOver()
  }

  const onPartOver = async (part: Part, keeping: Keeping, name: string): Promise<void> => {
    const cause = await part.result
    // When the stream ended, the take goes on: the next part begins when the parent is connected again.
    if (running?.part === part) running = null
    if (cause === 'broke') stopFor('broke')
    await save(keeping, name)
    unsaved--
    finishIfOver()
  }

  /** What cannot be recorded is a reason, not an exception. */
  const record = (stream: MediaStream): 'recording' | 'no-stream' | 'unsupported' => {
    const tracks = stream.getTracks().filter(({ readyState }) => readyState === 'live')
    if (isStopped || tracks.length === 0) return 'no-stream'
    if (running !== null && isSame(running.tracks, tracks)) return 'recording'
    running?.part.stop()
    running = null
    const type = chooseType(
      tracks.some(({ kind }) => kind === 'video'),
      deps.isSupported,
    )
    if (type === null) return 'unsupported'
    const index = bytesOfParts.length
    const name = fileName({ station, began, part: index + 1, extension: type.extension })
    let keeping: Keeping | null = null
    let part: Part
    const listener = deps.listen?.(tracks, type)
    try {
      part = deps.startPart(tracks, type.mimeType, (chunk) => {
        keeping?.add(chunk)
        listener?.add(chunk)
      })
    } catch {
      listener?.end()
      return 'unsupported'
    }
    bytesOfParts.push(0)
    keeping = deps.keep(name, type, {
      grew(bytes, place) {
        bytesOfParts[index] = bytes
        events.grew(
          bytesOfParts.reduce((sum, one) => sum + one, 0),
          place,
        )
      },
      full: () => stopFor('full'),
      broke: () => stopFor('broke'),
    })
    running = { part, tracks }
    unsaved++
    if (listener !== undefined) void part.result.then(() => listener.end())
    void onPartOver(part, keeping, name)
    return 'recording'
  }

  const stop = (): void => {
    isStopped = true
    running?.part.stop()
    finishIfOver()
  }

  const stopFor = (why: Ending): void => {
    if (ending === 'whole') ending = why
    stop()
  }

  return { record, stop }
}

export function isSame(a: readonly MediaStreamTrack[], b: readonly MediaStreamTrack[]): boolean {
  return a.length === b.length && a.every((track) => b.includes(track))
}
