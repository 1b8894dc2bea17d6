// The adapter: uWebSockets.js on one side, requests, answers and lines on the other. Nobody but this and uws-exchange.ts
// sees its `req` and `res`, which are gone after the first await and end the process when they are neither answered nor
// watched.

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
import type { WebRequest, WebResponse } from './exchange.ts'
import { withSecurityHeaders } from './headers.ts'
import { Refusal } from './refusal.ts'
import {
  copy,
  maxBackpressureBytes,
  openStream,
  readBody,
  refuse,
  write,
  type Admission,
  type LineEvents,
} from './uws-exchange.ts'

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
/** Seconds, rounded by uWebSockets.js to its own 4 s grid; it pings before, and closes 5 s after silence. */
const socketIdleSeconds = 8

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
