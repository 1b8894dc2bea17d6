// Plays a soothing sound at the Baby Station. Swelling and fading are given to the browser's sound thread beforehand: it keeps
// them also in a hidden page, where timers come late.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { SoothingSound } from '../shared/station-protocol.ts'
import { fadeOf, gainAt, gainOf, isOver, stopMs, swellMs } from './plan.ts'
import type { Playing } from './plan.ts'
import { envelopeMs, render, renderedAtHz } from './synthesis.ts'
import type { Rendered } from './synthesis.ts'

export interface Speaker {
  /** It should play and the browser does not let it: for want of a tap, for a telephone call, or for good. */
  readonly blocked: ReadonlySignal<boolean>
  /** From now on; null fades away at once. */
  play(playing: Playing | null): void
  /** Somebody talks to the baby: softer meanwhile. */
  quieten(yes: boolean): void
  /** What the loudspeaker is given at this moment, A-weighted, in dB of full scale; null for nothing. */
  levelDb(): number | null
  close(): void
}

export interface SpeakerDeps {
  /** Where taps are: browsers start sound only after one. */
  readonly page: Document
  createContext(): AudioContext
  readonly nowMs?: () => number
}

interface Voice {
  readonly sound: SoothingSound
  readonly source: AudioBufferSourceNode
  readonly gain: GainNode
  readonly envelope: readonly number[]
  readonly beganS: number
}

/** Time constant of a change of volume. */
const changeS = 0.1
const quietenedTo = 0.1
/** Loudspeakers take a moment to wake. */
const wakesMs = 2000

export function createSpeaker({ page, createContext, nowMs = Date.now }: SpeakerDeps): Speaker {
  const closing = new AbortController()
  const blocked = signal(false)
  let waking: ReturnType<typeof setTimeout> | undefined
  let context: AudioContext | null = null
  let master: GainNode | null = null
  let voice: Voice | null = null
  let wanted: Playing | null = null
  let quietened = false
  let made: { readonly sound: SoothingSound; readonly rendered: Rendered } | null = null

  const open = (): AudioContext | null => {
    if (context !== null) return context
    try {
      context = createContext()
    } catch {
      // This browser has no sound to give now.
      return null
    }
    master = context.createGain()
    master.gain.value = quietened ? quietenedTo : 1
    master.connect(context.destination)
    context.addEventListener('statechange', follow, { signal: closing.signal })
    return context
  }

  const begin = (sound: SoothingSound, playing: AudioContext, out: GainNode): Voice => {
    if (made?.sound !== sound) made = { sound, rendered: render(sound) }
    const { samples, envelope } = made.rendered
    const buffer = playing.createBuffer(1, samples.length, renderedAtHz)
    buffer.copyToChannel(samples, 0)
    const source = playing.createBufferSource()
    source.buffer = buffer
    source.loop = true
    const gain = playing.createGain()
    gain.gain.value = 0
    source.connect(gain).connect(out)
    source.start()
    return { sound, source, gain, envelope, beganS: playing.currentTime }
  }

  const end = ({ source, gain }: Voice, playing: AudioContext): void => {
    const { currentTime } = playing
    gain.gain.cancelScheduledValues(currentTime)
    gain.gain.setTargetAtTime(0, currentTime, stopMs / 7000)
    source.stop(currentTime + stopMs / 1000)
    source.addEventListener('ended', () => {
      source.disconnect()
      gain.disconnect()
      // A loudspeaker that is not used needs no power.
      if (voice === null && !closing.signal.aborted) playing.suspend().catch(() => undefined)
    })
  }

  /** From where the plan is now to its end. */
  const schedule = ({ gain }: Voice, playing: Playing, currentTime: number): void => {
    const { volume, sinceMs, untilMs } = playing
    const now = nowMs()
    const at = (ms: number): number => currentTime + Math.max(0, ms - now) / 1000
    gain.gain.cancelScheduledValues(currentTime)
    const swollenMs = sinceMs + swellMs
    if (now < swollenMs) {
      gain.gain.setValueAtTime(gainAt(playing, now), currentTime)
      gain.gain.linearRampToValueAtTime(gainOf(volume), at(swollenMs))
    } else gain.gain.setTargetAtTime(gainAt(playing, now), currentTime, changeS)
    if (untilMs === null) return
    const fadesMs = Math.max(untilMs - fadeOf(playing), now + 5000 * changeS, swollenMs)
    gain.gain.setValueAtTime(gainAt(playing, fadesMs), at(fadesMs))
    gain.gain.linearRampToValueAtTime(0, at(untilMs))
  }

  const apply = (): void => {
    if (voice !== null && context !== null && voice.sound !== wanted?.sound) {
      const former = voice
      voice = null
      end(former, context)
    }
    const playing = wanted === null ? null : open()
    watch()
    if (playing === null || master === null || wanted === null) return
    if (playing.state !== 'running') playing.resume().catch(() => undefined)
    voice ??= begin(wanted.sound, playing, master)
    schedule(voice, wanted, playing.currentTime)
  }

  /** Says so only when it lasts. */
  const watch = (): void => {
    clearTimeout(waking)
    const isFine = (): boolean => wanted === null || context?.state === 'running'
    if (isFine()) blocked.value = false
    else waking = setTimeout(() => (blocked.value = !isFine()), wakesMs)
  }

  /** A telephone call has stopped it, or it was never allowed: it goes on when it may. */
  function follow(): void {
    watch()
    if (wanted === null || context === null || closing.signal.aborted) return
    if (context.state === 'running') apply()
    else if (context.state !== 'closed') context.resume().catch(() => undefined)
  }
  for (const type of ['pointerup', 'keydown', 'visibilitychange']) {
    page.addEventListener(
      type,
      () => {
        if (context?.state !== 'running') follow()
      },
      { signal: closing.signal },
    )
  }

  return {
    blocked,
    play(playing) {
      if (closing.signal.aborted) return
      wanted = playing
      apply()
    },
    quieten(yes) {
      quietened = yes
      if (context !== null) master?.gain.setTargetAtTime(yes ? quietenedTo : 1, context.currentTime, changeS)
    },
    levelDb() {
      if (voice === null || wanted === null || context?.state !== 'running') return null
      const now = nowMs()
      const gain = isOver(wanted, now) ? 0 : gainAt(wanted, now) * (quietened ? quietenedTo : 1)
      const at = Math.floor(((context.currentTime - voice.beganS) * 1000) / envelopeMs)
      const level = voice.envelope[at % voice.envelope.length]
      return gain === 0 || level === undefined ? null : level + 20 * Math.log10(gain)
    },
    close() {
      if (closing.signal.aborted) return
      closing.abort()
      clearTimeout(waking)
      wanted = null
      voice = null
      context?.close().catch(() => undefined)
      context = null
    },
  }
}
