// Measures on the browser's sound thread: that goes on ten times a second while the page is hidden, when its timers do not.

import { createMeter, processorName } from './meter.ts'
import type { MeterOptions } from './meter.ts'

// TypeScript's DOM library does not know what such a thread has.
declare const sampleRate: number
declare const AudioWorkletProcessor: new () => { readonly port: MessagePort }
declare function registerProcessor(name: string, processor: unknown): void

/** Samples in each call while nothing is connected. */
const quantum = 128

registerProcessor(
  processorName,
  // The browser wants a class here.
  class extends AudioWorkletProcessor {
    private readonly meter
    private isOpen = true

    constructor({ processorOptions }: { readonly processorOptions: MeterOptions }) {
      super()
      this.meter = createMeter(sampleRate, processorOptions.everyMs, (levelDb) => this.port.postMessage(levelDb))
      this.port.addEventListener('message', () => {
        this.isOpen = false
      })
      this.port.start()
    }

    /** Loudness of the first channel: a microphone asked for with one has no other. */
    process([input]: Float32Array[][]): boolean {
      const samples = input?.[0] ?? null
      this.meter.take(samples, samples?.length ?? quantum)
      return this.isOpen
    }
  },
)
