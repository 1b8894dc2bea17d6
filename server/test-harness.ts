// For tests: a real box on free ports of loopback with a data folder of its own, and a phone that talks to it.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent, EventSource, WebSocket, fetch, type RequestInit } from 'undici'
import {
  decodeFrame,
  encodeFrame,
  protocolVersion,
  serverMessageSchema,
  type ClientId,
  type ClientMessage,
  type DeviceId,
  type Frame,
  type ServerMessage,
  type SessionId,
} from '../public/shared/protocol.ts'
import { openBox, type Box } from './box.ts'
import type { Log } from './log.ts'
import { randomId } from './random-id.ts'
import { readSettings, type Settings } from './settings.ts'

export interface TestBox {
  readonly box: Box
  readonly settings: Settings
  readonly url: string
  /** Every line that the box has logged. */
  readonly logged: string[]
  phone(): Phone
  /** Ends the box and opens it again with the same data. */
  restart(): Promise<TestBox>
  close(): Promise<void>
}

export type Received = Frame<ServerMessage>

/** A signalling connection by one of the two doors. */
export interface Wire {
  send(message: ClientMessage, payload?: string): Promise<void>
  sendText(text: string | Uint8Array): Promise<void>
  /** Waits for the first message that fits, among those that came already and were not taken, and takes it. */
  next<Type extends ServerMessage['type']>(
    type: Type,
    fits?: (message: ServerMessage & { type: Type }) => boolean,
  ): Promise<{ header: ServerMessage & { type: Type }; payload: string | undefined }>
  readonly received: readonly Received[]
  readonly closed: Promise<void>
  close(): void
}

export interface Phone {
  readonly clientId: ClientId
  cookie: string
  request(method: string, path: string, body?: unknown, init?: RequestInit): Promise<Answer>
  register(username: string, password?: string): Promise<Answer>
  logIn(username: string, password?: string): Promise<Answer>
  /** @param room '' for members, '/guest' for guests */
  socket(room?: Room): Promise<Wire>
  stream(room?: Room): Promise<Wire>
  /** Opens a door and says hello. */
  join(door?: 'socket' | 'stream', room?: Room): Promise<Wire>
}

export type Room = '' | '/guest'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // eslint-disable-next-line typescript/no-explicit-any -- a test reads what it expects and fails when it is not there
  readonly json: any
}

export const testPassword = 'a long enough one'
const limitMs = 10_000
/** The real one, as scripts/build leaves it. */
const welcomeFolder = join(import.meta.dirname, '../.build/welcome')

export async function openTestBox(
  environment: Record<string, string> = {},
  dataFolder = makeFolder(),
  /** What the phones trust, where the box has not made it itself. */
  authority = join(dataFolder, 'certificate.pem'),
): Promise<TestBox> {
  const assets = join(dataFolder, '..', 'assets')
  const settings = readSettings(
    {
      BEDDYBYTES_DATA: dataFolder,
      BEDDYBYTES_BIND: '127.0.0.1',
      BEDDYBYTES_HTTPS_PORT: '0',
      BEDDYBYTES_HTTP_PORT: '0',
      ...environment,
    },
    dataFolder,
  )
  const logged: string[] = []
  const log: Log = {
    info: (line) => logged.push(line),
    error: (line, cause) => logged.push(`${line} ${String(cause)}`),
  }
  const box = await openBox(settings, { assetsFolder: assets, welcomeFolder, log })
  const url = `https://localhost:${box.httpsPort}`
  const dispatcher = trusting(authority)
  const close = async () => {
    await dispatcher.destroy()
    await box.close()
  }
  return {
    box,
    settings,
    url,
    logged,
    phone: () => createPhone(url, dispatcher),
    async restart() {
      await close()
      return openTestBox(environment, dataFolder, authority)
    },
    async close() {
      await close()
      rmSync(join(dataFolder, '..'), { recursive: true })
    },
  }
}

/** Connections that trust this one certificate and no other. */
export function trusting(certificateFile: string): Agent {
  return new Agent({ connect: { ca: readFileSync(certificateFile, 'utf8') }, keepAliveTimeout: 500 })
}

/** A folder with room for the data and for one small page. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-'))
  const page = { path: '/', type: 'text/html; charset=utf-8', etag: '"page"', immutable: false, file: 'index.html' }
  const assets = join(folder, 'assets')
  mkdirSync(assets)
  writeFileSync(join(assets, 'index.html'), '<!doctype html><title>BeddyBytes</title>')
  writeFileSync(join(assets, 'manifest.json'), JSON.stringify({ files: [page] }))
  return join(folder, 'data')
}

/** A Baby Station of this member that runs, until its wire is closed. */
export async function startBaby(phone: Phone, name = 'Nursery', door: 'socket' | 'stream' = 'socket') {
  const wire = await phone.join(door)
  const { peer, device } = (await wire.next('welcome')).header
  const sessionId = randomId<SessionId>()
  await wire.send({ type: 'start', sessionId, name })
  await wire.next('started')
  return { wire, sessionId, peer, device }
}

/** A phone that has opened a guest link to this member's Baby Station; without one, to a station that ran before. */
export async function inviteGuest(box: TestBox, member: Phone, { sessionId, forMs = 60_000 }: InvitationOptions = {}) {
  const baby = sessionId === undefined ? await startBaby(member, 'Former') : null
  const until = new Date(Date.now() + forMs).toISOString()
  const invitation = { sessionId: sessionId ?? baby?.sessionId, name: 'Grandma', until }
  const invited = await member.request('POST', '/api/guests', invitation)
  baby?.wire.close()
  const { id, code } = invited.json as { id: DeviceId; code: string }
  const phone = box.phone()
  const entered = await phone.request('POST', '/api/guest', { code })
  if (entered.status !== 201) throw new Error(`the guest was refused with ${entered.status}`)
  return { id, code, phone }
}

interface InvitationOptions {
  readonly sessionId?: SessionId
  readonly forMs?: number
}

export function createPhone(url: string, dispatcher: Agent): Phone {
  const phone: Phone = {
    clientId: randomId(),
    cookie: '',
    async request(method, path, body, init = {}) {
      const response = await fetch(`${url}${path}`, {
        method,
        dispatcher,
        redirect: 'manual',
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        ...init,
        headers: { ...(phone.cookie === '' ? {} : { Cookie: phone.cookie }), ...(init.headers as object) },
      })
      keepCookies(phone, response.headers.getSetCookie())
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json') === true
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: isJson ? JSON.parse(text) : null,
      }
    },
    register: (username, password = testPassword) => phone.request('POST', '/api/accounts', { username, password }),
    logIn: (username, password = testPassword) => phone.request('POST', '/api/login', { username, password }),
    socket: (room = '') => openSocket(`${url}${room}`, dispatcher, phone),
    stream: (room = '') => openEventStream(url, room, dispatcher, phone),
    async join(door = 'socket', room = '') {
      const wire = await phone[door](room)
      await wire.send({ type: 'hello', version: protocolVersion, clientId: phone.clientId })
      return wire
    },
  }
  return phone
}

function keepCookies(phone: Phone, set: readonly string[]): void {
  const jar = new Map(
    phone.cookie
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split('=', 2) as [string, string]),
  )
  for (const line of set) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2)
    if (value === '') jar.delete(name)
    else jar.set(name, value)
  }
  phone.cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

async function openSocket(url: string, dispatcher: Agent, phone: Phone): Promise<Wire> {
  const socket = new WebSocket(`${url.replace('https:', 'wss:')}/signal`, {
    dispatcher,
    headers: { Cookie: phone.cookie },
  })
  const inbox = createInbox()
  socket.addEventListener('message', ({ data }) => inbox.put(String(data)))
  socket.addEventListener('close', () => inbox.end())
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error('the socket was refused')))
  })
  return {
    ...inbox.wire,
    send: async (message, payload) => socket.send(encodeFrame(message, payload)),
    sendText: async (text) => socket.send(text),
    close: () => socket.close(),
  }
}

async function openEventStream(url: string, room: Room, dispatcher: Agent, phone: Phone): Promise<Wire> {
  const source = new EventSource(`${url}${room}/signal/events`, {
    node: {
      dispatcher: dispatcher.compose(
        (dispatch) => (options, handler) =>
          dispatch({ ...options, headers: withCookie(options.headers, phone.cookie) }, handler),
      ),
    },
  })
  const inbox = createInbox()
  source.addEventListener('message', ({ data }) => inbox.put(String(data)))
  source.addEventListener('error', () => {
    source.close()
    inbox.end()
  })
  const token = await new Promise<string>((resolve, reject) => {
    source.addEventListener('connection', (event) => resolve(String((event as MessageEvent).data)))
    source.addEventListener('error', () => reject(new Error('the stream was refused')))
  })
  const sendText = async (text: string | Uint8Array) => {
    const answer = await phone.request('POST', `${room}/signal/messages`, undefined, {
      body: text,
      headers: { 'BeddyBytes-Connection': token, 'Content-Type': 'text/plain' },
    })
    if (answer.status !== 204) throw new Error(`the message was refused with ${answer.status}`)
  }
  return {
    ...inbox.wire,
    send: (message, payload) => sendText(encodeFrame(message, payload)),
    sendText,
    close() {
      source.close()
      inbox.end()
    },
  }
}

function withCookie(headers: unknown, cookie: string): string[] {
  const list = Array.isArray(headers)
    ? (headers as string[])
    : Object.entries((headers ?? {}) as Record<string, string>).flat()
  return [...list, 'cookie', cookie]
}

function createInbox() {
  const received: Received[] = []
  const taken = new Set<Received>()
  let changed = (): void => {}
  let end = (): void => {}
  const closed = new Promise<void>((resolve) => {
    end = resolve
  })
  const next: Wire['next'] = async (type, fits = () => true) => {
    const deadline = performance.now() + limitMs
    for (;;) {
      const found = received.find(
        (frame) =>
          !taken.has(frame) &&
          frame.header.type === type &&
          fits(frame.header as ServerMessage & { type: typeof type }),
      )
      if (found !== undefined) {
        taken.add(found)
        return found as { header: ServerMessage & { type: typeof type }; payload: string | undefined }
      }
      const leftMs = deadline - performance.now()
      if (leftMs <= 0) throw new Error(`no ${type} came; got ${received.map(({ header }) => header.type).join(', ')}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs)
        changed = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  return {
    put(text: string) {
      const frame = decodeFrame(serverMessageSchema, text)
      if (frame === null) throw new Error('the box sent a frame that is not of the protocol')
      received.push(frame)
      changed()
    },
    end: () => end(),
    wire: { received, next, closed },
  }
}
