// A nursery with a sound of its own: what the baby's phone plays comes back into its microphone, as it does in a room, beside a hum
// and, when a journey wants it, a cry. The camera stays what it is.

import type { Phone } from './phone.ts'

declare global {
  interface Window {
    nursery: {
      /** A voice that sobs, between now and silence. */
      cry(yes: boolean): void
      /** Of what WebAudio gives the loudspeaker, dB of full scale at this moment. */
      playedDb(): number
      /** The strongest tone in it. */
      playedHz(): number
    }
  }
}

/** Before Start. */
export async function stageNursery(phone: Phone): Promise<void> {
  await phone.page.evaluate(() => {
    // The way through the air takes this long and so much of the sound.
    const delayS = 0.08
    const back = 10 ** (-20 / 20)
    const humAmplitude = 0.0008
    const room = new AudioContext()
    const air = room.createGain()
    const microphone = room.createMediaStreamDestination()
    const delay = room.createDelay()
    delay.delayTime.value = delayS
    air.gain.value = back
    air.connect(delay).connect(microphone)
    const hum = room.createOscillator()
    const humming = room.createGain()
    humming.gain.value = humAmplitude
    hum.connect(humming).connect(microphone)
    hum.start()
    const voice = room.createOscillator()
    voice.frequency.value = 900
    const crying = room.createGain()
    crying.gain.value = 0
    voice.connect(crying).connect(microphone)
    voice.start()

    const ears = new Map<BaseAudioContext, AnalyserNode>()
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode, ...rest: number[]) => AudioNode
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode, ...rest: number[]) {
      const { context } = this
      if (to === context.destination && this instanceof GainNode && context instanceof AudioContext) {
        const ear = context.createAnalyser()
        ear.fftSize = 8192
        ear.smoothingTimeConstant = 0
        const out = context.createMediaStreamDestination()
        connect.call(this, ear)
        connect.call(this, out)
        ears.set(context, ear)
        room.createMediaStreamSource(out.stream).connect(air)
      }
      return connect.call(this, to, ...rest)
    } as typeof AudioNode.prototype.connect

    let sobbing: ReturnType<typeof setInterval> | undefined
    window.nursery = {
      cry(yes) {
        clearInterval(sobbing)
        const sob = (): void => {
          crying.gain.setTargetAtTime(0.3, room.currentTime, 0.05)
          crying.gain.setTargetAtTime(0, room.currentTime + 1.2, 0.05)
        }
        if (!yes) return
        sob()
        sobbing = setInterval(sob, 1700)
      },
      playedDb() {
        let power = 0
        for (const [context, ear] of ears) {
          // One that rests keeps its last samples.
          if (context.state !== 'running') continue
          const samples = new Float32Array(ear.fftSize)
          ear.getFloatTimeDomainData(samples)
          power += samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
        }
        return 10 * Math.log10(power + 1e-12)
      },
      playedHz() {
        let strongest = { hz: 0, db: -Infinity }
        for (const [context, ear] of ears) {
          if (context.state !== 'running') continue
          const levels = new Float32Array(ear.frequencyBinCount)
          ear.getFloatFrequencyData(levels)
          for (const [bin, db] of levels.entries()) {
            if (db > strongest.db) strongest = { hz: (bin * context.sampleRate) / ear.fftSize, db }
          }
        }
        return strongest.hz
      },
    }
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const { audio, video } = constraints ?? {}
      void room.resume()
      const seen = video === undefined || video === false ? [] : (await ask({ video })).getTracks()
      const heard = audio === undefined || audio === false ? [] : [microphone.stream.clone().getAudioTracks()[0]]
      return new MediaStream([...seen, ...heard.filter((track) => track !== undefined)])
    }
  })
}
