// A home folder for Chromium on Linux, whose NSS store trusts one root.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from './tool.ts'

/** @param home an empty folder. Needs certutil, from Debian's libnss3-tools. */
export async function trustRoot(home: string, rootFile: string): Promise<void> {
  const store = join(home, '.pki/nssdb')
  mkdirSync(store, { recursive: true })
  await runTool('certutil', ['-N', '-d', `sql:${store}`, '--empty-password'])
  await runTool('certutil', ['-A', '-d', `sql:${store}`, '-n', 'house', '-t', 'C,,', '-i', rootFile])
}
