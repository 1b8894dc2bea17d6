// Builds what the box serves and runs into .build/, unless nothing has changed since the last time.

import { join } from 'node:path'
import { readFingerprint, sourceFingerprint, writeFingerprint } from './build/fingerprint.ts'

const root = join(import.meta.dirname, '..')
const output = join(root, '.build')

const fingerprint = await sourceFingerprint(root)
if ((await readFingerprint(output)) !== fingerprint) {
  // Imported only now: loading esbuild would be most of the time of a start that has nothing to build.
  const { build } = await import('./build/bundle.ts')
  console.error('Building.')
  const startedMs = performance.now()
  const { weights } = await build(root, output)
  await writeFingerprint(output, fingerprint)
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  const sizes = [...weights].map(([path, bytes]) => `${path} ${(bytes / 1024).toFixed(1)} KiB`).join(', ')
  console.error(`Built in ${seconds} s. Brotli until the first screen: ${sizes}.`)
}
