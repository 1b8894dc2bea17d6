// One part of the stations alone on a page, served from this machine: for what takes a browser but neither box nor account.

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '../..')
const worklet = '/loudness-worklet.js'
/** As the box sends it. */
const policy =
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:;
  connect-src 'self'; worker-src 'self'`.replaceAll(/\s+/g, ' ')

export interface PartPage {
  readonly url: string
  close(): Promise<void>
}

/** `source` is a file of this folder that puts onto `window` what its tests call. */
export async function openPart(source: string): Promise<PartPage> {
  const common = { absWorkingDir: root, bundle: true, write: false, target: 'es2022', logLevel: 'warning' } as const
  const [page, sound] = await Promise.all([
    build({
      ...common,
      format: 'esm',
      entryPoints: [join('scripts/smoke', source)],
      define: { builtAssetUrls: JSON.stringify({ loudnessWorklet: worklet }) },
    }),
    build({ ...common, format: 'iife', entryPoints: ['public/noise/loudness-worklet.ts'] }),
  ])
  const files = new Map([
    ['/page.js', page.outputFiles[0]?.text ?? ''],
    [worklet, sound.outputFiles[0]?.text ?? ''],
  ])
  const server = createServer(({ url = '/' }, response) => {
    const script = files.get(url)
    response.setHeader('content-security-policy', policy)
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript')
    response.end(
      script ??
        '<!doctype html><meta charset="utf-8"><title>Part</title><link rel="icon" href="data:,"><button>Start</button><script type="module" src="/page.js"></script>',
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
