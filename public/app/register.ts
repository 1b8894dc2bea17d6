// Makes the pages an app that opens without the box: registers the service worker, once for each document and when the page has
// nothing more urgent to do.

import * as v from 'valibot'
import { phoneStorage } from '../signalling/storage.ts'
import { lockOf, workerPath } from './messages.ts'
import type { ToWorker } from './messages.ts'
import { keepTrustPort } from './trust-url.ts'
import { answerWhere } from './where.ts'

/** After the page is there: what it shows first may still be asking the box. */
const calmMs = 1000

let begun = false

/** Where this page's code begins: its name has a hash, and that says which version it is of. */
export function ownScript(): string {
  const main = document.querySelector<HTMLScriptElement>('script[type="module"]')
  return main === null ? '' : new URL(main.src).pathname
}

export function registerApp(): void {
  const { serviceWorker, locks }: Partial<Navigator> = navigator
  if (begun || serviceWorker === undefined) return
  begun = true
  const script = ownScript()
  // Held until the document goes. A browser without locks keeps every version while more than one page is open.
  locks?.request(lockOf(script), { mode: 'shared' }, () => new Promise(() => {})).catch(() => undefined)
  serviceWorker.addEventListener('message', (event) => answerWhere(event, location.pathname))
  // While the certificate is in error, or storage is blocked, browsers refuse: then it is a page as before.
  const go = (): unknown => setTimeout(() => void register(serviceWorker, script).catch(() => undefined), calmMs)
  if (document.readyState === 'complete') go()
  else addEventListener('load', go, { once: true })
}

async function register(workers: ServiceWorkerContainer, script: string): Promise<void> {
  await workers.register(workerPath, { updateViaCache: 'none' })
  // The box may be away; the next page asks again.
  learnTrustPort().catch(() => undefined)
  const { active } = await workers.ready
  const message: ToWorker = { type: 'check', script }
  active?.postMessage(message)
}

const addressesSchema = v.object({ welcome: v.nullable(v.string()) })

/** From now on pages may be shown without the box. */
async function learnTrustPort(): Promise<void> {
  const answer = await fetch('/api/addresses')
  keepTrustPort(phoneStorage, v.parse(addressesSchema, await answer.json()).welcome)
}
