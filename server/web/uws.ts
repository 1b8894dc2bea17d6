// The server: uWebSockets.js on one side, handlers of requests and lines on the other. Only this module and uws-exchange.ts see
// its `req` and `res`, which are gone after the first await and end the process when they are neither answered nor watched.

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
import { createBatches, type Outgoing } from './batch.ts'
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
  /** For the socket that anybody may open and that ends at once: it shows a phone that sockets work. Null lets it in. */
  refuseGreeting?(request: WebRequest): Refusal | null
}

export interface WebServer {
  /** Gives the port, or null when the system refuses it. */
  listen(port: number, bind: string | null): number | null
  /**
   * New connections get this certificate, by whatever name they come; those that are open stay as they are.
   * @throws when the pair cannot be used; then nothing has changed.
   */
  renew(tls: Tls): void
  /** New connections are refused from now on; resolves when the open requests are answered, or after the limit. */
  drain(limitMs: number): Promise<void>
  close(): void
}

export interface Tls {
  readonly certificateFile: string
  readonly keyFile: string
}

/** Where signalling comes in: members by one, guests by the other. */
const doors = ['/signal', '/guest/signal'] as const
/** LIBUS_LISTEN_EXCLUSIVE_PORT, which the package exports and its types do not. */
const exclusivePort = 1
/** Seconds, rounded by uWebSockets.js to its own 4 s grid; it pings before, and closes 5 s after silence. */
const socketIdleSeconds = 8

export function createWebServer(handlers: WebHandlers, tls: Tls | null): WebServer {
  // uWebSockets.js swaps certificates by server name only, and whoever comes by an IP address sends none. So a renewed
  // certificate is another app with the same handlers; the former one lives on until its last connection is gone.
  const batchOf = createBatches()
  let current = createApp(tls)
  const former = new Set<ServingApp>()
  let listening: us_listen_socket | null = null
  let open = 0
  let drained: (() => void) | null = null
  let place: { readonly port: number; readonly bind: string | null } | null = null

  function createApp(pair: Tls | null): ServingApp {
    const app =
      pair === null
        ? App()
        : SSLApp({
            key_file_name: pair.keyFile,
            cert_file_name: pair.certificateFile,
            ssl_prefer_low_memory_usage: true,
          })
    const serving: ServingApp = { app, connections: 0, isClosed: false }
    // Counts a socket in, but never out once it is a WebSocket (seen with 20.0.8): so its own `close` does that.
    app.filter((_, change) => changed(serving, change))
    attach(serving)
    return serving
  }

  function changed(serving: ServingApp, change: number): void {
    serving.connections += change
    if (serving.connections === 0 && former.delete(serving)) closeApp(serving)
  }

  function closeApp(serving: ServingApp): void {
    if (serving.isClosed) return
    serving.isClosed = true
    // Not from within one of its own events.
    setImmediate(() => serving.app.close())
  }

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
    res.upgrade<SocketData>(
      { admission, events: null, outgoing: null, isOpen: true },
      key,
      protocol,
      extensions,
      context,
    )
  }

  function stream(res: HttpResponse, req: HttpRequest): void {
    const admission = admit(res, req)
    if (admission !== null) openStream(res, admission)
  }

  function greet(res: HttpResponse, req: HttpRequest, context: us_socket_context_t): void {
    const [key, protocol] = [req.getHeader('sec-websocket-key'), req.getHeader('sec-websocket-protocol')]
    const request = copy(res, req, true)
    const refusal = request instanceof Refusal ? request : (handlers.refuseGreeting?.(request) ?? null)
    if (refusal === null) res.upgrade({}, key, protocol, '', context)
    else refuse(res, refusal)
  }

  function openDoor(serving: ServingApp, path: string): void {
    serving.app.get(`${path}/events`, stream)
    // A phone that sends more than 512 KiB at once is cut off: µSockets drops what it has read of one TLS connection when
    // it writes to another meanwhile. No honest phone does; the burst of a flood costs its sender alone.
    serving.app.ws<SocketData>(path, {
      maxPayloadLength: maxFrameBytes,
      maxBackpressure: maxBackpressureBytes,
      closeOnBackpressureLimit: true,
      idleTimeout: socketIdleSeconds,
      sendPingsAutomatically: true,
      upgrade,
      open(ws) {
        const data = ws.getUserData()
        const outgoing = batchOf(ws)
        data.outgoing = outgoing
        data.events = data.admission.open({
          send: (text) => data.isOpen && outgoing.send(text),
          relay: (header, payload) => data.isOpen && outgoing.relay(header, payload),
          close() {
            outgoing.flush()
            if (data.isOpen) ws.end(1000)
          },
        })
        // It may have been closed while it was opened.
        if (!data.isOpen) data.events.closed()
      },
      message(ws, message, isBinary) {
        const { events } = ws.getUserData()
        if (isBinary) events?.receiveMalformed()
        else events?.receive(Buffer.from(message))
      },
      close(ws) {
        const data = ws.getUserData()
        data.isOpen = false
        data.outgoing?.close()
        data.events?.closed()
        changed(serving, -1)
      },
    })
  }

  function attach(serving: ServingApp): void {
    const { app } = serving
    if (handlers.admit !== undefined) for (const door of doors) openDoor(serving, door)
    if (handlers.refuseGreeting !== undefined) {
      app.ws('/trust/socket', {
        maxPayloadLength: 1024,
        idleTimeout: socketIdleSeconds,
        upgrade: greet,
        open: (ws) => ws.end(1000),
        close: () => changed(serving, -1),
      })
    }
    app.any('/*', handle)
  }

  function listenWith({ app }: ServingApp, port: number, bind: string | null): us_listen_socket | null {
    let socket: us_listen_socket | false = false
    const listened = (opened: us_listen_socket | false) => {
      socket = opened
    }
    // Without the option two boxes would share the port in silence. The types forget the form with an address.
    const listen = app.listen.bind(app) as (...rest: unknown[]) => void
    if (bind === null) listen(port, exclusivePort, listened)
    else listen(bind, port, exclusivePort, listened)
    return socket === false ? null : socket
  }

  function stopListening(): void {
    if (listening !== null) us_listen_socket_close(listening)
    listening = null
  }

  return {
    listen(port, bind) {
      listening = listenWith(current, port, bind)
      if (listening === null) return null
      place = { port: us_socket_local_port(listening), bind }
      if (port !== 0) return port
      // µSockets lets a port be taken over from open connections only when it was asked for by its number.
      stopListening()
      listening = listenWith(current, place.port, bind)
      return listening === null ? null : place.port
    },
    renew(pair) {
      const next = createApp(pair)
      if (listening !== null && place !== null) {
        stopListening()
        listening = listenWith(next, place.port, place.bind)
        if (listening === null) {
          closeApp(next)
          listening = listenWith(current, place.port, place.bind)
          throw new Error(`Port ${place.port} could not be taken over.`)
        }
      }
      former.add(current)
      changed(current, 0)
      current = next
    },
    async drain(limitMs) {
      stopListening()
      if (open === 0) return
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        drained = resolve
        timer = setTimeout(resolve, limitMs)
      })
      clearTimeout(timer)
    },
    close() {
      stopListening()
      for (const { app, isClosed } of [...former, current]) if (!isClosed) app.close()
      former.clear()
    },
  }
}

interface ServingApp {
  readonly app: TemplatedApp
  connections: number
  isClosed: boolean
}

interface SocketData {
  readonly admission: Admission
  events: LineEvents | null
  outgoing: Outgoing | null
  isOpen: boolean
}
