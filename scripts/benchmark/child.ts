// A server in a process of its own, and what the system says of that process.

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../smoke/wait.ts'
import { addAccounts } from './accounts.ts'
import type { LogIn } from './accounts.ts'
import { cpuMs, residentMiB } from './process.ts'
import type { Reference, References } from './references.ts'

export interface Child {
  readonly url: string
  readonly port: number
  /** From the start of the process to the first HTTPS answer. */
  readonly startMs: number
  /** Processor time so far, of all threads, in user and system. */
  cpuMs(): number
  residentMiB(which?: 'now' | 'highest'): number
  close(): Promise<void>
}

/** All servers share a certificate; the folder is kept between starts, so that it is there already. */
export interface Household {
  /** Of each account, of each of its devices. */
  readonly logIns: readonly (readonly LogIn[])[]
  /** @param port the same as before, for a box that starts again */
  openBox(port?: number): Promise<Child>
  /** @param pair another certificate than that of this household's box */
  openReference(which: Reference, pair?: CertificatePair): Promise<Child>
  /** A box that has never run: it makes its folder, database and certificates first. */
  openFirst(): Promise<Child>
  close(): void
}

const program = join(import.meta.dirname, '../../.build/server.js')
/** Node's, as everybody starts the box. */
const options = nodeOptionsIn(readFileSync(join(import.meta.dirname, '../start'), 'utf8'))

/** @param script scripts/start @throws when it starts the box in another way than this knows */
export function nodeOptionsIn(script: string): readonly string[] {
  const [, found] = /^exec node (.*) "\$root\/\.build\/server\.js"/m.exec(script) ?? []
  if (found === undefined) throw new Error('scripts/start does not say how the box is started.')
  return found.split(' ')
}
const retryMs = 2

export interface CertificatePair {
  readonly certificateFile: string
  readonly keyFile: string
}

export async function createHousehold(
  references: References,
  { accounts = 0, devicesEach = 0 }: { accounts?: number; devicesEach?: number } = {},
): Promise<Household> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
  const ownPair = { certificateFile: join(folder, 'certificate.pem'), keyFile: join(folder, 'certificate-key.pem') }
  const openBoxIn = async (data: string, port: number): Promise<Child> =>
    open([...options, program], port, join(data, 'certificate.pem'), '/healthz', {
      BEDDYBYTES_DATA: data,
      // As in a home, with mDNS; but under a name that no box in this home has.
      BEDDYBYTES_HOSTNAME: `beddybytes-benchmark-${process.pid}.local`,
      BEDDYBYTES_HTTPS_PORT: String(port),
      BEDDYBYTES_HTTP_PORT: '0',
    })
  await (await openBoxIn(folder, await freePort())).close()
  return {
    logIns: addAccounts(folder, accounts, devicesEach),
    openBox: async (port) => openBoxIn(folder, port ?? (await freePort())),
    async openReference(which, { certificateFile, keyFile } = ownPair) {
      const port = await freePort()
      return open([references.programs[which]], port, certificateFile, which === 'peerJs' ? '/' : '/healthz', {
        REFERENCE_PORT: String(port),
        REFERENCE_CERTIFICATE: certificateFile,
        REFERENCE_KEY: keyFile,
        REFERENCE_PAGES: references.pages,
      })
    },
    async openFirst() {
      const first = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
      const box = await openBoxIn(join(first, 'data'), await freePort())
      return {
        ...box,
        async close() {
          await box.close()
          rmSync(first, { recursive: true })
        },
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function open(
  command: readonly string[],
  port: number,
  certificateFile: string,
  path: string,
  environment: Readonly<Record<string, string>>,
): Promise<Child> {
  const startedMs = performance.now()
  const child = spawn(process.execPath, command, {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${command.join(' ')} could not be started.`)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const abandon = (): void => void child.kill('SIGKILL')
  process.once('exit', abandon)
  const url = `https://localhost:${port}`
  for (let isUp = false; !isUp;) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended with ${child.exitCode} before it was up.`)
    isUp = await answers(url + path, certificateFile)
    if (!isUp) await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
  return {
    url,
    port,
    startMs: performance.now() - startedMs,
    cpuMs: () => cpuMs(pid),
    residentMiB: (which) => residentMiB(pid, which),
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
    const asking = request(url, { ca, agent: false }, (answer) => {
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
