// Stands between the phones and the box and refuses sockets, as an iPhone does under a certificate that it only clicked
// through. Everything else passes, unless it is told to meddle with what the stations say to each other.

import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Box } from './box.ts'

export interface Proxy {
  readonly url: string
  /** How many sockets it has refused, and how many event streams and messages it has passed. */
  readonly counted: Readonly<Record<'refused' | 'streams' | 'messages', number>>
  close(): Promise<void>
}

export interface ProxyOptions {
  /** What becomes of a frame that a phone sends; null is dropped. */
  readonly meddle?: (frame: string) => Promise<string | null>
}

export async function openProxy(box: Box, { meddle }: ProxyOptions = {}): Promise<Proxy> {
  const counted = { refused: 0, streams: 0, messages: 0 }
  const cert = readFileSync(box.certificateFile, 'utf8')
  const { port: boxPort } = new URL(box.url)
  const server = createServer({ cert, key: readFileSync(box.keyFile, 'utf8') }, (incoming, outgoing) => {
    if (incoming.url === '/signal/events') counted.streams += 1
    if (incoming.url === '/signal/messages') counted.messages += 1
    if (incoming.url === '/signal/messages' && meddle !== undefined) {
      void passMeddled(incoming, outgoing, meddle)
    } else pass(incoming, outgoing, incoming)
  })
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse, body: Readable | Buffer): void => {
    const { method, url: path } = incoming
    const headers = { ...incoming.headers }
    if (!('pipe' in body)) headers['content-length'] = String(body.byteLength)
    const onward = request(
      { host: '127.0.0.1', servername: 'localhost', port: boxPort, ca: cert, agent: false, method, path, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        outgoing.flushHeaders()
        answer.pipe(outgoing)
        answer.on('error', () => outgoing.destroy())
      },
    )
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    if ('pipe' in body) body.pipe(onward)
    else onward.end(body)
  }
  const passMeddled = async (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    change: (frame: string) => Promise<string | null>,
  ): Promise<void> => {
    const frame = await change(await text(incoming))
    if (frame === null) outgoing.writeHead(204).end()
    else pass(incoming, outgoing, Buffer.from(frame))
  }
  server.on('upgrade', (_request, socket) => {
    counted.refused += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    counted,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
