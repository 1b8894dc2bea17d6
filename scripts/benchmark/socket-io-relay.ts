// A reference: socket.io as its manual shows it. Whom a message is for is the name of a room with one socket in it.

import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { Server } from 'socket.io'
import { settings } from './peer-settings.ts'

const https = createServer({
  key: readFileSync(settings.keyFile),
  cert: readFileSync(settings.certificateFile),
})
https.on('request', (request, response) => {
  if (request.url === '/healthz') response.end('{"status":"ok"}')
})
const io = new Server(https, { transports: ['websocket'] })
io.on('connection', (socket) => {
  const { place = '' } = socket.handshake.query
  void socket.join(String(place))
  socket.on('signal', (to: unknown, payload: unknown) => {
    io.to(String(to)).emit('signal', place, payload)
  })
})
https.listen(settings.port)
