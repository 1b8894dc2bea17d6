// Whether this phone trusts the box: where it does not, a service worker is refused, even after somebody clicked through the
// browser's warning (Chromium; others register none at all there).

import { registersWorker } from '../welcome/probe.ts'
import type { Trust } from './evidence.ts'

export async function probeTrust(): Promise<Trust> {
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => null)
  if (answer?.ok !== true) return 'box-away'
  const registers = await registersWorker()
  if (registers === null) return 'unknown'
  return registers ? 'trusted' : 'not-trusted'
}
