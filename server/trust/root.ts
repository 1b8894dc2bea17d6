// The house's own root: made once, kept in the data folder, given to the phones.

import { join } from 'node:path'
import { dayMs, isKeyOf, parseCertificate, type Pair } from './certificates.ts'
import { permits } from './name-constraints.ts'
import { readIfThere, writePrivately } from './private-file.ts'

export interface Root extends Pair {
  /** What the phone's list of certificates shows. */
  readonly commonName: string
  /** SHA-256, as pairs of upper-case hexadecimal digits with colons. */
  readonly fingerprint: string
  /** What a phone downloads. */
  readonly der: Buffer
  readonly notBefore: number
  readonly notAfter: number
}

/** With less left, a root is replaced; its leaves cannot outlive it. */
export const renewRootBeforeMs = 30 * dayMs

/** In the data folder; a backup carries them. */
export const rootFiles = { certificate: 'root.pem', key: 'root-key.pem' } as const

const files = (folder: string) => ({
  certificate: join(folder, rootFiles.certificate),
  key: join(folder, rootFiles.key),
})

/** The root in the folder, whatever the time is; null when there is none or it is damaged. */
export function readRoot(folder: string): Root | null {
  const { certificate, key } = files(folder)
  const pair = { certificate: readIfThere(certificate), key: readIfThere(key) }
  return pair.certificate === null || pair.key === null
    ? null
    : rootOf({ certificate: pair.certificate, key: pair.key })
}

export function rootOf(pair: Pair): Root | null {
  const certificate = parseCertificate(pair.certificate)
  if (certificate === null || !certificate.ca || isKeyOf(certificate, pair.key) !== true) return null
  return {
    ...pair,
    commonName: /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? '',
    fingerprint: certificate.fingerprint256,
    der: certificate.raw,
    notBefore: certificate.validFromDate.getTime(),
    notAfter: certificate.validToDate.getTime(),
  }
}

/**
 * Keeps the root as long as it can be kept, because each new one has to be installed on every phone. A clock that stands
 * before its first day is wrong, and no reason.
 */
export async function ensureRoot(
  folder: string,
  houseName: string,
  now: number,
): Promise<{ readonly root: Root; readonly made: 'first' | 'anew' | null }> {
  const kept = readRoot(folder)
  if (kept !== null && kept.notAfter - now > renewRootBeforeMs && permits(kept.der, houseName)) {
    return { root: kept, made: null }
  }
  const isFirst = readIfThere(files(folder).certificate) === null
  const { issueRoot } = await import('./issue.ts')
  const pair = await issueRoot(houseName, now)
  const root = rootOf(pair)
  if (root === null) throw new Error('The root that was just made cannot be read.')
  const { certificate, key } = files(folder)
  // The key first: a root without its key would be taken for a damaged one, and be made anew.
  writePrivately(key, pair.key)
  writePrivately(certificate, pair.certificate)
  return { root, made: isFirst ? 'first' : 'anew' }
}
