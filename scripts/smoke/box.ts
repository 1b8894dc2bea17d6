// The real box as a household runs it: its own process, a data folder of its own, free ports of loopback.

import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { Agent, fetch } from 'undici'

export interface Answer {
  readonly status: number
  readonly cookie: string | null
  readonly json: unknown
}

export interface Box {
  readonly url: string
  /** The plain HTTP port, where the welcome page is. */
  readonly welcomeUrl: string
  readonly dataFolder: string
  readonly certificateFile: string
  readonly keyFile: string
  /** As a tool would ask, with the page's headers left out. */
  ask(method: string, path: string, options?: { cookie?: string; body?: unknown }): Promise<Answer>
  /** Pulls the plug. */
  kill(): Promise<void>
  /** Starts it again with the same port and data. */
  start(): Promise<void>
  /** Ends it in order; an end that is not orderly is an error. */
  close(): Promise<void>
}

const built = join(import.meta.dirname, '../../.build/server.js')

/** @param program another build of the server than this working copy's */
export async function openBox(environment: Readonly<Record<string, string>> = {}, program = built): Promise<Box> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-smoke-'))
  const data = join(folder, 'data')
  const certificateFile = join(data, 'certificate.pem')
  const errors: string[] = []
  // A household's box has its port from the first start on: one that the system chose cannot be had again at once.
  const port = await freePort()
  const plainPort = await freePort()
  let running: Running | null = null
  let agent: Agent | null = null

  const start = async (): Promise<void> => {
    running = await run(
      program,
      {
        BEDDYBYTES_DATA: data,
        BEDDYBYTES_BIND: '127.0.0.1',
        BEDDYBYTES_HTTPS_PORT: port,
        BEDDYBYTES_HTTP_PORT: plainPort,
        ...environment,
      },
      (line) => errors.push(line),
    )
    const ca = readFileSync(environment['BEDDYBYTES_TLS_CERT'] ?? certificateFile, 'utf8')
    agent ??= new Agent({ connect: { ca }, keepAliveTimeout: 100 })
  }
  await start()

  return {
    url: `https://localhost:${port}`,
    welcomeUrl: `http://localhost:${plainPort}`,
    dataFolder: data,
    certificateFile,
    keyFile: join(data, 'certificate-key.pem'),
    start,
    async ask(method, path, { cookie, body } = {}) {
      const response = await fetch(`https://localhost:${port}${path}`, {
        method,
        ...(agent === null ? {} : { dispatcher: agent }),
        headers: cookie === undefined ? {} : { Cookie: cookie },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      const [cookieLine = ''] = response.headers.getSetCookie().filter((line) => line.startsWith('__Host-beddybytes='))
      return {
        status: response.status,
        cookie: cookieLine.split(';')[0] || null,
        json: text === '' ? null : (JSON.parse(text) as unknown),
      }
    },
    async kill() {
      await running?.end('SIGKILL')
      running = null
    },
    async close() {
      const code = await running?.end('SIGTERM')
      running = null
      await agent?.destroy()
      rmSync(folder, { recursive: true, force: true })
      if (code !== undefined && code !== 0) errors.push(`It ended with ${String(code)} when it was asked to end.`)
      if (errors.length > 0) throw new Error(`The box complained:\n${errors.join('\n')}`)
    },
  }
}

export async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}

interface Running {
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>
}

async function run(
  program: string,
  environment: Record<string, string>,
  onError: (line: string) => void,
): Promise<Running> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  )
  // A test run that breaks off takes its box along.
  const abandon = (): void => void child.kill('SIGKILL')
  process.once('exit', abandon)
  void ended.then(() => process.off('exit', abandon))
  createInterface({ input: child.stderr }).on('line', onError)
  await Promise.race([
    isUp(child, `https://localhost:${environment['BEDDYBYTES_HTTPS_PORT']}`),
    ended.then((code) => Promise.reject(new Error(`The box ended with ${String(code)} before it was up.`))),
  ])
  return {
    end(signal) {
      child.kill(signal)
      return ended
    },
  }
}

/** When it prints where to point a phone. */
function isUp({ stdout }: ChildProcess, url: string): Promise<void> {
  return new Promise((resolve) => {
    if (stdout === null) return
    createInterface({ input: stdout }).on('line', (line) => {
      if (line.trim() === url) resolve()
    })
  })
}
