// What a page that came over HTTPS can find out about this phone's trust: does a socket open, does a service worker register?

export interface Report {
  readonly socket: boolean
  /** Null where the browser offers none: in a frame of a page on plain HTTP, and in some private windows. */
  readonly worker: boolean | null
}

const patienceMs = 8000

export async function probe(): Promise<Report> {
  const [socket, worker] = await Promise.all([within(opensSocket()), registersWorker()])
  return { socket, worker }
}

function opensSocket(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`wss://${location.host}/trust/socket`)
    socket.addEventListener('open', () => {
      resolve(true)
      socket.close()
    })
    socket.addEventListener('error', () => resolve(false))
  })
}

/** Nothing stays behind: the worker is taken back at once, and serves no page. Null where there are none. */
export async function registersWorker(): Promise<boolean | null> {
  if (!isSecureContext || !('serviceWorker' in navigator)) return null
  return within(
    navigator.serviceWorker
      .register('/trust/worker.js', { scope: '/trust/' })
      .then((registration) => registration.unregister())
      .then(
        () => true,
        () => false,
      ),
  )
}

function within(answer: Promise<boolean>): Promise<boolean> {
  return Promise.race([answer, new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, false))])
}
