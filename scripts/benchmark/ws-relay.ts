// A reference: the box's own hub, with all its checks, behind `ws` and Node's TLS instead of uWebSockets.js. It keeps nothing on disk
// and asks for no log-in: a socket names its account in its URL.

import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { WebSocketServer } from 'ws'
import { maxFrameBytes } from '../../public/shared/protocol.ts'
import type { DeviceId } from '../../public/shared/protocol.ts'
import { randomId } from '../../server/random-id.ts'
import { createHub } from '../../server/signalling/hub.ts'
import type { AccountId } from '../../server/store/account-store.ts'
import { settings } from './peer-settings.ts'

const hub = createHub({
  store: { all: () => [], put: () => undefined, remove: () => undefined },
  licenceRefusal: () => Promise.resolve(null),
  admitted: () => new Set(),
  now: Date.now,
  elapsed: () => performance.now(),
  onTrouble: (what, problem) => console.error(what, problem),
})
hub.open()

const https = createServer({
  key: readFileSync(settings.keyFile),
  cert: readFileSync(settings.certificateFile),
})
https.on('request', (_request, response) => response.end('{"status":"ok"}'))
const sockets = new WebSocketServer({ server: https, maxPayload: maxFrameBytes })
sockets.on('connection', (socket, { url = '' }) => {
  const accountId = url.slice(1) as AccountId
  const connection = hub.connect(
    { accountId, device: randomId<DeviceId>(), name: 'Phone', only: null },
    {
      send: (text) => socket.send(text),
      relay: (...parts) => socket.send(Buffer.concat(parts), { binary: false }),
      close: () => socket.close(),
    },
  )
  socket.on('message', (data, isBinary) => {
    if (isBinary || !Buffer.isBuffer(data)) connection.receiveMalformed()
    else connection.receive(data)
  })
  socket.on('close', () => connection.closed())
})
https.listen(settings.port)
