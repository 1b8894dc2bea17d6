// The container as a household runs it: `docker compose` on this project's compose.yaml, under a name and on ports of its own.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Agent, fetch } from 'undici'
import type { Answer } from '../smoke/box.ts'
import { until } from '../smoke/wait.ts'

const root = join(import.meta.dirname, '../..')
export const project = 'beddybytes-test'
export const service = 'beddybytes'

export interface Said {
  readonly code: number
  readonly stdout: Buffer
  readonly stderr: string
}

/** Runs the `docker` that is on PATH. */
export async function docker(
  args: readonly string[],
  { input, environment = {} }: { input?: Buffer; environment?: Readonly<Record<string, string>> } = {},
): Promise<Said> {
  const child = spawn('docker', args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const stdout: Buffer[] = []
  let stderr = ''
  child.stdout.on('data', (data: Buffer) => stdout.push(data))
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  child.stdin.on('error', () => {})
  child.stdin.end(input ?? '')
  const [code] = (await once(child, 'close')) as [number]
  return { code, stdout: Buffer.concat(stdout), stderr }
}

/** What it says on stdout; an end that is no success is an error. */
export async function succeed(saying: Promise<Said>): Promise<string> {
  const { code, stdout, stderr } = await saying
  if (code !== 0) throw new Error(`docker ended with ${code}: ${stdout.toString()}${stderr}`)
  return stdout.toString()
}

export interface Container {
  readonly url: string
  readonly httpsPort: number
  readonly httpPort: number
  compose(...args: string[]): Promise<string>
  /** Made, started, and healthy when this resolves. */
  up(): Promise<void>
  /** With all that it has kept. */
  remove(): Promise<void>
  /** In a shell of the container, as the user that the server runs as. */
  shell(script: string): Promise<string>
  /** The owner's command. */
  owner(args: readonly string[], input?: Buffer): Promise<Said>
  ask(method: string, path: string, options?: { cookie?: string; body?: unknown }): Promise<Answer>
  answers(): Promise<void>
  /** By Docker, since the container was made. */
  restarts(): Promise<number>
}

export async function createContainer(): Promise<Container> {
  // Below 1024, because that is what takes a right of its own.
  const httpsPort = await freeLowPort(443)
  const httpPort = await freeLowPort(80)
  const environment = { BEDDYBYTES_HTTPS_PORT: String(httpsPort), BEDDYBYTES_HTTP_PORT: String(httpPort) }
  const url = `https://localhost:${httpsPort}`
  const run = (args: readonly string[], input?: Buffer) =>
    docker(['compose', '-p', project, ...args], { environment, ...(input === undefined ? {} : { input }) })
  const compose = (...args: string[]) => succeed(run(args))

  const container: Container = {
    url,
    httpsPort,
    httpPort,
    compose,
    async up() {
      await compose('up', '-d', '--wait', '--wait-timeout', '90')
    },
    async remove() {
      await compose('down', '-v', '-t', '10')
    },
    shell: (script) => succeed(run(['exec', '-T', '-u', 'node', service, 'sh', '-c', script])),
    owner: (args, input) => run(['exec', '-T', service, 'beddybytes', ...args], input),
    async ask(method, path, { cookie, body } = {}) {
      // Anew each time: the root may be another one.
      const ca = await container.shell('cat /data/root.pem')
      const agent = new Agent({ connect: { ca } })
      try {
        const response = await fetch(`${url}${path}`, {
          method,
          dispatcher: agent,
          headers: cookie === undefined ? {} : { Cookie: cookie },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        const text = await response.text()
        const [line = ''] = response.headers.getSetCookie().filter((one) => one.startsWith('__Host-beddybytes='))
        return {
          status: response.status,
          cookie: line.split(';')[0] || null,
          json: text === '' ? null : (JSON.parse(text) as unknown),
        }
      } finally {
        await agent.destroy()
      }
    },
    async answers() {
      const isWell = () =>
        container.ask('GET', '/healthz').then(
          ({ status }) => status === 200,
          () => false,
        )
      await until('the container answers', isWell, Boolean, 60_000)
    },
    async restarts() {
      const id = (await compose('ps', '-a', '-q', service)).trim()
      return Number(await succeed(docker(['inspect', '-f', '{{.RestartCount}}', id])))
    },
  }
  return container
}

async function freeLowPort(preferred: number): Promise<number> {
  for (let port = preferred; port < 1024; port += 1) {
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, () => resolve(true))
    })
    server.close()
    if (isFree) return port
  }
  // Whoever may not listen there: the container may.
  return preferred
}
