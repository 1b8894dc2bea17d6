// The way from a command to the box that runs: a socket in the data folder, which only the folder's owner can open. Whoever holds
// it is the one that works with the folder, so it also keeps a second box away.

import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { ask } from './ask.ts'
import { requests, socketFile, withSocketPath, type BoxStatus, type Request } from './socket.ts'

export interface ControlHandlers {
  status(): BoxStatus
  /** Ends the connections of log-ins that are no more. */
  recheck(): void
  /** Takes over the backup that lies ready. */
  restore(): Promise<void>
}

export interface Control {
  close(): Promise<void>
}

const requestBytes = 64
const takeOverMs = 6000

/** Somebody else works with the data folder; the message is for the owner. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
}

/**
 * Waits for a box that is just closing. @throws FolderInUseError, or what the system says when the folder's file system has no
 * sockets.
 */
export async function openControl(folder: string, handlers: ControlHandlers): Promise<Control> {
  const deadlineMs = performance.now() + takeOverMs
  while ((await ask(folder, 'status')) !== null) {
    if (performance.now() > deadlineMs) {
      throw new FolderInUseError(`Another BeddyBytes works with the data folder ${folder}. Stop it first.`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  // Left behind by a process that was killed.
  const path = join(folder, socketFile)
  rmSync(path, { force: true })
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    serve(socket, handlers)
  })
  await withSocketPath(folder, (short) => listen(server, short))
  chmodSync(path, 0o600)
  let closing: Promise<void> | null = null
  return {
    close: () =>
      (closing ??= new Promise<void>((resolve) => {
        server.close(() => {
          // Node forgets to, when the path it knows is the short one.
          rmSync(path, { force: true })
          resolve()
        })
        for (const socket of open) socket.destroySoon()
      })),
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** One line in, one line of JSON out. */
function serve(socket: Socket, handlers: ControlHandlers): void {
  let said = ''
  socket.on('error', () => {})
  socket.on('data', (data) => {
    said += data.toString('latin1')
    const end = said.indexOf('\n')
    if (end === -1 && said.length < requestBytes) return
    socket.removeAllListeners('data')
    const request = requests.find((known) => known === said.slice(0, end))
    if (request === undefined) return void socket.end('{"failed":"unknown request"}\n')
    void answer(request, handlers).then((result) => socket.end(`${JSON.stringify(result)}\n`))
  })
}

async function answer(request: Request, handlers: ControlHandlers): Promise<unknown> {
  try {
    return { done: (await handlers[request]()) ?? null }
  } catch (problem) {
    return { failed: problem instanceof Error ? problem.message : String(problem) }
  }
}
