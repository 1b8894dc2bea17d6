// The client's socket: TLS 1.3 and WebSocket frames, as little work as can be. It checks no certificate, as the phones would do that
// on processors of their own.

import { connect, createSecureContext } from 'node:tls'
import { createFrameReader, encodeFrame, opcodes } from './frames.ts'

export interface Socket {
  send(text: string): void
  /** The frame is made once, and sent each time that what comes back is called. */
  prepare(text: string): () => void
  /** Whatever comes from now on, in place of who listened before. */
  listen(hear: (text: string) => void): void
  /** The next frame that begins so; nobody else listens meanwhile. */
  next(beginning: string): Promise<string>
  /** Whoever closes it. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

/** The server answered, and it was no yes. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: string

  constructor(status: string) {
    super(`The server refused the socket: ${status}.`)
    this.status = status
  }
}

/** Made once: making it is most of the work of a connection. */
export const secureContext = createSecureContext({ minVersion: 'TLSv1.3' })

/** @throws RefusedError, or what the system says when nobody listens there */
export function openSocket(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Socket> {
  const { hostname, port, host, pathname, search } = new URL(address)
  const tls = connect({
    host: hostname,
    port: Number(port),
    servername: hostname,
    secureContext,
    rejectUnauthorized: false,
    ALPNProtocols: ['http/1.1'],
  })
  tls.setNoDelay(true)
  const closed = new Promise<void>((resolve) => tls.once('close', () => resolve()))
  const lines = {
    Host: host,
    Origin: `https://${host}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  }
  const request = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`)
  tls.once('secureConnect', () => tls.write(`GET ${pathname}${search} HTTP/1.1\r\n${request.join('')}\r\n`))

  return new Promise((resolve, reject) => {
    let hear = (_text: string): unknown => undefined
    const read = createFrameReader((opcode, payload) => {
      if (opcode === opcodes.text) hear(payload)
      else if (opcode === opcodes.ping) tls.write(encodeFrame(opcodes.pong, payload))
      else if (opcode === opcodes.close) tls.end(encodeFrame(opcodes.close, ''))
    })
    let isGathering = false
    const uncork = (): void => {
      isGathering = false
      tls.uncork()
    }
    /** What is said in one turn travels together, so that the client is not what limits the server. */
    const write = (frame: Buffer): void => {
      if (!isGathering) {
        isGathering = true
        tls.cork()
        process.nextTick(uncork)
      }
      tls.write(frame)
    }
    const socket: Socket = {
      closed,
      send: (text) => write(encodeFrame(opcodes.text, text)),
      prepare(text) {
        const frame = encodeFrame(opcodes.text, text)
        return () => write(frame)
      },
      listen: (listener) => {
        hear = listener
      },
      next: (beginning) =>
        new Promise((found, gone) => {
          hear = (text) => text.startsWith(beginning) && found(text)
          void closed.then(() => gone(new Error(`${address} closed without ${beginning}`)))
        }),
      async close() {
        if (!tls.destroyed) tls.write(encodeFrame(opcodes.close, ''))
        await closed
      },
    }
    let head = Buffer.alloc(0)
    const readHead = (bytes: Buffer): void => {
      head = Buffer.concat([head, bytes])
      const end = head.indexOf('\r\n\r\n')
      if (end === -1) return
      tls.off('data', readHead)
      const [status = ''] = head.toString('latin1', 0, end).split('\r\n')
      if (!status.startsWith('HTTP/1.1 101')) {
        tls.destroy()
        reject(new RefusedError(status))
        return
      }
      tls.on('data', read)
      // What came along with the answer is for whoever listens once the caller has its socket.
      tls.pause()
      setImmediate(() => {
        read(head.subarray(end + 4))
        tls.resume()
      })
      resolve(socket)
    }
    tls.on('data', readHead)
    // Without an end that is answered, a broken socket would stay half open.
    tls.on('end', () => tls.destroy())
    tls.on('error', (error) => {
      tls.destroy()
      reject(error)
    })
    void closed.then(() => reject(new Error(`${address} closed while it opened.`)))
  })
}
