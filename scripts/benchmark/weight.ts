// What a page and its workers load: bytes of HTML, CSS and JavaScript as they travel, and from whom.

import type { CDPSession, Page } from 'puppeteer'

export interface Weight {
  readonly requests: number
  /** Compressed, without HTTP headers and with them. */
  readonly bodyBytes: number
  readonly wireBytes: number
  /** Hosts other than the page's own. */
  readonly foreignHosts: readonly string[]
}

const counted: readonly string[] = ['text/html', 'text/css', 'text/javascript', 'application/javascript']

/** Counts from now on; the result is what was loaded when it is asked for. */
export async function weigh(page: Page, ownHost: string): Promise<() => Weight> {
  const types = new Map<string, string>()
  const bodies = new Map<string, number>()
  const onWire = new Map<string, number>()
  const foreign = new Set<string>()
  const look = (address: string): void => {
    const { host, protocol } = new URL(address)
    if (host !== ownHost && !['blob:', 'data:', 'about:'].includes(protocol)) foreign.add(host)
  }
  const listen = (session: CDPSession): void => {
    session.on('Network.requestWillBeSent', ({ request }) => look(request.url))
    session.on('Network.webSocketCreated', ({ url }) => look(url))
    session.on('Network.responseReceived', ({ requestId, response }) => {
      if (counted.includes(response.mimeType)) types.set(requestId, response.mimeType)
    })
    session.on('Network.dataReceived', ({ requestId, encodedDataLength }) =>
      bodies.set(requestId, (bodies.get(requestId) ?? 0) + encodedDataLength),
    )
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      onWire.set(requestId, encodedDataLength),
    )
  }
  const session = await page.createCDPSession()
  listen(session)
  session.on('sessionattached', (worker) => {
    listen(worker)
    void worker.send('Network.enable').then(() => worker.send('Runtime.runIfWaitingForDebugger'))
  })
  await session.send('Network.enable')
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
  const sum = (bytes: ReadonlyMap<string, number>): number =>
    [...types.keys()].reduce((total, id) => total + (bytes.get(id) ?? 0), 0)
  return () => ({
    requests: types.size,
    bodyBytes: sum(bodies),
    wireBytes: sum(onWire),
    foreignHosts: [...foreign],
  })
}
