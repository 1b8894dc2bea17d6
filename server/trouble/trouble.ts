// After many failed starts in a row: shows the page that says what to do, and ends after a while, so that it is tried again.

import { leafFiles } from '../trust/leaf.ts'
import type { Settings } from '../settings.ts'
import { showTrouble } from './page.ts'

const retryMs = 5 * 60 * 1000

/** Resolves when it is time to try again; at once when `signal` is aborted. */
export async function waitInTrouble(settings: Settings, reason: string, signal: AbortSignal): Promise<void> {
  const { httpPort, httpsPort, bind, dataFolder, tlsCertificate, tlsKey } = settings
  const own = tlsCertificate === null || tlsKey === null ? null : { certificateFile: tlsCertificate, keyFile: tlsKey }
  const close = await showTrouble({ reason, httpPort, httpsPort, bind, tls: own ?? leafFiles(dataFolder) })
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, retryMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
    if (signal.aborted) resolve()
  })
  close()
}
