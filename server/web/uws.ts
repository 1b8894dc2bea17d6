// The adapter: uWebSockets.js on one side, requests, answers and lines on the other. No other module sees its `req` and
// `res`, which are gone after the first await and end the process when they are neither answered nor watched.

import {
  App,
  SSLApp,
  us_listen_socket_close,
  us_socket_local_port,
  type HttpRequest,
  type HttpResponse,
  type TemplatedApp,
  type us_listen_socket,
  type us_socket_context_t,
} from 'uWebSockets.js'
import { maxFrameBytes } from '../../public/shared/protocol.ts'
import type { Line } from '../signalling/peer.ts'
import type { WebRequest, WebResponse } from './exchange.ts'
import { securityHeaders, withSecurityHeaders } from './headers.ts'
import { Refusal } from './refusal.ts'

/** What the other side of an open door does. */
export interface LineEvents {
  /** Names this line to its own phone, which posts with it when the line is an event stream. */
  readonly token: string
  receive(text: string): void
  receiveMalformed(): void
  closed(): void
}

/** The phone may come in; `open` is called once with the way to it. */
export interface Admission {
  open(line: Line): LineEvents
}

export interface WebHandlers {
  /** Answers everything; must not throw. */
  respond(request: WebRequest): Promise<WebResponse>
  /** For the socket and the event stream. */
  admit?(request: WebRequest): Admission | Refusal
}

export interface WebServer {
  /** Gives the port, or null when the system refuses it. */
  listen(port: number, bind: string | null): number | null
  /** New connections are refused from now on; resolves when the open requests are answered, or after the limit. */
  drain(limitMs: number): Promise<void>
  close(): void
}

export interface Tls {
  readonly certificateFile: string
  readonly keyFile: string
}

/** LIBUS_LISTEN_EXCLUSIVE_PORT, which the package exports and its types do not. */
const exclusivePort = 1
/** No body of ours is larger: a signalling frame by POST. Routes set lower limits. */
const maxBodyBytes = maxFrameBytes
/** Above this a phone is too slow to be an honest one; a whole family's signalling is far less. */
const maxBackpressureBytes = 256 * 1024
/** Seconds, rounded by uWebSockets.js to its own 4 s grid; it pings before, and closes 5 s after silence. */
const socketIdleSeconds = 8
const keepAliveMs = 5000

export function createWebServer(handlers: WebHandlers, tls: Tls | null): WebServer {
  const app: TemplatedApp =
    tls === null
      ? App()
      : SSLApp({ key_file_name: tls.keyFile, cert_file_name: tls.certificateFile, ssl_prefer_low_memory_usage: true })
  let listening: us_listen_socket | null = null
  let open = 0
  let drained: (() => void) | null = null

  function finished(): void {
    open -= 1
    if (open === 0) drained?.()
  }

  function handle(res: HttpResponse, req: HttpRequest): void {
    const request = copy(res, req, tls !== null)
    if (request instanceof Refusal) return refuse(res, request)
    const mayHaveBody = !['GET', 'HEAD'].includes(request.method)
    let isAborted = false
    let isReading = mayHaveBody
    open += 1
    res.onAborted(() => {
      isAborted = true
      if (isReading) finished()
    })
    const answer = async (body: Uint8Array | 'too-large'): Promise<void> => {
      isReading = false
      const isTooLarge = body === 'too-large'
      const response = isTooLarge
        ? withSecurityHeaders(new Refusal(413, 'too-large', 'That is more than this box takes.').toResponse(), '')
        : await handlers.respond({ ...request, body })
      if (!isAborted) res.cork(() => write(res, response, request.method === 'HEAD', isTooLarge))
      finished()
    }
    if (mayHaveBody) readBody(res, (body) => void answer(body))
    else void answer(request.body)
  }

  function admit(res: HttpResponse, req: HttpRequest): Admission | null {
    const request = copy(res, req, tls !== null)
    const outcome = request instanceof Refusal ? request : handlers.admit?.(request)
    if (outcome !== undefined && !(outcome instanceof Refusal)) return outcome
    refuse(res, outcome ?? new Refusal(404, 'not-found', 'There is nothing here.'))
    return null
  }

  function upgrade(res: HttpResponse, req: HttpRequest, context: us_socket_context_t): void {
    const key = req.getHeader('sec-websocket-key')
    const protocol = req.getHeader('sec-websocket-protocol')
    const extensions = req.getHeader('sec-websocket-extensions')
    const admission = admit(res, req)
    if (admission === null) return
    res.upgrade<SocketData>({ admission, events: null, isOpen: true }, key, protocol, extensions, context)
  }

  function stream(res: HttpResponse, req: HttpRequest): void {
    const admission = admit(res, req)
    if (admission !== null) openStream(res, admission)
  }

  if (handlers.admit !== undefined) {
    app.get('/signal/events', stream)
    // A phone that sends more than 512 KiB at once is cut off: µSockets drops what it has read of one TLS connection when
    // it writes to another meanwhile. No honest phone does; the burst of a flood costs its sender alone.
    app.ws<SocketData>('/signal', {
      maxPayloadLength: maxFrameBytes,
      maxBackpressure: maxBackpressureBytes,
      closeOnBackpressureLimit: true,
      idleTimeout: socketIdleSeconds,
      sendPingsAutomatically: true,
      upgrade,
      open(ws) {
        const data = ws.getUserData()
        data.events = data.admission.open({
          send: (text) => data.isOpen && ws.send(text),
          close: () => data.isOpen && ws.end(1000),
        })
        // It may have been closed while it was opened.
        if (!data.isOpen) data.events.closed()
      },
      message(ws, message, isBinary) {
        const { events } = ws.getUserData()
        if (isBinary) events?.receiveMalformed()
        else events?.receive(Buffer.from(message).toString('utf8'))
      },
      close(ws) {
        const data = ws.getUserData()
        data.isOpen = false
        data.events?.closed()
      },
    })
  }
  app.any('/*', handle)

  return {
    listen(port, bind) {
      const listened = (socket: us_listen_socket | false) => {
        listening = socket === false ? null : socket
      }
      // Without the option two boxes would share the port in silence. The types forget the form with an address.
      const listen = app.listen.bind(app) as (...rest: unknown[]) => void
      if (bind === null) listen(port, exclusivePort, listened)
      else listen(bind, port, exclusivePort, listened)
      return listening === null ? null : us_socket_local_port(listening)
    },
    async drain(limitMs) {
      if (listening !== null) us_listen_socket_close(listening)
      listening = null
      if (open === 0) return
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        drained = resolve
        timer = setTimeout(resolve, limitMs)
      })
      clearTimeout(timer)
    },
    close() {
      if (listening !== null) us_listen_socket_close(listening)
      listening = null
      app.close()
    },
  }
}

interface SocketData {
  readonly admission: Admission
  events: LineEvents | null
  isOpen: boolean
}

/** Takes everything out of `req` at once; a request that two servers could read differently is refused. */
function copy(res: HttpResponse, req: HttpRequest, isSecure: boolean): WebRequest | Refusal {
  const address = plainAddress(Buffer.from(res.getRemoteAddressAsText()).toString())
  const method = req.getCaseSensitiveMethod()
  const path = req.getUrl()
  // Undefined without a query, whatever the types say.
  const query = (req.getQuery() as string | undefined) ?? ''
  const headers = new Map<string, string>()
  let isAmbiguous = false
  req.forEach((name, value) => {
    const former = headers.get(name)
    if (former !== undefined && singleHeaders.includes(name)) isAmbiguous = true
    headers.set(name, former === undefined ? value : `${former}, ${value}`)
  })
  if (isAmbiguous || (headers.has('content-length') && headers.has('transfer-encoding'))) {
    return new Refusal(400, 'bad-request', 'This request can be read in two ways.')
  }
  const origin = URL.parse(`${isSecure ? 'https' : 'http'}://${headers.get('host') ?? ''}`)?.origin
  if (origin === undefined || !/^\/[\x21-\x7e]*$/.test(path)) {
    return new Refusal(400, 'bad-request', 'This request has no host or no path.')
  }
  // Dot segments would be resolved, encoded ones too: a path that is not written as it is meant does not exist.
  if (URL.parse(origin + path)?.pathname !== path) return new Refusal(404, 'not-found', 'There is nothing here.')
  const url = `${origin}${path}${query === '' ? '' : `?${query}`}`
  return { method, url, path, headers, body: noBody, address }
}

const noBody = new Uint8Array(0)

/** An IPv4 phone on a socket for both families comes as ::ffff:a.b.c.d, written out in groups. */
export function plainAddress(text: string): string {
  const mapped = /^(?:0{0,4}:){1,5}:?ffff:([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(text)
  if (mapped === null) return text
  const [high, low] = [Number.parseInt(mapped[1] ?? '', 16), Number.parseInt(mapped[2] ?? '', 16)]
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
}

const singleHeaders: readonly string[] = ['host', 'content-length', 'origin', 'cookie', 'transfer-encoding']

/** Calls `done` once, unless the request is aborted first. */
function readBody(res: HttpResponse, done: (body: Uint8Array | 'too-large') => void): void {
  const chunks: Buffer[] = []
  let size = 0
  res.onData((chunk, isLast) => {
    if (size > maxBodyBytes) return
    size += chunk.byteLength
    if (size > maxBodyBytes) return done('too-large')
    // The chunk's memory is taken back when this returns.
    chunks.push(Buffer.concat([Buffer.from(chunk)]))
    if (isLast) done(Buffer.concat(chunks))
  })
}

function write(res: HttpResponse, { status, headers, body }: WebResponse, isHead: boolean, close: boolean): void {
  res.writeStatus(`${status} ${statusTexts[status] ?? ''}`)
  for (const [name, value] of Object.entries(headers)) {
    for (const line of typeof value === 'string' ? [value] : value) res.writeHeader(name, line)
  }
  if (isHead) res.endWithoutBody(Buffer.byteLength(body), close)
  else if (status === 204 || status === 304) res.endWithoutBody(undefined, close)
  else res.end(body, close)
}

const statusTexts: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  304: 'Not Modified',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  421: 'Misdirected Request',
  426: 'Upgrade Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** Without a promise: a door is refused, and a broken request answered, while `res` is still valid. */
function refuse(res: HttpResponse, refusal: Refusal): void {
  res.onAborted(() => {})
  res.cork(() => write(res, withSecurityHeaders(refusal.toResponse(), ''), false, true))
}

/** Server-sent events: one message per frame. A line that stays full is closed. */
function openStream(res: HttpResponse, admission: Admission): void {
  let isOpen = true
  let waitingBytes = 0
  const put = (text: string) => {
    if (!isOpen) return
    res.cork(() => {
      if (!res.write(text)) waitingBytes += Buffer.byteLength(text)
    })
    if (waitingBytes > maxBackpressureBytes) res.close()
  }
  let events: LineEvents | null = null
  const keepAlive = setInterval(() => put(':\n\n'), keepAliveMs)
  function closed(): void {
    if (!isOpen) return
    isOpen = false
    clearInterval(keepAlive)
    events?.closed()
  }
  res.onAborted(closed)
  res.onWritable(() => {
    waitingBytes = 0
    return true
  })
  res.cork(() => {
    res.writeStatus('200 OK')
    for (const [name, value] of Object.entries(securityHeaders(''))) res.writeHeader(name, value)
    res.writeHeader('Content-Type', 'text/event-stream').writeHeader('Cache-Control', 'no-store')
  })
  events = admission.open({
    send: (text) => put(`data: ${text.replaceAll('\n', '\ndata: ')}\n\n`),
    close() {
      if (!isOpen) return
      res.cork(() => res.end())
      closed()
    },
  })
  put(`event: connection\ndata: ${events.token}\n\n`)
  // It may have been closed while it was opened.
  if (!isOpen) events.closed()
}
