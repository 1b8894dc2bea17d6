// One recording from Record to Stop: one part after the other, each saved as soon as it is over.

import { fileName } from './file-name.ts'
import type { Finish } from './finish.ts'
import type { HandOver } from './hand-over.ts'
import type { Part, PartResult, StartPart } from './part.ts'
import { chooseType, type RecordingType } from './recording-type.ts'

export interface TakeDeps {
  now(): Date
  isSupported(mimeType: string): boolean
  readonly startPart: StartPart
  readonly finish: Finish
  readonly handOver: HandOver
}

export interface TakeEvents {
  /** 0 to 1 of the part that is being saved. */
  progressed(progress: number): void
  /** The last part is in Downloads. Called once. */
  over(lastFileName: string | null, hasBroken: boolean): void
}

export type Take = ReturnType<typeof createTake>

export function createTake(deps: TakeDeps, station: string, events: TakeEvents) {
  const began = deps.now()
  let running: { readonly part: Part; readonly tracks: readonly MediaStreamTrack[] } | null = null
  let parts = 0
  /** Parts that run or are being saved. */
  let unsaved = 0
  let lastFileName: string | null = null
  let isStopped = false
  let hasBroken = false
  let isOver = false

  const finishIfOver = (): void => {
    if (!isStopped || unsaved > 0 || isOver) return
    isOver = true
    events.over(lastFileName, hasBroken)
  }

  const save = async (recorded: Blob, type: RecordingType, durationS: number, part: number): Promise<void> => {
    if (recorded.size === 0) return
    const file = await deps.finish(recorded, type.container, (doneS) => events.progressed(doneS / durationS))
    lastFileName = fileName({ station, began, part, extension: type.extension })
    deps.handOver(file, lastFileName)
  }

  const onPartOver = async (part: Part, type: RecordingType, beganMs: number, number: number): Promise<void> => {
    const { recorded, cause }: PartResult = await part.result
    // When the stream ended, the take goes on: the next part begins when the parent is connected again.
    if (running?.part === part) running = null
    if (cause === 'broke') {
      hasBroken = true
      stop()
    }
    await save(recorded, type, Math.max(1, (deps.now().getTime() - beganMs) / 1000), number)
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
    let part: Part
    try {
      part = deps.startPart(tracks, type.mimeType)
    } catch {
      return 'unsupported'
    }
    running = { part, tracks }
    parts++
    unsaved++
    void onPartOver(part, type, deps.now().getTime(), parts)
    return 'recording'
  }

  const stop = (): void => {
    isStopped = true
    running?.part.stop()
    finishIfOver()
  }

  return { record, stop }
}

function isSame(a: readonly MediaStreamTrack[], b: readonly MediaStreamTrack[]): boolean {
  return a.length === b.length && a.every((track) => b.includes(track))
}
