// What the benchmark uses of its references, which are there for it alone. `ws` brings no types of its own.

declare module 'ws' {
  import type { IncomingMessage } from 'node:http'
  import type { Server } from 'node:https'

  interface Connection {
    send(data: string | Uint8Array, options?: { binary: boolean }): void
    close(): void
    on(event: 'message', hear: (data: Buffer, isBinary: boolean) => void): void
    on(event: 'close', hear: () => void): void
  }

  export class WebSocketServer {
    constructor(options: { server: Server; maxPayload: number })
    on(event: 'connection', open: (socket: Connection, request: IncomingMessage) => void): void
  }
}

declare module 'socket.io' {
  import type { Server as HttpsServer } from 'node:https'

  interface Connection {
    readonly handshake: { readonly query: Readonly<Record<string, string | string[] | undefined>> }
    join(room: string): Promise<void> | void
    on(event: string, hear: (...said: unknown[]) => void): void
  }

  export class Server {
    constructor(server: HttpsServer, options: { transports: string[] })
    on(event: 'connection', open: (socket: Connection) => void): void
    to(room: string): { emit(event: string, ...said: unknown[]): void }
  }
}

declare module 'peer' {
  export function PeerServer(options: { port: number; path: string; ssl: { key: string; cert: string } }): void
}
