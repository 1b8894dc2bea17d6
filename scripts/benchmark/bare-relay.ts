// The reference for the box: uWebSockets.js with TLS and nothing else. A socket names its seat in its URL, and what it says
// goes to the other seat of that room as it came. It also serves the reference's page.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SSLApp } from 'uWebSockets.js'
import type { WebSocket } from 'uWebSockets.js'

interface Seat {
  readonly own: string
  readonly other: string
}

const { BARE_PORT = '0', BARE_CERTIFICATE = '', BARE_KEY = '', BARE_PAGES = '' } = process.env
const pages = new Map([
  ['/', { type: 'text/html; charset=utf-8', body: readFileSync(join(BARE_PAGES, 'bare-station.html')) }],
  ['/bare-station.js', { type: 'text/javascript', body: readFileSync(join(BARE_PAGES, 'bare-station.js')) }],
  ['/healthz', { type: 'application/json', body: Buffer.from('{"status":"ok"}') }],
])
const seats = new Map<string, WebSocket<Seat>>()

SSLApp({ key_file_name: BARE_KEY, cert_file_name: BARE_CERTIFICATE })
  .ws<Seat>('/room/:room/:side', {
    upgrade(res, req, context) {
      const [room = '', side = ''] = [req.getParameter(0), req.getParameter(1)]
      const seat = { own: `${room}/${side}`, other: `${room}/${side === 'baby' ? 'parent' : 'baby'}` }
      const key = req.getHeader('sec-websocket-key')
      res.upgrade(
        seat,
        key,
        req.getHeader('sec-websocket-protocol'),
        req.getHeader('sec-websocket-extensions'),
        context,
      )
    },
    open(ws) {
      seats.set(ws.getUserData().own, ws)
    },
    message(ws, message, isBinary) {
      seats.get(ws.getUserData().other)?.send(message, isBinary)
    },
    close(ws) {
      const { own } = ws.getUserData()
      if (seats.get(own) === ws) seats.delete(own)
    },
  })
  .get('/*', (res, req) => {
    const page = pages.get(req.getUrl())
    if (page === undefined) res.writeStatus('404 Not Found').end()
    else res.writeHeader('Content-Type', page.type).end(page.body)
  })
  .listen(Number(BARE_PORT), (socket) => {
    if (!socket) process.exit(1)
  })
