// The way from a command to the box that runs: a socket in a folder that only the data folder's owner, and root, can enter.

import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { makePrivate, requests, socketPath, type BoxStatus, type Request } from './socket.ts'

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

/** To be called by whoever has the folder's place: a socket that is there was left behind by a process that was killed. */
export async function openControl(dataFolder: string, handlers: ControlHandlers): Promise<Control> {
  const path = socketPath(dataFolder)
  makePrivate(dirname(path), dataFolder)
  rmSync(path, { force: true })
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    serve(socket, handlers)
  })
  await listen(server, path)
  chmodSync(path, 0o600)
  let closing: Promise<void> | null = null
  return {
    close: () =>
      (closing ??= new Promise<void>((resolve) => {
        server.close(() => {
          rmSync(dirname(path), { recursive: true, force: true })
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
