// Writes what was said to a phone in one turn of the event loop together: a description and its candidates come at once, and each write
// of its own would cost a TLS record and a call of the system.

/** The part of a uWebSockets.js socket that is needed for it. */
export interface Writable {
  cork(write: () => void): unknown
  send(frame: string | Uint8Array, isBinary: boolean): unknown
}

/** One phone's. */
export interface Outgoing {
  send(text: string): void
  /** One frame of both parts, which are copied before this returns. */
  relay(header: Uint8Array, payload: Uint8Array): void
  /** What has been sent so far is written at once. */
  flush(): void
  /** The socket is gone: nothing may be written any more. */
  close(): void
}

/** Several hundred families' descriptions, of which only what has been needed is real; what is more in one turn gets memory of its own. */
const sharedBytes = 4 * 1024 * 1024

/** @returns for each socket of a server what gathers its frames until the turn ends */
export function createBatches(): (socket: Writable) => Outgoing {
  let waiting: Outgoing[] = []
  let shared: Buffer | null = null
  let used = 0

  function flushAll(): void {
    const all = waiting
    waiting = []
    for (const one of all) one.flush()
    // Writing may close somebody, of which others are told in the next turn.
    if (waiting.length === 0) used = 0
  }

  function take(bytes: number): Buffer {
    if (used + bytes > sharedBytes) return Buffer.allocUnsafeSlow(bytes)
    used += bytes
    // A server whose phones only ask for pages needs none.
    shared ??= Buffer.allocUnsafeSlow(sharedBytes)
    return shared.subarray(used - bytes, used)
  }

  return (socket) => {
    let frames: (string | Uint8Array)[] = []

    function writeAll(): void {
      const all = frames
      frames = []
      for (const frame of all) {
        if (isClosed) return
        socket.send(frame, false)
      }
    }

    function add(frame: string | Uint8Array): void {
      frames.push(frame)
      if (frames.length > 1) return
      // After all that this turn reads.
      if (waiting.push(outgoing) === 1) setImmediate(flushAll)
    }

    let isClosed = false
    const outgoing: Outgoing = {
      send: add,
      relay(header, payload) {
        const frame = take(header.length + payload.length)
        frame.set(header)
        frame.set(payload, header.length)
        add(frame)
      },
      flush() {
        // A phone that is too slow is closed in the middle of it.
        if (frames.length > 1) socket.cork(writeAll)
        else writeAll()
      },
      close() {
        isClosed = true
        frames = []
      },
    }
    return outgoing
  }
}
