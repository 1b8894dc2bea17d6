// The family of a soak: two Baby Stations and three parents, each a real browser in a room of its own, and the box.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { openParent } from '../../smoke/stations.ts'
import { openTab, processOf, type Phone } from '../../smoke/phone.ts'
import { runTool } from '../../smoke/tool.ts'
import { until } from '../../smoke/wait.ts'
import { openBoxIn, type BoxInRoom } from '../box-in-room.ts'
import type { House } from '../house.ts'
import { openPhoneIn, signIn, startBabyIn } from '../phone-in-room.ts'
import { openClock } from './clock.ts'
import type { Sample } from './verdict.ts'

export const babies = ['baby1', 'baby2'] as const
export const parents = ['parent1', 'parent2', 'parent3'] as const
export const rooms = ['box', ...babies, ...parents] as const

export type BabyName = (typeof babies)[number]
/** Which baby each parent watches. */
export const watches: Readonly<Record<string, BabyName>> = { parent1: 'baby1', parent2: 'baby2', parent3: 'baby1' }
/** The phone that records; its tab is not killed, because a recording is in its memory until it is saved. */
export const recorder = 'parent2'

export interface Family {
  readonly downloads: string
  phone(name: string): Phone
  /** The page's process. */
  process(name: string): Promise<{ stop(): void; goOn(): void; kill(): void }>
  /** After its tab was killed: opens another one, and takes up what it did. */
  reopen(name: string): Promise<void>
  restartBox(): Promise<void>
  killBox(): Promise<void>
  /** Moves the box's clock from where it is. */
  jump(byHours: number): void
  sample(name: string): Promise<Sample['page']>
  /** Resident memory of the box and of all browsers, in MiB, by room. */
  memory(): Promise<Readonly<Record<string, number>>>
  /** Stops both babies, and says how many sessions the box still has. */
  stop(): Promise<number>
  close(): Promise<void>
}

const askMs = 900

export async function openFamily(house: House): Promise<Family> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-soak-'))
  const downloads = join(folder, 'downloads')
  const clock = openClock(folder)
  const cameraFile = join(folder, 'cot.y4m')
  // Small and slow: five browsers share the machine, and what is measured is whether it is true, not how it looks.
  const source = ['-f', 'lavfi', '-i', 'testsrc2=size=320x240:rate=10', '-frames:v', '40', '-pix_fmt', 'yuv420p']
  await runTool('ffmpeg', ['-hide_banner', '-y', ...source, cameraFile])

  const phones = new Map<string, Phone>()
  const processes = new Map<string, Awaited<ReturnType<typeof processOf>>>()
  const closing: (() => Promise<unknown>)[] = []
  let box: BoxInRoom
  const startBox = async (): Promise<void> => {
    box = await openBoxIn(house.room('box'), { BEDDYBYTES_DATA: join(folder, 'data'), ...clock.environment })
  }
  await startBox()

  const watch = async (name: string, phone: Phone): Promise<void> => {
    await openParent(phone)
    await phone.tap('button', titleOf(watches[name]!))
  }

  for (const name of [...babies, ...parents]) {
    const { phone, close } = await openPhoneIn(house.room(name), { cameraFile })
    closing.push(close)
    phones.set(name, phone)
    await allowDownloads(phone.page, downloads)
    await signIn(phone, phones.size === 1 ? 'Create account' : 'Log in')
    if (name in watches) await watch(name, phone)
    else await startBabyIn(phone, titleOf(name))
    processes.set(name, await processOf(phone))
  }

  const phoneOf = (name: string): Phone => {
    const phone = phones.get(name)
    if (phone === undefined) throw new Error(`There is no phone ${name}.`)
    return phone
  }

  return {
    downloads,
    phone: phoneOf,
    async process(name) {
      return processes.get(name) ?? (await processOf(phoneOf(name)))
    },
    async reopen(name) {
      const former = phoneOf(name)
      const phone = await openTab(former, name)
      phones.set(name, phone)
      await former.page.close().catch(() => undefined)
      await until(
        'The box answers',
        () =>
          phone.go('/').then(
            () => true,
            () => false,
          ),
        Boolean,
        60_000,
      )
      if (name in watches) await watch(name, phone)
      else await startBabyIn(phone, titleOf(name))
      processes.set(name, await processOf(phone))
    },
    restartBox: startBox,
    async killBox() {
      const ended = new Promise((resolve) => box.child.once('exit', resolve))
      box.child.kill('SIGKILL')
      await ended
    },
    jump: clock.jump,
    sample: (name) => Promise.race([look(phoneOf(name).page), afterwards(askMs)]),
    memory: () => memoryOf(house),
    async stop() {
      for (const name of babies) await phoneOf(name).tap('button', 'Stop')
      const asked = phoneOf(parents[0]).page
      const sessions = () =>
        asked.evaluate(
          async () => ((await (await fetch('/api/sessions')).json()) as { sessions: unknown[] }).sessions.length,
        )
      // A Stop that finds the box away is told when it is back.
      return until('The sessions are forgotten', sessions, (left) => left === 0, 15_000).catch(sessions)
    },
    async close() {
      await Promise.all(closing.map((one) => one()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const titleOf = (room: string): string => `Cot ${room.at(-1)}`

async function look(page: Page): Promise<Sample['page']> {
  try {
    return await page.evaluate(async () => {
      const { observed } = window
      let samples = 0
      for (const connection of observed.connections) {
        if (connection.connectionState === 'closed') continue
        const report = (await connection.getStats()) as unknown as Map<string, RTCInboundRtpStreamStats>
        for (const stats of report.values()) {
          if (stats.type !== 'inbound-rtp' || stats.kind !== 'audio') continue
          samples += (stats.totalSamplesReceived ?? 0) - (stats.concealedSamples ?? 0)
        }
      }
      return {
        claim: document.querySelector<HTMLElement>('[role="status"]')?.innerText.trim() ?? '',
        isAlarming: document.querySelector('[role="alertdialog"]') !== null,
        frames: observed.picture.frames,
        samples,
      }
    })
  } catch {
    return null
  }
}

function afterwards(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms))
}

async function allowDownloads(page: Page, folder: string): Promise<void> {
  const session = await page.createCDPSession()
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    browserContextId: page.browserContext().id ?? '',
  })
}

async function memoryOf(house: House): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {}
  for (const name of rooms) {
    const pids = (await runTool('ip', ['netns', 'pids', `${house.name}-${name}`])).split('\n').filter(Boolean)
    const wanted = name === 'box' ? /server\.js/ : /chromium/
    found[name] = Math.round(pids.reduce((sum, pid) => sum + residentOf(pid, wanted), 0))
  }
  return found
}

/** Proportional, so that what the processes of one browser share is counted once. */
function residentOf(pid: string, wanted: RegExp): number {
  try {
    if (!wanted.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) return 0
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    // It has ended meanwhile.
    return 0
  }
}

/** The files that a browser has finished. */
export function finishedFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => !file.endsWith('.crdownload'))
      .map((file) => join(folder, file))
  } catch {
    return []
  }
}
