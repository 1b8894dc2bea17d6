// The page that stands in for the box when it cannot start: what is wrong and what to do, for whoever opens the address. It needs
// nothing of what may be broken: no database, no build.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Language } from '../../public/shared/languages.ts'
import { troubleText } from '../text/trouble.ts'
import { languageFor, languageHeaders } from '../web/language.ts'
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
  const answer = (
    { headers: { cookie = '', 'accept-language': accepted = '' } }: IncomingMessage,
    response: ServerResponse,
  ) => {
    const language = languageFor(
      new Map([
        ['cookie', cookie],
        ['accept-language', accepted],
      ]),
    )
    response.writeHead(503, { ...headers, ...languageHeaders(language) })
    response.end(page(options.reason, language))
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

/** As public/ui/base.css has it by night: whoever looks does so in the dark. */
const style = `:root{color-scheme:dark;background:#0b0f17;color:#e8edf4;font:1rem/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:8px;overflow-wrap:break-word}
h1{font-size:min(1.75rem,9vw);line-height:1.25}
h2{font-size:min(1.25rem,9vw)}
ol{padding-left:1.5em}
code{color:#ffbd66}`

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Retry-After': '60',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
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

function page(reason: string, language: Language): string {
  const words = troubleText[language]
  const steps = words.steps.map(([before, command, after]) =>
    [escape(before), command === '' ? '' : ` <code>${escape(command)}</code>`, escape(after)].join(''),
  )
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="dark">
<title>${escape(words.title)}</title>
<style>${style}</style>
<main>
<h1>${escape(words.title)}</h1>
<p>${escape(words.tried)} <strong>${escape(words.nobody)}</strong> ${escape(words.goesOn)}</p>
<p>${escape(words.says)} <code lang="en">${escape(reason)}</code></p>
<h2>${escape(words.whatToDo)}</h2>
<ol>
${steps.map((step) => `<li>${step}</li>`).join('\n')}
</ol>
<p>${escape(words.more)} <code>docker compose logs</code></p>
</main>
`
}
