// The page that stands in for the box when it cannot start: what is wrong and what to do, for whoever opens the address. It needs
// nothing of what may be broken: no database, no build.

import { readFileSync } from 'node:fs'
import { createServer as createHttpServer, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Tls } from '../web/uws.ts'

export interface TroubleOptions {
  /** One line, as the log has it. */
  readonly reason: string
  readonly httpPort: number
  readonly httpsPort: number
  readonly bind: string | null
  /** Null when there is no certificate that could be used. */
  readonly tls: Tls | null
}

/** Gives the page's way to close; a port that cannot be had is done without. */
export async function showTrouble(options: TroubleOptions): Promise<() => void> {
  const body = page(options.reason)
  const answer = (_: unknown, response: ServerResponse) => {
    response.writeHead(503, headers)
    response.end(body)
  }
  const servers = [await listen(createHttpServer(answer), options.httpPort, options.bind)]
  const pair = readPair(options.tls)
  if (pair !== null) servers.push(await listen(createHttpsServer(pair, answer), options.httpsPort, options.bind))
  return () => {
    for (const server of servers) {
      server?.close()
      server?.closeAllConnections()
    }
  }
}

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Retry-After': '60',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
}

function readPair(tls: Tls | null): { key: Buffer; cert: Buffer } | null {
  try {
    return tls === null ? null : { key: readFileSync(tls.keyFile), cert: readFileSync(tls.certificateFile) }
  } catch {
    return null
  }
}

function listen(server: Server, port: number, bind: string | null): Promise<Server | null> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(null))
    server.listen({ port, ...(bind === null ? {} : { host: bind }) }, () => resolve(server))
  })
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)

const page = (reason: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>BeddyBytes cannot start</title>
<h1>BeddyBytes cannot start</h1>
<p>It has tried ten times and more. <strong>Nobody can be watched through it now.</strong> Streams that were running go on
from phone to phone.</p>
<p>What it says: <code>${escape(reason)}</code></p>
<h2>What to do</h2>
<ol>
<li>If the line above names something that you can put right, such as a full disk, a port, or a setting, do so.
It tries again by itself every five minutes, and at once after <code>docker compose restart</code>.</li>
<li>If it began with an update, go back to the version that you had: your accounts are as they were before the update.</li>
<li>If the database is damaged, restore your backup:
<code>docker compose exec -T beddybytes beddybytes restore &lt; FILE</code></li>
<li>If you have no backup, rename the file <code>beddybytes.db</code> in the data folder, so that it is kept, and start again:
everybody makes a new account.</li>
</ol>
<p>More is in the log: <code>docker compose logs</code></p>
`
