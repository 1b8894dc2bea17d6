// A call from this page to itself, the gate on what arrives and the softer way round it, and what the loudspeaker is given.

import { computed, signal } from '@preact/signals'
import { createGate } from '../../public/noise/gate.ts'
import { usualSettings } from '../../public/noise/noise.ts'
import { createPlayer } from '../../public/parent/player.ts'
import { createAside } from '../../public/sound/aside.ts'
import { sampleReport } from '../../public/shared/sample-report.ts'
import type { Report } from '../../public/shared/station-protocol.ts'

export interface GatePage {
  state(): string
  /** Makes a sound of so many milliseconds. */
  beep(ms: number): void
  /** From the sound in the microphone to the open gate. */
  openedAfterMs(): number | null
  /** Mean power of what the sound thread plays aloud since the last call, in dB of full scale; the element is not in it. */
  playedDb(): number
  /** Energy since the last call, where 1 is a second of the beep. */
  playedBeeps(): number
  /** Whether the media element itself is heard. */
  elementIsHeard(): boolean
  setGate(yes: boolean): void
  setMuted(yes: boolean): void
  setReports(yes: boolean): void
  /** 0 to 1, on a phone that lets no page change how loud an element is. */
  setLoudness(loudness: number): void
  isMuted(): boolean
}

declare global {
  interface Window {
    gatePage: GatePage
  }
}

const amplitude = 0.2
const roomAmplitude = 0.0006

// What is led to a loudspeaker is looked at too.
let power = 0
let samples = 0
const taps = new WeakMap<BaseAudioContext, ScriptProcessorNode>()
const connect = AudioNode.prototype.connect as (...args: unknown[]) => AudioNode
AudioNode.prototype.connect = function connectAndTap(this: AudioNode, ...args: unknown[]) {
  const [target] = args
  const { context } = this
  if (target === context.destination && this instanceof GainNode && context instanceof AudioContext) {
    let tap = taps.get(context)
    if (tap === undefined) {
      tap = context.createScriptProcessor(1024, 1, 1)
      tap.addEventListener('audioprocess', ({ inputBuffer }) => {
        for (const sample of inputBuffer.getChannelData(0)) power += sample * sample
        samples += inputBuffer.length
      })
      taps.set(context, tap)
      connect.call(tap, context.destination)
    }
    connect.call(this, tap)
  }
  return connect.apply(this, args)
} as AudioNode['connect']

function takePlayed(): { readonly meanPower: number; readonly energy: number } {
  const taken = { meanPower: power / Math.max(1, samples), energy: power / 48_000 }
  power = 0
  samples = 0
  return taken
}

document.querySelector('button')?.addEventListener('click', () => void begin())

async function begin(): Promise<void> {
  const microphone = new AudioContext({ sampleRate: 48_000 })
  const outlet = microphone.createMediaStreamDestination()
  outlet.channelCount = 1
  const tone = microphone.createOscillator()
  tone.frequency.value = 1000
  const beep = microphone.createGain()
  beep.gain.value = 0
  const hum = microphone.createOscillator()
  hum.frequency.value = 700
  const room = microphone.createGain()
  room.gain.value = roomAmplitude
  tone.connect(beep).connect(outlet)
  hum.connect(room).connect(outlet)
  tone.start()
  hum.start()

  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()]
  near.addEventListener('icecandidate', ({ candidate }) => void far.addIceCandidate(candidate ?? undefined))
  far.addEventListener('icecandidate', ({ candidate }) => void near.addIceCandidate(candidate ?? undefined))
  const arrived = new Promise<MediaStream>((resolve) =>
    far.addEventListener('track', ({ track }) => resolve(new MediaStream([track]))),
  )
  for (const track of outlet.stream.getTracks()) near.addTrack(track, outlet.stream)
  await near.setLocalDescription()
  await far.setRemoteDescription(near.localDescription ?? { type: 'offer' })
  await far.setLocalDescription()
  await near.setRemoteDescription(far.localDescription ?? { type: 'answer' })
  const stream = await arrived

  const video = document.createElement('video')
  document.body.append(video)
  const player = createPlayer()
  player.attach(video)
  player.setStream(stream)
  const report: Report = { ...sampleReport, floor: -66 }
  const reported = signal<Report | null>(report)
  const settings = signal(usualSettings)
  const listeners = new Set<(report: Report, atMs: number) => void>()
  const gate = createGate(
    {
      playing: signal({ stream }),
      report: reported,
      onReport(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      player,
    },
    { settings },
  )
  createAside({ playing: signal({ stream }), player, taken: computed(() => gate.state.value !== 'off') })
  let beganMs = 0
  let openedAfterMs: number | null = null
  gate.state.subscribe((state) => {
    if (state === 'open' && beganMs > 0) openedAfterMs ??= performance.now() - beganMs
  })

  window.gatePage = {
    state: () => gate.state.value,
    beep(ms) {
      const nowS = microphone.currentTime + 0.05
      beep.gain.setValueAtTime(amplitude, nowS)
      beep.gain.setValueAtTime(0, nowS + ms / 1000)
      beganMs = performance.now() + 50
      openedAfterMs = null
    },
    openedAfterMs: () => openedAfterMs,
    playedDb: () => 10 * Math.log10(takePlayed().meanPower + 1e-12),
    playedBeeps: () => takePlayed().energy / (amplitude ** 2 / 2),
    elementIsHeard: () => !video.muted && !video.paused,
    setGate: (yes) => void (settings.value = { ...settings.value, gate: yes }),
    setMuted: (yes) => player.setMuted(yes),
    setLoudness: (loudness) => player.setLoudness(loudness),
    setReports: (yes) => void (reported.value = yes ? report : null),
    isMuted: () => player.muted.value,
  }
}
