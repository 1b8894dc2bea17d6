// The reference for the box: uWebSockets.js with TLS and nothing else. A socket names its seat in its URL, the first letter of what it
// says names the seat in the same room that it is for, and it goes there as it came. It also serves the reference's pages.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SSLApp } from 'uWebSockets.js'
import type { WebSocket } from 'uWebSockets.js'
import { settings } from './peer-settings.ts'

interface Place {
  readonly room: string
  readonly seat: string
}

const pages = new Map<string, { type: string; body: Buffer }>([
  ['/healthz', { type: 'application/json', body: Buffer.from('{"status":"ok"}') }],
])
if (settings.pages !== '') {
  const load = (name: string): Buffer => readFileSync(join(settings.pages, name))
  pages.set('/', { type: 'text/html; charset=utf-8', body: load('bare-station.html') })
  pages.set('/bare-station.js', { type: 'text/javascript', body: load('bare-station.js') })
}
const seats = new Map<string, WebSocket<Place>>()

SSLApp({ key_file_name: settings.keyFile, cert_file_name: settings.certificateFile })
  .ws<Place>('/room/:room/:seat', {
    upgrade(res, req, context) {
      const place = { room: req.getParameter(0) ?? '', seat: req.getParameter(1) ?? '' }
      const key = req.getHeader('sec-websocket-key')
      const protocol = req.getHeader('sec-websocket-protocol')
      res.upgrade(place, key, protocol, req.getHeader('sec-websocket-extensions'), context)
    },
    open(ws) {
      const { room, seat } = ws.getUserData()
      seats.set(room + seat, ws)
    },
    message(ws, message, isBinary) {
      const [letter = 0] = new Uint8Array(message, 0, 1)
      seats.get(ws.getUserData().room + String.fromCharCode(letter))?.send(message, isBinary)
    },
    close(ws) {
      const { room, seat } = ws.getUserData()
      if (seats.get(room + seat) === ws) seats.delete(room + seat)
    },
  })
  .get('/*', (res, req) => {
    const page = pages.get(req.getUrl())
    if (page === undefined) res.writeStatus('404 Not Found').end()
    else res.writeHeader('Content-Type', page.type).end(page.body)
  })
  .listen(settings.port, (socket) => {
    if (!socket) process.exit(1)
  })
