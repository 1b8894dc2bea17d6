// Between uWebSockets.js' `req` and `res` and plain requests, answers and event streams.

import type { HttpRequest, HttpResponse } from 'uWebSockets.js'
import { maxFrameBytes } from '../../public/shared/protocol.ts'
import type { Line } from '../signalling/peer.ts'
import type { WebRequest, WebResponse } from './exchange.ts'
import { securityHeaders, withSecurityHeaders } from './headers.ts'
import { Refusal } from './refusal.ts'

/** What the other side of an open door does. */
export interface LineEvents {
  /** Names this line to its own phone, which posts with it when the line is an event stream. */
  readonly token: string
  /** @param frame UTF-8; its memory may be taken back when this returns */
  receive(frame: Buffer): void
  receiveMalformed(): void
  closed(): void
}

/** The phone may come in; `open` is called once with the way to it. */
export interface Admission {
  open(line: Line): LineEvents
}

/** No body of ours is larger: a signalling frame by POST. Routes set lower limits. */
const maxBodyBytes = maxFrameBytes
/** Above this a phone is too slow to be an honest one; a whole family's signalling is far less. */
export const maxBackpressureBytes = 256 * 1024
const keepAliveMs = 5000

/** Takes everything out of `req` at once; a request that two servers could read differently is refused. */
export function copy(res: HttpResponse, req: HttpRequest, isSecure: boolean): WebRequest | Refusal {
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
export function readBody(res: HttpResponse, done: (body: Uint8Array | 'too-large') => void): void {
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

export function write(
  res: HttpResponse,
  { status, headers, body }: WebResponse,
  isHead: boolean,
  close: boolean,
): void {
  res.writeStatus(`${status} ${statusTexts[status] ?? ''}`)
  for (const [name, value] of Object.entries(headers)) {
    for (const line of typeof value === 'string' ? [value] : value) res.writeHeader(name, line)
  }
  // After a length without a body uWebSockets.js 20.0.8 reads no second request: whoever waits for one hangs, so it is said.
  if (isHead) res.endWithoutBody(Buffer.byteLength(body), true)
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
export function refuse(res: HttpResponse, refusal: Refusal): void {
  res.onAborted(() => {})
  res.cork(() => write(res, withSecurityHeaders(refusal.toResponse(), ''), false, true))
}

/** Server-sent events: one message per frame. A line that stays full is closed. */
export function openStream(res: HttpResponse, admission: Admission): void {
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
  const send = (text: string) => put(`data: ${text.replaceAll('\n', '\ndata: ')}\n\n`)
  events = admission.open({
    send,
    relay: (...parts) => send(Buffer.concat(parts).toString('utf8')),
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
