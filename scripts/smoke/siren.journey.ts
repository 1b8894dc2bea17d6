// The alarm's sound, as Chromium makes it: measured against the numbers that it promises, and played by both of its ways.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { build } from 'esbuild'
import type { Browser, Page } from 'puppeteer'
import type * as Bursts from '../../public/alarm/bursts.ts'
import type * as Elements from '../../public/alarm/element.ts'
import type * as Sirens from '../../public/alarm/siren.ts'
import { openBrowser } from './browser.ts'
import { pulsesOf } from './spectrum.ts'
import type { HeardPulse } from './spectrum.ts'
import { until } from './wait.ts'

interface Tried {
  siren: Sirens.Siren
  readonly audio: HTMLAudioElement
  /** The highest sample at the loudspeaker since it was last asked. */
  peak(): number
  /** What a telephone call does to the sound of a page. */
  takeAway(): void
}

declare global {
  interface Window {
    alarm: typeof Bursts & typeof Elements & typeof Sirens
    tried: Tried
  }
}

const rate = 24_000
let browser: Browser
let code: string

before(async () => {
  const bundle = await build({
    stdin: {
      contents: ['bursts', 'element', 'siren'].map((name) => `export * from './${name}.ts'`).join('\n'),
      resolveDir: join(import.meta.dirname, '../../public/alarm'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'alarm',
  })
  code = bundle.outputFiles[0]?.text ?? ''
  browser = await openBrowser()
})
after(() => browser.close())

async function openPage(): Promise<Page> {
  const page = await browser.newPage()
  // tsx names functions by a helper that the page does not have.
  await page.evaluateOnNewDocument('globalThis.__name = (target) => target')
  await page.evaluateOnNewDocument(code.replace('var alarm', 'window.alarm'))
  await page.goto('data:text/html,<button>tap</button>')
  return page
}

async function hear(loudness: 'high' | 'medium', seconds: number, bursts = 0): Promise<readonly HeardPulse[]> {
  const page = await openPage()
  const text = await page.evaluate(
    async (options, length, sampleRate) => {
      const context = new OfflineAudioContext(1, length * sampleRate, sampleRate)
      window.alarm.startBursts(context, options)
      const samples = (await context.startRendering()).getChannelData(0)
      const bytes = new Uint8Array(samples.buffer)
      let letters = ''
      for (const byte of bytes) letters += String.fromCharCode(byte)
      return btoa(letters)
    },
    { loudness, after: bursts },
    seconds,
    rate,
  )
  await page.close()
  const bytes = Buffer.from(text, 'base64')
  return pulsesOf(new Float32Array(Uint8Array.from(bytes).buffer), rate)
}

/** Pulses with no more than this between them are one burst. */
function burstsOf(pulses: readonly HeardPulse[]): HeardPulse[][] {
  const found: HeardPulse[][] = []
  for (const pulse of pulses) {
    const before = found.at(-1)?.at(-1)
    if (before !== undefined && pulse.atMs - before.atMs < 1500) found.at(-1)?.push(pulse)
    else found.push([pulse])
  }
  return found
}

function near(value: number, wanted: number, by: number, what: string): void {
  assert.ok(Math.abs(value - wanted) <= by, `${what}: ${value}, not ${wanted}`)
}

function expectTones(pulses: readonly HeardPulse[]): void {
  for (const { hz, overtones } of pulses) {
    assert.ok(hz >= 150 && hz <= 1000, `${hz} Hz`)
    assert.ok(overtones >= 4, `${overtones} overtones of ${hz} Hz`)
  }
}

test('the high alarm is ten pulses of about 145 ms, 3 and 2, twice, that swell from burst to burst', async () => {
  const bursts = burstsOf(await hear('high', 31))
  assert.equal(bursts.length, 5)
  for (const burst of bursts) {
    assert.equal(burst.length, 10)
    for (const { durationMs } of burst) near(durationMs, 145, 15, 'a pulse')
    const gaps = burst.slice(1).map(({ atMs }, index) => atMs - (burst[index]?.atMs ?? 0))
    const groups = gaps.flatMap((gap, index) => (gap > 300 ? [index + 1] : []))
    assert.deepEqual(groups, [3, 5, 8], 'three, two, three, two')
  }
  expectTones(bursts.flat())
  const starts = bursts.map(([first]) => first?.atMs ?? 0)
  for (const [index, at] of starts.entries()) {
    if (index > 0) assert.ok(at - (starts[index - 1] ?? 0) <= 7000, 'at most 7 s apart')
  }
  const loud = bursts.map((burst) => Math.max(...burst.map(({ peak }) => peak)))
  for (const [index, wanted] of [0.2, 0.4, 0.7, 1, 1].entries()) near(loud[index] ?? 0, wanted, 0.03, 'loudness')
  const heights = bursts[0]?.slice(0, 5).map(({ hz }) => Math.round(hz)) ?? []
  assert.deepEqual(
    heights,
    heights.toSorted((a, b) => a - b),
    'it rises',
  )
})

test('the medium alarm is three pulses of about 220 ms, at most 15 s apart', async () => {
  const bursts = burstsOf(await hear('medium', 24))
  assert.equal(bursts.length, 3)
  for (const burst of bursts) {
    assert.equal(burst.length, 3)
    for (const { durationMs } of burst) near(durationMs, 220, 15, 'a pulse')
  }
  expectTones(bursts.flat())
  const starts = bursts.map(([first]) => first?.atMs ?? 0)
  assert.ok((starts[1] ?? 0) - (starts[0] ?? 0) <= 15_000)
})

test('what follows an alarm that has swollen is at full loudness at once', async () => {
  const [first] = burstsOf(await hear('high', 5, 6))
  near(Math.max(...(first ?? []).map(({ peak }) => peak)), 1, 0.03, 'loudness')
})

/** As page.evaluate, which counts as a tap in the page: this does not. */
async function quietly<Value>(page: Page, work: () => Value): Promise<Value> {
  const devtools = await page.createCDPSession()
  const expression = `(${work.toString()})()`
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', { expression, returnByValue: true })
  await devtools.detach()
  assert.equal(exceptionDetails, undefined)
  return result.value as Value
}

async function trySiren(): Promise<Page> {
  const page = await openPage()
  await quietly(page, () => {
    const audio = new Audio()
    let context: AudioContext | null = null
    let analyser: AnalyserNode | null = null
    const siren = window.alarm.createSiren({
      page: document,
      wasTapped: () => false,
      element: window.alarm.createAlarmElement(audio),
      createContext() {
        const made = new AudioContext()
        const meter = made.createAnalyser()
        meter.fftSize = 32_768
        const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode
        AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
          if (to === made.destination) connect.call(this, meter)
          return connect.call(this, to)
        } as typeof AudioNode.prototype.connect
        analyser = meter
        context = made
        return made
      },
    })
    window.tried = {
      siren,
      audio,
      peak() {
        const samples = new Float32Array(analyser?.fftSize ?? 0)
        analyser?.getFloatTimeDomainData(samples)
        return samples.reduce((high, sample) => Math.max(high, Math.abs(sample)), 0)
      },
      takeAway() {
        if (context === null) return
        context.resume = () => Promise.reject(new DOMException('taken', 'InvalidStateError'))
        void context.suspend()
      },
    }
  })
  return page
}

const peakOf = (page: Page): Promise<number> => quietly(page, () => window.tried.peak())
const audibleOn = (page: Page): Promise<boolean> => quietly(page, () => window.tried.siren.audible.value)

test('before a tap it says that it cannot be heard; a tap anywhere makes an alarm that is due sound', async () => {
  const page = await trySiren()
  await quietly(page, () => window.tried.siren.sound('high'))
  assert.equal(await audibleOn(page), false)
  await page.click('button')
  await until('it could be heard', () => audibleOn(page))
  await until(
    'it sounds, softly at first',
    () => peakOf(page),
    (peak) => peak > 0.1 && peak <= 0.25,
  )
  await page.evaluate(() => window.tried.siren.sound(null))
  await until(
    'it is silent',
    () => peakOf(page),
    (peak) => peak === 0,
  )
  assert.equal(await audibleOn(page), true)
  await page.close()
})

test('it goes on without any help of the page', async () => {
  const page = await trySiren()
  await page.click('button')
  await until('it could be heard', () => audibleOn(page))
  await page.evaluate(() => {
    window.tried.siren.sound('high')
    // For more than a whole period the page does nothing else at all.
    for (const end = performance.now() + 7000; performance.now() < end;);
  })
  await until(
    'the second burst, louder than the first',
    () => peakOf(page),
    (peak) => peak > 0.3,
    3000,
  )
  await page.close()
})

test('with WebAudio taken away, a media element sounds in its place', async () => {
  const page = await trySiren()
  await page.click('button')
  await until('it could be heard', () => audibleOn(page))
  await page.evaluate(() => {
    window.tried.takeAway()
    window.tried.siren.sound('high')
  })
  const state = (): Promise<{ paused: boolean; atS: number; lengthS: number }> =>
    page.evaluate(() => {
      const { paused, currentTime, duration, loop } = window.tried.audio
      return { paused: paused || !loop, atS: currentTime, lengthS: duration || 0 }
    })
  const { lengthS } = await until('the element plays', state, ({ paused, atS }) => !paused && atS > 0.2)
  near(lengthS, 6.24, 0.5, 'one burst')
  assert.equal(await audibleOn(page), true)
  await page.evaluate(() => window.tried.siren.close())
  assert.equal((await state()).paused, true)
  await page.close()
})
