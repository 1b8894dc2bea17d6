// The router's name server: there is no world, and it says so at once. A silent one costs Chromium five seconds per name.
// Usage: node name-server.ts ADDRESS

import { createSocket } from 'node:dgram'

const headerBytes = 12
const nameError = 3

const socket = createSocket('udp4')
socket.on('message', (query, { address, port }) => {
  if (query.length < headerBytes) return
  const answer = Buffer.from(query)
  // A response, recursion wanted as it was, and on offer.
  answer[2] = 0x80 | (query[2]! & 0x79)
  answer[3] = 0x80 | nameError
  // The question stays; whatever the resolver added (EDNS) goes.
  answer.fill(0, 6, headerBytes)
  socket.send(answer.subarray(0, endOfQuestion(query)), port, address)
})
socket.bind(53, process.argv[2], () => process.stdout.write('ready\n'))

function endOfQuestion(query: Buffer): number {
  let offset = headerBytes
  while (offset < query.length && query[offset] !== 0) offset += query[offset]! + 1
  return Math.min(offset + 5, query.length)
}
