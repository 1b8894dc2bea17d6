// Says of each picture and of each click when it was captured and when it was shown or played, by the clock of the one machine that both
// phones are. A picture carries its number as black and white cells, so that it is known at both ends.

import { join } from 'node:path'
import type { Phone } from '../smoke/phone.ts'
import { runTool } from '../smoke/tool.ts'

/** Milliseconds since 1970, of the pictures with their numbers. */
export interface Stamps {
  readonly pictures: readonly { readonly number: number; readonly atMs: number }[]
  readonly clicks: readonly number[]
}

declare global {
  interface Window {
    stamps: {
      pictures: { number: number; atMs: number }[]
      clicks: number[]
      /** What camera and microphone give is stamped by their own clock; this is how much later it was read at the soonest. */
      late: Record<'video' | 'audio', number>
    }
  }
}

const frames = 128
const rate = 30
/** After which the numbers begin again. */
export const roundMs = (frames / rate) * 1000
/** In pixels of 640 by 480: a cell for each bit, and another with its opposite. */
const [cell, bits] = [32, 7]
const width = 2 * bits * cell
const luma = `16+219*abs(gte(X,${width / 2})-mod(floor(N/pow(2,mod(floor(X/${cell}),${bits}))),2))`

export async function writeNumbered(folder: string): Promise<string> {
  const file = join(folder, 'numbered.y4m')
  const code = `color=gray:size=${width}x${cell}:rate=${rate},format=yuv420p,geq=lum='${luma}':cb=128:cr=128`
  const film = `testsrc2=size=640x480:rate=${rate}[film];${code}[code];[film][code]overlay=(W-w)/2:(H-h)/2`
  const input = ['-f', 'lavfi', '-i', film, '-vf', 'format=yuv420p']
  await runTool('ffmpeg', ['-hide_banner', '-y', ...input, '-frames:v', String(frames), file])
  return file
}

export function beginStamps({ page }: Phone): Promise<void> {
  return page.evaluate(() => void Object.assign(window.stamps, { pictures: [], clicks: [] }))
}

export function takeStamps({ page }: Phone): Promise<Stamps> {
  return page.evaluate(() => {
    const { pictures, clicks, late: read } = window.stamps
    // What is received is stamped when it is shown and played.
    const late = {
      video: Number.isFinite(read.video) ? read.video : 0,
      audio: Number.isFinite(read.audio) ? read.audio : 0,
    }
    return {
      pictures: pictures.map(({ number, atMs }) => ({ number, atMs: atMs + late.video })),
      clicks: clicks.map((atMs) => atMs + late.audio),
    }
  })
}

/** Runs in each page before its own code: the same in the Baby Stations and in the bare ones, and so at the parents. */
export function stamp(): void {
  const stamps = (window.stamps = {
    pictures: [],
    clicks: [],
    late: { video: Infinity, audio: Infinity },
  } as Window['stamps'])
  const [cells, half, of] = [14, 7, 640]
  const loud = 0.15
  const now = (): number => performance.timeOrigin + performance.now()

  const numberOf = async (frame: VideoFrame): Promise<number | null> => {
    const scale = (frame.visibleRect?.width ?? 0) / of
    const even = (value: number): number => 2 * Math.round((value * scale) / 2)
    const [rectWidth, height] = [even(32 * cells), Math.max(2, even(8))]
    const rect = { x: even((of - 32 * cells) / 2), y: even(236), width: rectWidth, height }
    const bytes = new Uint8Array(frame.allocationSize({ rect }))
    const [plane] = await frame.copyTo(bytes, { rect })
    const { offset, stride } = plane ?? { offset: 0, stride: 0 }
    const row = offset + stride * (height >> 1)
    const values = Array.from(
      { length: cells },
      (_, at) => bytes[row + Math.round(((at + 0.5) * rectWidth) / cells)] ?? 0,
    )
    let number = 0
    for (let bit = 0; bit < half; bit += 1) {
      const is = (values[bit] ?? 0) > 127
      if (is === (values[bit + half] ?? 0) > 127) return null
      if (is) number += 1 << bit
    }
    return number
  }
  const see = async (frame: VideoFrame, atMs: number): Promise<void> => {
    const number = await numberOf(frame)
    if (number !== null) stamps.pictures.push({ number, atMs })
    frame.close()
  }

  // No part of TypeScript's DOM.
  const Processor = Reflect.get(window, 'MediaStreamTrackProcessor') as new (init: { track: MediaStreamTrack }) => {
    readonly readable: ReadableStream<VideoFrame | AudioData>
  }
  const each = async (track: MediaStreamTrack, look: (data: VideoFrame | AudioData) => void): Promise<void> => {
    const reader = new Processor({ track }).readable.getReader()
    for (;;) {
      const { value } = await reader.read()
      if (value === undefined) return
      look(value)
    }
  }

  let lastClickMs = -Infinity
  /** @param stampMs of its beginning */
  const listen = (data: AudioData, stampMs: number): void => {
    const samples = new Float32Array(data.numberOfFrames)
    data.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
    const at = samples.findIndex((sample) => Math.abs(sample) > loud)
    const clickMs = stampMs + (at * 1000) / data.sampleRate
    if (at >= 0 && clickMs - lastClickMs > 300) stamps.clicks.push(clickMs)
    if (at >= 0) lastClickMs = clickMs
  }

  let captures = false
  const devices = (navigator as Partial<Navigator>).mediaDevices
  const getUserMedia = devices?.getUserMedia.bind(devices)
  if (devices !== undefined && getUserMedia !== undefined) {
    devices.getUserMedia = async (constraints) => {
      const stream = await getUserMedia(constraints)
      captures = true
      for (const track of stream.getTracks().map((one) => one.clone())) {
        void each(track, (data) => {
          const kind = data instanceof AudioData ? 'audio' : 'video'
          // By now all of it is here; it was captured meanwhile.
          const capturedMs = (data.timestamp + (kind === 'audio' ? -(data.duration ?? 0) : 0)) / 1000
          stamps.late[kind] = Math.min(stamps.late[kind], now() - data.timestamp / 1000)
          if (data instanceof AudioData) {
            listen(data, capturedMs)
            data.close()
          } else void see(data, capturedMs)
        })
      }
      return stream
    }
  }

  const hooked = new WeakSet<HTMLVideoElement | MediaStreamTrack>()
  const watch = ({ target }: Event): void => {
    if (captures || !(target instanceof HTMLVideoElement && target.srcObject instanceof MediaStream)) return
    for (const track of target.srcObject.getAudioTracks()) {
      if (hooked.has(track)) continue
      hooked.add(track)
      void each(track, (data) => {
        if (!(data instanceof AudioData)) return
        listen(data, now())
        data.close()
      })
    }
    if (hooked.has(target)) return
    hooked.add(target)
    const onFrame = (_: number, { expectedDisplayTime }: VideoFrameCallbackMetadata): void => {
      // A page that is being left may have none any more.
      if (target.srcObject !== null && target.readyState >= target.HAVE_CURRENT_DATA) {
        void see(new VideoFrame(target), performance.timeOrigin + expectedDisplayTime)
      }
      target.requestVideoFrameCallback(onFrame)
    }
    target.requestVideoFrameCallback(onFrame)
  }
  for (const type of ['loadstart', 'playing']) document.addEventListener(type, watch, { capture: true })
}
