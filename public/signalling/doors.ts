// The two doors of the box, a socket and an event stream, behind one shape. A door opens once and closes once.

export interface Door {
  send(frame: string): void
  /** In order: what was sent before still arrives. */
  close(): void
  /** It is broken: nothing waits for an answer that may never come. */
  drop(): void
}

export interface DoorEvents {
  opened(): void
  frame(text: string): void
  /** It did not open, or it is gone. Not called after `close`. */
  closed(): void
}

export type OpenDoor = (events: DoorEvents) => Door

/** A socket that nobody waits for any more may take this long to open, and is then closed. */
const openingMs = 3000
/** Shorter than the silence after which the box takes this phone for lost. */
const answerMs = 5000
const farewellMs = 1000

/** @param path where the box has both doors: /signal for members, /guest/signal for guests */
export function createDoors(path: '/signal' | '/guest/signal'): Readonly<Record<'socket' | 'events', OpenDoor>> {
  return { socket: (events) => openSocket(path, events), events: (events) => openEventStream(path, events) }
}

function openSocket(path: string, events: DoorEvents): Door {
  let socket: WebSocket | null = null
  const door = once(events, (orderly) => {
    if (orderly && socket?.readyState === WebSocket.CONNECTING) closeWhenOpen(socket)
    else socket?.close()
  })
  try {
    const url = new URL(path, location.href)
    url.protocol = 'wss:'
    socket = new WebSocket(url)
    socket.addEventListener('open', door.opened)
    socket.addEventListener('message', (event: MessageEvent<unknown>) => door.frame(event.data))
    socket.addEventListener('error', door.failed)
    socket.addEventListener('close', door.failed)
  } catch {
    // Some browsers throw where they mean to refuse, and some lockdown modes have no WebSocket at all.
    queueMicrotask(door.failed)
  }
  return {
    send(frame) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(frame)
    },
    close: door.close,
    drop: door.drop,
  }
}

/**
 * Closing a socket that is still opening makes browsers complain. But it must not stay, and a broken one is closed at once:
 * browsers open one at a time.
 */
function closeWhenOpen(socket: WebSocket): void {
  const giveUp = setTimeout(() => socket.close(), openingMs)
  socket.addEventListener('open', () => socket.close())
  for (const type of ['open', 'error']) socket.addEventListener(type, () => clearTimeout(giveUp))
}

function openEventStream(path: string, events: DoorEvents): Door {
  let token: string | null = null
  let source: EventSource | null = null
  const broken = new AbortController()
  // One POST at a time: two at once may overtake each other.
  let posting = Promise.resolve()
  const letGo = (): void => {
    broken.abort()
    source?.close()
  }
  const door = once(events, (orderly) => {
    if (!orderly) {
      letGo()
      return
    }
    // A `leave` may be among what was sent last, and the box takes posts only while the stream is open.
    const giveUp = setTimeout(letGo, farewellMs)
    void posting.finally(() => {
      clearTimeout(giveUp)
      letGo()
    })
  })
  try {
    source = new EventSource(`${path}/events`)
    source.addEventListener('connection', (event: MessageEvent<unknown>) => {
      if (typeof event.data !== 'string') return
      token = event.data
      door.opened()
    })
    source.addEventListener('message', (event: MessageEvent<unknown>) => door.frame(event.data))
    // The browser would open it anew by itself, as another connection; the channel decides about that.
    source.addEventListener('error', door.failed)
  } catch {
    queueMicrotask(door.failed)
  }
  const post = async (frame: string): Promise<void> => {
    if (token === null || broken.signal.aborted) return
    const giveUp = setTimeout(door.failed, answerMs)
    try {
      const answer = await fetch(`${path}/messages`, {
        method: 'POST',
        headers: { 'BeddyBytes-Connection': token, 'Content-Type': 'text/plain' },
        body: frame,
        signal: broken.signal,
      })
      if (!answer.ok) door.failed()
    } catch {
      door.failed()
    } finally {
      clearTimeout(giveUp)
    }
  }
  return {
    send(frame) {
      posting = posting.then(() => post(frame))
    },
    close: door.close,
    drop: door.drop,
  }
}

/** Keeps a door's life in order: opened at most once, closed at most once, silent afterwards. */
function once(events: DoorEvents, release: (orderly: boolean) => void) {
  let state: 'opening' | 'open' | 'closed' = 'opening'
  return {
    opened: (): void => {
      if (state !== 'opening') return
      state = 'open'
      events.opened()
    },
    frame: (data: unknown): void => {
      if (state === 'open' && typeof data === 'string') events.frame(data)
    },
    failed: (): void => {
      if (state === 'closed') return
      state = 'closed'
      release(false)
      events.closed()
    },
    close: (): void => {
      if (state === 'closed') return
      state = 'closed'
      release(true)
    },
    drop: (): void => {
      if (state === 'closed') return
      state = 'closed'
      release(false)
    },
  }
}
