// The Baby Station's word twice a second: how microphone, camera, phone and page are. That it comes is the proof that the page
// runs. Loaded when a station starts.

import type { ReadonlySignal } from '@preact/signals'
import type { AwakeState } from '../awake/awake.ts'
import { noSources } from '../rtc/sources.ts'
import type { Sources } from '../rtc/sources.ts'
import { limitSchema, reportEveryMs } from '../shared/station-protocol.ts'
import type { Report } from '../shared/station-protocol.ts'
import type { Battery } from './battery.ts'
import { isSilent, nextSilence, noSilence } from './silence.ts'

export interface ReporterDeps {
  report(make: (number: number) => Report): void
  sources(): Promise<Sources>
  readonly parents: ReadonlySignal<{ readonly here: number; readonly dropped: number }>
  readonly audio: ReadonlySignal<MediaStreamTrack | null>
  readonly video: ReadonlySignal<MediaStreamTrack | null>
  /** Whether this session has a camera, and nobody has turned it off. */
  picture(): boolean
  /** It is between two cameras, or comes back: nothing is lost yet. */
  turning(): boolean
  readonly awake: ReadonlySignal<AwakeState>
  /** Levels in dB of full scale since the last call; its tick goes on in a hidden page, where timers do not. */
  readonly loudness: {
    take(): readonly number[]
    readonly floor: ReadonlySignal<number | null>
    onTick(listener: () => void): () => void
  } | null
  movement(): number | null
  /** Gets a microphone anew that gives nothing but zeros. */
  regainSound(): void
  readonly page?: Document
  readonly battery: Pick<Battery, 'power'>
}

export interface Reporter {
  /** Reports now, for a parent that has just come. */
  now(): void
  close(): void
}

/** A tick that comes a little early is not left out: the next would be late. */
const slackMs = 60
/** A microphone that is off seldom comes back within this time; asking for it interrupts what there is. */
const regainEveryMs = 30_000
/** For the silence, a phone that measures nothing is asked whether its sound has any energy. */
const soundDb = 0
const zerosDb = -120

export function createReporter(deps: ReporterDeps): Reporter {
  const { loudness, awake, parents } = deps
  const page = deps.page ?? document
  let silence = noSilence
  let sources = noSources
  let sentMs = -Infinity
  let regainedMs = -Infinity
  let closed = false

  const listen = (levels: readonly number[], before: Sources): void => {
    const nowMs = performance.now()
    const heard = levels.length > 0 ? levels : energyOf(before, sources)
    silence = nextSilence(silence, heard, nowMs)
    if (!isSilent(silence, nowMs) || nowMs - regainedMs < regainEveryMs) return
    regainedMs = nowMs
    deps.regainSound()
  }

  const report = async (): Promise<void> => {
    sentMs = performance.now()
    const before = sources
    // A browser that cannot tell leaves off what it would have told.
    sources = await deps.sources().catch(() => before)
    if (closed) return
    const levels = loudness?.take() ?? []
    listen(levels, before)
    const { here, dropped } = parents.peek()
    const isAwake = awake.peek()
    deps.report((number) => ({
      type: 'report',
      number,
      microphone: microphone(),
      camera: camera(),
      frames: sources.pictures,
      awake: isAwake === 'asking' ? 'off' : isAwake,
      visible: page.visibilityState === 'visible',
      battery: deps.battery.power.peek(),
      ...limitOf(sources),
      levels: [...levels],
      floor: loudness?.floor.peek() ?? null,
      movement: deps.movement(),
      parents: here,
      dropped,
    }))
  }

  const microphone = (): Report['microphone'] => {
    // First: while it is fetched anew because it is silent, nothing has become better.
    if (isSilent(silence, performance.now())) return 'silent'
    return stateOf(deps.audio.peek())
  }
  const camera = (): Report['camera'] => {
    if (!deps.picture()) return 'none'
    // Whether pictures come is told by their number.
    return deps.turning() ? 'live' : stateOf(deps.video.peek())
  }

  const tick = (): void => {
    if (performance.now() - sentMs >= reportEveryMs - slackMs) void report()
  }
  const clock = setInterval(tick, reportEveryMs)
  const stopTicking = loudness?.onTick(tick)
  void report()

  return {
    now: () => void report(),
    close() {
      closed = true
      clearInterval(clock)
      stopTicking?.()
    },
  }
}

function stateOf(track: MediaStreamTrack | null): 'live' | 'muted' | 'lost' {
  if (track === null || track.readyState === 'ended') return 'lost'
  return track.muted ? 'muted' : 'live'
}

function limitOf({ limit }: Sources): Pick<Report, 'limit'> {
  const known = limitSchema.options.find((option) => option === limit)
  return known === undefined ? {} : { limit: known }
}

function energyOf(before: Sources, now: Sources): readonly number[] {
  if (before.sound === null || now.sound === null || now.sound.seconds <= before.sound.seconds) return []
  return [now.sound.energy > before.sound.energy ? soundDb : zerosDb]
}
