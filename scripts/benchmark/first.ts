// From the parent's tap to the first frame on the screen and to the first sound, across the rooms of a house, beside two pages that do
// nothing else.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { babyText } from '../../public/text/en-baby.ts'
import type { Phone } from '../smoke/phone.ts'
import { until } from '../smoke/wait.ts'
import { writeCamera } from './camera.ts'
import { inHome, leave } from './home.ts'
import { isReady } from './pairs.ts'
import type { References } from './references.ts'
import type { Measured } from './report.ts'
import { writeTone } from './tone.ts'

declare global {
  interface Window {
    first: { tappedMs: number | null; frameMs: number | null; soundMs: number | null }
  }
}

interface First {
  readonly frameMs: number
  readonly soundMs: number
}

export async function measureFirst(references: References, tries: number): Promise<readonly Measured[] | null> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
  try {
    const cameraFile = await writeCamera('whole', { width: 640, height: 480 }, folder)
    const soundFile = await writeTone('steady', folder)
    const options = { cameraFile, soundFile, beforeParent: watchFirst }
    return await inHome(references, options, async (home) => {
      const own: First[] = []
      const reference: First[] = []
      const tryOwn = async (): Promise<First> => {
        await home.baby.sees(babyText.watching(0))
        const parent = await home.openParent()
        const first = await tapped(parent, 'link', 'Parent Station')
        await leave(parent)
        return first
      }
      const tryBare = async (): Promise<First> => {
        await isReady(home.bareBaby)
        const parent = await home.openBareParent()
        const first = await tapped(parent, 'button', 'Watch')
        await leave(parent)
        return first
      }
      // The first pair warms the browsers up.
      await tryOwn()
      await tryBare()
      while (own.length < tries) {
        own.push(await tryOwn())
        reference.push(await tryBare())
      }
      const figure = (what: string, of: (first: First) => number): Measured => ({
        name: `From the parent's tap to the first ${what}`,
        unit: 'ms',
        digits: 0,
        beside: 'bare RTCPeerConnection',
        own: own.map(of),
        reference: reference.map(of),
        goal: { of: 'ratio', atMost: 1.1 },
      })
      return [figure('frame', ({ frameMs }) => frameMs), figure('sound', ({ soundMs }) => soundMs)]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function tapped(phone: Phone, role: 'link' | 'button', name: string): Promise<First> {
  const target = await phone.find(role, name)
  await target.tap()
  const found = await until(
    `${phone.label} sees and hears`,
    () =>
      phone.page.evaluate(() => {
        const { tappedMs, frameMs, soundMs } = window.first
        if (tappedMs === null || frameMs === null || soundMs === null) return null
        return { frameMs: frameMs - tappedMs, soundMs: soundMs - tappedMs }
      }),
    (value) => value !== null,
  )
  return found ?? { frameMs: Number.NaN, soundMs: Number.NaN }
}

/** Runs in each page before its own code. */
function watchFirst(): void {
  const seen = (window.first = { tappedMs: null, frameMs: null, soundMs: null } as Window['first'])
  const loud = 0.02
  // The finger comes down; the click follows when it goes up.
  document.addEventListener('pointerdown', ({ timeStamp }) => (seen.tappedMs = timeStamp), { capture: true })

  const watched = new WeakSet<HTMLVideoElement>()
  const watch = (video: HTMLVideoElement): void => {
    if (watched.has(video)) return
    watched.add(video)
    video.requestVideoFrameCallback(() => {
      seen.frameMs ??= performance.now()
    })
  }
  new MutationObserver(() => {
    for (const video of document.querySelectorAll('video')) watch(video)
  }).observe(document, { childList: true, subtree: true })

  const isAloud = (data: AudioData): boolean => {
    const samples = new Float32Array(data.numberOfFrames)
    data.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
    return samples.some((sample) => Math.abs(sample) > loud)
  }
  /** What the element gets of the track at the same time as the phone's output. */
  const hear = async (video: HTMLVideoElement, track: MediaStreamTrack): Promise<void> => {
    // No part of TypeScript's DOM.
    const Processor = Reflect.get(window, 'MediaStreamTrackProcessor') as new (init: { track: MediaStreamTrack }) => {
      readonly readable: ReadableStream<AudioData>
    }
    const reader = new Processor({ track }).readable.getReader()
    for (let is = false; !is && seen.soundMs === null;) {
      const { value: data } = await reader.read()
      if (data === undefined) break
      const plays = !video.paused && !video.muted && video.volume > 0
      is = plays && isAloud(data)
      if (is) seen.soundMs ??= performance.now()
      data.close()
    }
    await reader.cancel()
  }
  const heard = new WeakSet<MediaStreamTrack>()
  // Comes when an element is given a stream.
  const listen = ({ target }: Event): void => {
    if (!(target instanceof HTMLVideoElement && target.srcObject instanceof MediaStream)) return
    for (const track of target.srcObject.getAudioTracks()) {
      if (heard.has(track)) continue
      heard.add(track)
      void hear(target, track)
    }
  }
  for (const type of ['loadstart', 'playing']) document.addEventListener(type, listen, { capture: true })
}
