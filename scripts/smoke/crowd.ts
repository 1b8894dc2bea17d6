// More Baby Stations than a house has phones: as far as the box and its lists are concerned. Nobody answers at them.

import { protocolVersion } from '../../public/shared/protocol.ts'
import type { Phone } from './phone.ts'

/** They are there for as long as the phone's page; without a heartbeat they count as lost after 8 s. */
export async function startCrowd({ page }: Phone, names: readonly string[]): Promise<void> {
  await page.evaluate(
    async (all, version) => {
      const newId = (): string =>
        btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
          .replaceAll('+', '-')
          .replaceAll('/', '_')
          .slice(0, 22)
      const start = (name: string): Promise<void> =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(`wss://${location.host}/signal`)
          const say = (message: object): void => socket.send(JSON.stringify(message))
          socket.addEventListener('open', () => say({ type: 'hello', version, clientId: newId() }))
          socket.addEventListener('close', () => reject(new Error(`The box has closed the socket of ${name}`)))
          socket.addEventListener('message', ({ data }) => {
            const { type } = JSON.parse(String(data).split('\n')[0] ?? '') as { type: string }
            if (type === 'welcome') say({ type: 'start', sessionId: newId(), name })
            if (type === 'started') resolve()
          })
        })
      await Promise.all(all.map(start))
    },
    names,
    protocolVersion,
  )
}
