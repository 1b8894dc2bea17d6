// Hears everything that is said to the group in a room, one JSON line per packet, and asks what it is told to ask.
// Usage: node ear.ts; then lines `ID NAME TYPE aloud|alone|legacy` on its standard input.

// oxlint-disable-next-line typescript/triple-slash-reference -- its types are the server's, and are no module
/// <reference path="../../server/discovery/dns-packet.d.ts" />

import { createSocket } from 'node:dgram'
import { createInterface } from 'node:readline'
import packet from 'dns-packet'

const group = '224.0.0.251'
const mdnsPort = 5353

const ear = createSocket({ type: 'udp4', reuseAddr: true })
const legacy = createSocket('udp4')
for (const socket of [ear, legacy]) {
  socket.on('message', (bytes, { address }) => {
    const { id, type, questions, answers, authorities, additionals } = packet.decode(bytes)
    const said = {
      from: address,
      at: socket === ear ? 'group' : 'legacy',
      id,
      type,
      questions,
      answers,
      authorities,
      additionals,
    }
    process.stdout.write(`${JSON.stringify(said)}\n`)
  })
}
ear.bind(mdnsPort, () => {
  ear.addMembership(group)
  process.stdout.write('{}\n')
})

createInterface({ input: process.stdin }).on('line', (line) => {
  const [id, name = '', type = '', way] = line.split(' ')
  const bytes = packet.encode({ id: Number(id), type: 'query', questions: [{ name, type, class: 'IN' }] })
  // The bit of QU, which dns-packet cannot write: the class is the packet's last two bytes.
  if (way === 'alone') bytes[bytes.length - 2]! |= 0x80
  const socket = way === 'legacy' ? legacy : ear
  socket.send(bytes, mdnsPort, group)
})
