// Keeps the last minute at hand, so that what was lovely a moment ago can still be saved. One recorder runs for it, whose
// pieces go into a ring; while Record runs on the same stream, that recorder's pieces do, so that nothing is encoded twice.
//
// Measured in Chromium 156 at 720p, CPU of the page per picture: 5.4 ms to watch, 8.4 ms with H.264 into the ring (9 % of a core
// more at 30 pictures a second, and in software), 21 ms with VP8 (47 % more). Sound alone costs next to nothing. So the sound
// is always kept, the picture where H.264 is recorded, and elsewhere when somebody asks for it.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Disk } from './disk.ts'
import { fileName } from './file-name.ts'
import type { Finish } from './finish.ts'
import type { HandOver } from './hand-over.ts'
import { makeKey } from './kept-name.ts'
import type { Key } from './kept-name.ts'
import type { Part, StartPart } from './part.ts'
import { chooseType } from './recording-type.ts'
import type { RecordingType } from './recording-type.ts'
import { createRing } from './ring.ts'
import { isSame } from './take.ts'
import type { Listener } from './take.ts'

export const minuteMs = 60_000

export type MinuteState =
  | { readonly state: 'idle' }
  | { readonly state: 'saving'; readonly progress: number }
  | { readonly state: 'saved'; readonly fileName: string }
  /** Nothing was there to save. */
  | { readonly state: 'empty' }

export interface Minute {
  readonly state: ReadonlySignal<MinuteState>
  /** Whether the picture is kept, too. */
  readonly hasPicture: ReadonlySignal<boolean>
  keepPicture(yes: boolean): void
  /** Null while nothing arrives: what is in the ring stays until its minute is over. */
  setStream(stream: MediaStream | null, station: string): void
  /** Another recorder works on these tracks. */
  listen(tracks: readonly MediaStreamTrack[], type: RecordingType): Listener
  save(): Promise<void>
  close(): void
}

export interface MinuteDeps {
  now(): Date
  random(): number
  isSupported(mimeType: string): boolean
  readonly hasPicture: boolean
  readonly startPart: StartPart
  readonly finish: Finish
  readonly handOver: HandOver
  readonly disk: Disk | null
}

interface Own {
  readonly tracks: readonly MediaStreamTrack[]
  readonly part: Part
  /** Its last piece is in the ring. */
  readonly over: Promise<void>
}

export function createMinute(deps: MinuteDeps): Minute {
  const { disk } = deps
  const state = signal<MinuteState>({ state: 'idle' })
  const hasPicture = signal(deps.hasPicture)
  const ring = createRing(minuteMs)
  const nowMs = (): number => deps.now().getTime()
  let stream: MediaStream | null = null
  let tracks: readonly MediaStreamTrack[] = []
  let station = ''
  let own: Own | null = null
  /** The last pieces of recorders that were stopped are in the ring. */
  let ended: Promise<void> = Promise.resolve()
  let heard: readonly MediaStreamTrack[] = []
  let isClosed = false

  const intoRing = ({ container, mimeType }: RecordingType): Listener & { readonly over: Promise<void> } => {
    const run = ring.begin(container, mimeType)
    let queue: Promise<void> = Promise.resolve()
    let end = (): void => undefined
    const over = new Promise<void>((resolve) => {
      end = resolve
    })
    return {
      over,
      add(chunk) {
        const atMs = nowMs()
        queue = queue.then(async () => run.add(new Uint8Array(await chunk.arrayBuffer()), atMs))
      },
      end() {
        queue = queue.then(() => run.end())
        void queue.then(end)
      },
    }
  }

  const begin = (): Own | null => {
    const type = chooseType(
      tracks.some(({ kind }) => kind === 'video'),
      deps.isSupported,
    )
    if (type === null) return null
    const listener = intoRing(type)
    try {
      const part = deps.startPart(tracks, type.mimeType, listener.add)
      const begun: Own = { tracks, part, over: listener.over }
      void awaitEnd(begun, listener)
      return begun
    } catch {
      listener.end()
      return null
    }
  }

  const awaitEnd = async (begun: Own, listener: Listener): Promise<void> => {
    const cause = await begun.part.result
    listener.end()
    // One that broke is not begun again before the next stream, lest it break each time.
    if (own === begun && cause === 'ended') own = null
  }

  const update = (): void => {
    tracks =
      stream
        ?.getTracks()
        .filter(({ readyState, kind }) => readyState === 'live' && (kind === 'audio' || hasPicture.peek())) ?? []
    const isWanted = !isClosed && tracks.length > 0 && !isSame(tracks, heard)
    if (isWanted && own !== null && isSame(own.tracks, tracks)) return
    end()
    own = isWanted ? begin() : null
  }

  const end = (): void => {
    if (own === null) return
    const { part, over } = own
    own = null
    part.stop()
    ended = ended.then(() => over)
  }

  const finishAll = async (): Promise<string | null> => {
    // The newest pictures are still inside the recorder: it hands them out when it ends, and another one takes over.
    if (own !== null) {
      end()
      own = begin()
    }
    await ended
    const began = new Date(nowMs() - minuteMs)
    let last: string | null = null
    for (const [index, { container, mimeType, runs }] of ring.take(nowMs()).entries()) {
      const type = chooseType(mimeType.startsWith('video/'), (asked) => asked === mimeType)
      if (type === null) continue
      const name = fileName({ station, began, part: index + 1, extension: type.extension })
      const key = await takeKey(name)
      const { files, isKept } = await deps.finish({ recorded: runs, container, key }, (progress) => {
        state.value = { state: 'saving', progress }
      })
      for (const file of files) deps.handOver(file.slice(0, file.size, mimeType.replace(/;.*/, '')), name)
      if (key !== null) await giveBack(key, isKept)
      last = name
    }
    return last
  }

  /** A copy stays in the phone's storage, as of every recording. */
  const takeKey = async (name: string): Promise<Key | null> => {
    const key = makeKey(name, deps.random())
    return (await disk?.take(key).catch(() => false)) === true ? key : null
  }
  const giveBack = async (key: Key, isKept: boolean): Promise<void> => {
    try {
      if (isKept) await disk?.handedOver(key)
      await disk?.release(key)
    } catch {
      // Its file is in Downloads all the same.
    }
  }

  return {
    state,
    hasPicture,
    keepPicture(yes) {
      hasPicture.value = yes
      update()
    },
    setStream(next, stationName) {
      // The minute of one station never goes under the name of another.
      if (next !== null && stationName !== station) {
        ring.clear()
        station = stationName
      }
      stream = next
      update()
    },
    listen(others, type) {
      heard = others
      update()
      const listener = isSame(tracks, others) ? intoRing(type) : null
      return {
        add: (chunk) => listener?.add(chunk),
        end() {
          listener?.end()
          if (heard !== others) return
          heard = []
          update()
        },
      }
    },
    async save() {
      if (state.peek().state === 'saving') return
      state.value = { state: 'saving', progress: 0 }
      const name = await finishAll().catch(() => null)
      state.value = name === null ? { state: 'empty' } : { state: 'saved', fileName: name }
    },
    close() {
      isClosed = true
      end()
      ring.clear()
    },
  }
}
