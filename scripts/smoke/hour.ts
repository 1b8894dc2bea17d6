// A recorder that hands out an hour within half a minute, as Chromium's would: a header, then one fragment for each key frame.

import assert from 'node:assert/strict'
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'
import { createSplitter } from '../../public/recording/fragments.ts'

export interface Hour {
  /** In base64. */
  readonly header: string
  readonly fragment: string
  readonly fragments: number
  readonly bytesPerFragment: number
  /** Where a fragment says when it begins, in 64 bits, and how much later the next one does. */
  readonly clocks: readonly { readonly at: number; readonly step: number }[]
}

declare global {
  interface Window {
    hurried: { share: number }
  }
}

const fps = 30
const fragmentS = 2
const frameBytes = 2000

export async function makeHour(seconds: number): Promise<Hour> {
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'fragmented' }), target })
  const video = new EncodedVideoPacketSource('vp8')
  const audio = new EncodedAudioPacketSource('opus')
  output.addVideoTrack(video)
  output.addAudioTrack(audio)
  await output.start()
  for (let frame = 0; frame < 4 * fragmentS * fps; frame++) {
    const type = frame % (fragmentS * fps) === 0 ? 'key' : 'delta'
    const decoderConfig = { codec: 'vp8', codedWidth: 1280, codedHeight: 720 }
    await video.add(new EncodedPacket(new Uint8Array(frameBytes), type, frame / fps, 1 / fps), { decoderConfig })
    await audio.add(new EncodedPacket(Uint8Array.of(0xfc, 0), 'key', frame / fps, 1 / fps), {
      decoderConfig: { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000 },
    })
  }
  await output.finalize()
  assert.ok(target.buffer)
  const cuts = createSplitter('mp4')(new Uint8Array(target.buffer))
  const header = Buffer.concat(cuts.filter(({ kind }) => kind === 'header').map(({ bytes }) => bytes))
  const [first, second] = cuts.filter(({ kind }) => kind === 'start').map(({ bytes }) => Buffer.from(bytes))
  assert.ok(first && second && first.length === second.length)
  const clocks = []
  for (let at = first.indexOf('tfdt'); at !== -1; at = first.indexOf('tfdt', at + 4)) {
    assert.equal(first[at + 4], 1, 'the clock has 64 bits')
    const [from, to] = [first.readBigUint64BE(at + 8), second.readBigUint64BE(at + 8)]
    clocks.push({ at: at + 8, step: Number(to - from) })
  }
  return {
    header: header.toString('base64'),
    fragment: first.toString('base64'),
    fragments: seconds / fragmentS,
    bytesPerFragment: first.length,
    clocks,
  }
}

/** Is sent to the page as text: it may use nothing from outside. */
export function installHurriedRecorder({ header, fragment, fragments, clocks }: Hour): void {
  const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
  const template = bytesOf(fragment)
  window.hurried = { share: 0 }

  /** What the workers have been asked and not answered: a real recorder never hurries ahead of the phone's storage. */
  let unanswered = 0
  const mostUnanswered = 4
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      this.addEventListener('message', () => unanswered--)
    }
    override postMessage(message: unknown): void {
      unanswered++
      super.postMessage(message)
    }
  }

  class HurriedRecorder extends EventTarget {
    static isTypeSupported = (mimeType: string): boolean => mimeType === 'video/mp4'
    state = 'inactive'

    start(): void {
      this.state = 'recording'
      // Never within start().
      setTimeout(() => this.handOut(bytesOf(header)))
      let index = 0
      const timer = setInterval(() => {
        if (this.state === 'inactive' || index === fragments) {
          clearInterval(timer)
          return
        }
        const view = new DataView(template.buffer)
        for (let more = mostUnanswered - unanswered; more > 0 && index < fragments; more--) {
          for (const { at, step } of clocks) view.setBigUint64(at, BigInt(index * step))
          this.handOut(template)
          index++
        }
        window.hurried.share = index / fragments
      }, 5)
    }

    stop(): void {
      this.state = 'inactive'
      setTimeout(() => this.dispatchEvent(new Event('stop')))
    }

    handOut(bytes: Uint8Array<ArrayBuffer>): void {
      this.dispatchEvent(new BlobEvent('dataavailable', { data: new Blob([bytes]) }))
    }
  }
  window.MediaRecorder = HurriedRecorder as unknown as typeof MediaRecorder
}
