// Listens at the loudspeaker of a page: at the destination of its audio contexts, where the alarm comes out.

import type { Page } from 'puppeteer'

export interface Tone {
  readonly hz: number
  /** Of full scale. */
  readonly db: number
}

declare global {
  interface Window {
    /** The strongest tone at this moment. */
    tone(): Tone
  }
}

/** Before the page is opened. */
export async function listen(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const meters = new Map<BaseAudioContext, AnalyserNode>()
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode, ...rest: number[]) => AudioNode
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode, ...rest: number[]) {
      const { context } = this
      if (to === context.destination) {
        const meter = meters.get(context) ?? context.createAnalyser()
        meter.fftSize = 8192
        meter.smoothingTimeConstant = 0
        meters.set(context, meter)
        connect.call(this, meter)
      }
      return connect.call(this, to, ...rest)
    } as typeof AudioNode.prototype.connect
    window.tone = () => {
      let strongest = { hz: 0, db: -Infinity }
      for (const [context, meter] of meters) {
        const levels = new Float32Array(meter.frequencyBinCount)
        meter.getFloatFrequencyData(levels)
        for (const [bin, db] of levels.entries()) {
          if (db > strongest.db) strongest = { hz: (bin * context.sampleRate) / meter.fftSize, db }
        }
      }
      return strongest
    }
  })
}

/** Whether it may be one of the alarm's. */
export function hearsTone({ hz, db }: Tone): boolean {
  return db > -50 && hz > 150 && hz < 1600
}
