// What a page and its workers load until a moment: bytes of HTML, CSS and JavaScript as they travel, and from whom. What the service
// worker fetches for later is not theirs; what it fetches for the page is.

import type { CDPSession, Page } from 'puppeteer'

export interface Weight {
  /** Asked of the network: what the browser has kept is none. */
  readonly requests: number
  /** Compressed, without HTTP headers and with them. */
  readonly bodyBytes: number
  readonly wireBytes: number
  /** Hosts other than the page's own. */
  readonly foreignHosts: readonly string[]
}

/** @param untilMs milliseconds since 1970; what was asked for or has arrived later does not count */
export type Weigh = (untilMs: number) => Weight

interface Load {
  readonly askedMs: number
  isCounted: boolean
  /** Asked of the network by this one, and not by the service worker for it. */
  isRequest: boolean
  headerBytes: number
  readonly body: { readonly atMs: number; readonly bytes: number }[]
}

const counted: readonly string[] = ['text/html', 'text/css', 'text/javascript', 'application/javascript']

/** Counts from now on. */
export async function weigh(page: Page, ownHost: string): Promise<Weigh> {
  const loads: Load[] = []
  const foreign = new Set<string>()
  const look = (address: string): void => {
    const { host, protocol } = new URL(address)
    if (host !== ownHost && !['blob:', 'data:', 'about:'].includes(protocol)) foreign.add(host)
  }
  const session = await page.createCDPSession()
  listen(session, () => true)
  session.on('sessionattached', (worker) => {
    listen(worker, () => true)
    // In this order, without waiting: it may end before, with its page.
    for (const method of ['Network.enable', 'Runtime.runIfWaitingForDebugger'] as const) {
      worker.send(method).catch(() => undefined)
    }
  })
  await session.send('Network.enable')
  const filter = [{ type: 'service_worker', exclude: true }, {}]
  const attach = { autoAttach: true, flatten: true }
  await session.send('Target.setAutoAttach', { ...attach, waitForDebuggerOnStart: true, filter })

  // The service worker is the browser's and not the page's. What it asks for while it is started is the page's HTML.
  const browser = await page.browser().target().createCDPSession()
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const worker = browser.connection()?.session(sessionId)
    if (targetInfo.browserContextId !== page.browserContext().id || !worker) return
    listen(worker, (requestId) => requestId.startsWith('preload-'))
    worker.send('Network.enable').catch(() => undefined)
  })
  const services = [{ type: 'service_worker', exclude: false }]
  await browser.send('Target.setAutoAttach', { ...attach, waitForDebuggerOnStart: false, filter: services })

  function listen(from: CDPSession, isOurs: (requestId: string) => boolean): void {
    const open = new Map<string, Load>()
    /** From the browser's own clock to the time of day. */
    let clockMs = Number.NaN
    from.on('Network.webSocketCreated', ({ url }) => look(url))
    from.on('Network.requestWillBeSent', ({ requestId, request, wallTime, timestamp }) => {
      if (!isOurs(requestId)) return
      look(request.url)
      clockMs = (wallTime - timestamp) * 1000
      const load: Load = { askedMs: wallTime * 1000, isCounted: false, isRequest: false, headerBytes: 0, body: [] }
      open.set(requestId, load)
      loads.push(load)
    })
    from.on('Network.responseReceived', ({ requestId, response, timestamp }) => {
      const load = open.get(requestId)
      if (load === undefined) return
      const { mimeType, encodedDataLength: bytes, serviceWorkerResponseSource } = response
      load.isCounted = counted.includes(mimeType)
      if (response.fromDiskCache === true) return
      if (response.fromServiceWorker !== true) {
        load.isRequest = true
        load.headerBytes = bytes
      } else if (serviceWorkerResponseSource === 'network') {
        load.body.push({ atMs: clockMs + timestamp * 1000, bytes })
      }
    })
    from.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
      const load = open.get(requestId)
      if (load === undefined || !load.isRequest) return
      load.body.push({ atMs: clockMs + timestamp * 1000, bytes: Math.max(0, encodedDataLength - load.headerBytes) })
    })
  }

  return (untilMs) => {
    const asked = loads.filter((load) => load.isCounted && load.askedMs <= untilMs)
    const bodyBytes = sum(
      asked.flatMap(({ body }) => body.filter(({ atMs }) => atMs <= untilMs).map(({ bytes }) => bytes)),
    )
    return {
      requests: asked.filter(({ isRequest }) => isRequest).length,
      bodyBytes,
      wireBytes: bodyBytes + sum(asked.map(({ headerBytes }) => headerBytes)),
      foreignHosts: [...foreign],
    }
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
