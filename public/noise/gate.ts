// Keeps the parent's room quiet until there is something to hear. Off unless somebody wants it, and only in charge while it is
// proven to work: otherwise the media element plays, as it does without a gate.
//
// What is played comes a moment later than what is measured, so that the beginning of a sound is not lost.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { assetUrls } from '../shared/asset-urls.ts'
import type { Report } from '../shared/station-protocol.ts'
import { comfortGain, makeComfortNoise } from './comfort-noise.ts'
import { nextGate, openGate } from './gate-state.ts'
import type { Gate } from './gate-state.ts'
import { createListening } from './listening.ts'
import type { Listening } from './listening.ts'
import type { Noise } from './noise.ts'

export interface GateNight {
  readonly playing: ReadonlySignal<{ readonly stream: MediaStream } | null>
  /** Null when the last one is older than it may be. */
  readonly report: ReadonlySignal<Report | null>
  onReport(listener: (report: Report, atMs: number) => void): () => void
  readonly player: {
    readonly muted: ReadonlySignal<boolean>
    readonly blocked: ReadonlySignal<boolean>
    readonly running: ReadonlySignal<boolean>
    /** 0 to 1. */
    readonly loudness: ReadonlySignal<number>
    /** The element plays on without sound, because the same sound is played otherwise. */
    hush(yes: boolean): void
  }
}

export interface NoiseGate {
  /** `off` is also: it cannot be in charge now, and everything is heard. */
  readonly state: ReadonlySignal<'off' | Gate['state']>
  close(): void
}

/** Two looks and a tenth of a second to spare before the sound is due. */
const lookMs = 50
const lookBackS = 0.25
/** Without a level for so long it is not in charge. */
const provenMs = 500
const watchMs = 250
/** Time constants of the fades. */
const openS = 0.01
const closeS = 1

interface Outlet {
  readonly voice: GainNode
  readonly hiss: GainNode
  readonly hissLevelDb: number
  readonly delay: DelayNode
  close(): void
}

export function createGate(
  night: GateNight,
  noise: Pick<Noise, 'settings'>,
  workletUrl: string = assetUrls.loudnessWorklet,
): NoiseGate {
  const { player } = night
  const state = signal<'off' | Gate['state']>('off')
  let gate: Gate = openGate(0)
  let listening: Listening | null = null
  let outlet: Outlet | null = null
  let levelMs = -Infinity
  let watching: ReturnType<typeof setInterval> | undefined

  const track = computed(() => night.playing.value?.stream.getAudioTracks()[0] ?? null)
  const isWanted = computed(() => noise.settings.value.gate && track.value !== null)

  const isProven = (): boolean =>
    listening?.context?.state === 'running' &&
    listening.source !== null &&
    outlet !== null &&
    player.running.peek() &&
    performance.now() - levelMs < provenMs

  const apply = (): void => {
    const isInCharge = isWanted.peek() && isProven()
    state.value = isInCharge ? gate.state : 'off'
    player.hush(isInCharge)
    if (outlet === null || listening?.context == null) return
    const nowS = listening.context.currentTime
    const isSilent = !isInCharge || player.muted.peek() || player.blocked.peek()
    const isOpen = gate.state === 'open'
    const constantS = isOpen || isSilent ? openS : closeS
    const loudness = player.loudness.peek()
    const gain = loudness * comfortGain(outlet.hissLevelDb, night.report.peek()?.floor ?? null)
    outlet.voice.gain.setTargetAtTime(isSilent || !isOpen ? 0 : loudness, nowS, constantS)
    outlet.hiss.gain.setTargetAtTime(isSilent || isOpen ? 0 : gain, nowS, constantS)
  }

  const take = (levelDb: number | null): void => {
    levelMs = performance.now()
    const before = gate
    const floorDb = night.report.peek()?.floor ?? null
    const { thresholdDb } = noise.settings.peek()
    gate = nextGate(gate, { atMs: levelMs, levelDb, floorDb, thresholdDb })
    if (gate.state !== before.state || state.peek() === 'off') apply()
  }

  const begin = (): void => {
    if (listening !== null) return
    // So that an iPhone's ring switch does not silence it: sound from elements is not silenced either.
    const { audioSession } = navigator as { audioSession?: { type: string } }
    if (audioSession !== undefined) audioSession.type = 'playback'
    gate = openGate(performance.now())
    listening = createListening({ everyMs: lookMs, workletUrl, playsAloud: true })
    const { context } = listening
    outlet = context === null ? null : createOutlet(context)
    listening.onLevel(take)
    listening.onSource((source) => {
      if (outlet !== null) source?.connect(outlet.delay)
    })
    watching = setInterval(apply, watchMs)
  }

  const end = (): void => {
    clearInterval(watching)
    listening?.close()
    outlet?.close()
    listening = null
    outlet = null
    levelMs = -Infinity
    apply()
  }

  const stopFollowing = [
    effect(() => {
      const wanted = isWanted.value
      const now = track.value
      untracked(() => {
        if (wanted) begin()
        else end()
        listening?.setTrack(now)
      })
    }),
    effect(() => {
      // Each of these is heard at once.
      void [player.muted.value, player.blocked.value, player.running.value, player.loudness.value]
      untracked(apply)
    }),
  ]
  // In a hidden page reports come on time and timers do not.
  const stopListening = night.onReport(apply)

  return {
    state,
    close() {
      for (const stop of stopFollowing) stop()
      stopListening()
      end()
    },
  }
}

function createOutlet(context: AudioContext): Outlet {
  const delay = context.createDelay(1)
  delay.delayTime.value = lookBackS
  const voice = context.createGain()
  const hiss = context.createGain()
  voice.gain.value = 0
  hiss.gain.value = 0
  const { samples, levelDb } = makeComfortNoise(context.sampleRate)
  const buffer = context.createBuffer(1, samples.length, context.sampleRate)
  buffer.copyToChannel(samples, 0)
  const source = context.createBufferSource()
  source.buffer = buffer
  source.loop = true
  delay.connect(voice).connect(context.destination)
  source.connect(hiss).connect(context.destination)
  source.start()
  return {
    voice,
    hiss,
    hissLevelDb: levelDb,
    delay,
    close() {
      source.stop()
      for (const node of [delay, voice, source, hiss]) node.disconnect()
    },
  }
}
