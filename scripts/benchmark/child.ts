// A server in a process of its own, and what the system says of that process.

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../smoke/wait.ts'
import type { Bare } from './bare.ts'

export interface Child {
  readonly url: string
  /** The certificate, as PEM. */
  readonly ca: string
  /** From the start of the process to the first HTTPS answer. */
  readonly startMs: number
  /** Processor time so far, of all threads, in user and system. */
  cpuMs(): number
  residentMiB(): number
  close(): Promise<void>
}

/** Both servers share a certificate; the folder is kept between starts, so that it is there already. */
export interface Household {
  openBox(environment?: Readonly<Record<string, string>>): Promise<Child>
  openBare(): Promise<Child>
  close(): void
}

const program = join(import.meta.dirname, '../../.build/server.js')
const retryMs = 2
/** USER_HZ: Linux shows it so to programs, whatever the kernel counts in. */
const tickMs = 10

export async function createHousehold(bare: Bare): Promise<Household> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
  const certificateFile = join(folder, 'certificate.pem')

  const openBox = async (environment: Readonly<Record<string, string>> = {}): Promise<Child> => {
    const port = await freePort()
    return open(program, port, certificateFile, {
      BEDDYBYTES_DATA: folder,
      // As in a home, with mDNS; but under a name that no box in this home has.
      BEDDYBYTES_HOSTNAME: `beddybytes-benchmark-${process.pid}.local`,
      BEDDYBYTES_HTTPS_PORT: String(port),
      BEDDYBYTES_HTTP_PORT: '0',
      ...environment,
    })
  }
  const openBare = async (): Promise<Child> => {
    const port = await freePort()
    return open(bare.program, port, certificateFile, {
      BARE_PORT: String(port),
      BARE_CERTIFICATE: certificateFile,
      BARE_KEY: join(folder, 'certificate-key.pem'),
      BARE_PAGES: bare.pages,
    })
  }
  await (await openBox()).close()
  return { openBox, openBare, close: () => rmSync(folder, { recursive: true, force: true }) }
}

async function open(
  file: string,
  port: number,
  certificateFile: string,
  environment: Readonly<Record<string, string>>,
): Promise<Child> {
  const startedMs = performance.now()
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const abandon = (): void => void child.kill('SIGKILL')
  process.once('exit', abandon)
  const proc = (name: string): string => readFileSync(`/proc/${child.pid}/${name}`, 'utf8')
  const url = `https://localhost:${port}`
  for (let isUp = false; !isUp;) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode} before it was up.`)
    isUp = await answers(url, certificateFile)
    if (!isUp) await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
  return {
    url,
    startMs: performance.now() - startedMs,
    ca: readFileSync(certificateFile, 'utf8'),
    cpuMs() {
      // The name in parentheses may hold anything; utime and stime are the 12th and 13th field after it.
      const fields = proc('stat').split(') ').at(-1)?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) * tickMs
    },
    residentMiB: () => Number(/^VmRSS:\s+(\d+) kB/m.exec(proc('status'))?.[1]) / 1024,
    async close() {
      child.kill('SIGTERM')
      await ended
      process.off('exit', abandon)
    },
  }
}

/** A server that is not listening yet is an expected answer. */
function answers(url: string, certificateFile: string): Promise<boolean> {
  return new Promise((resolve) => {
    let ca: string
    try {
      ca = readFileSync(certificateFile, 'utf8')
    } catch {
      resolve(false)
      return
    }
    const asking = request(`${url}/healthz`, { ca, agent: false }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode === 200))
    })
    asking.once('error', () => resolve(false))
    asking.end()
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Memory that no longer changes: start-up leaves garbage that is collected a little later. */
export async function settledMiB(child: Child): Promise<number> {
  const seen: number[] = []
  const lately = 12
  await until(
    'Memory settles',
    () => {
      seen.push(child.residentMiB())
      const last = seen.slice(-lately)
      return seen.length >= lately && Math.max(...last) - Math.min(...last) < 0.25
    },
    Boolean,
    20_000,
  )
  return child.residentMiB()
}
