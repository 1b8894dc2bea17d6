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

/** The one before, for a clock that was wrong when the present one was made. */
const formerFiles = { certificate: 'root-former.pem', key: 'root-former-key.pem' } as const

/** The root in the folder, whatever the time is; null when there is none or it is damaged. */
export function readRoot(folder: string): Root | null {
  return read(folder, rootFiles)
}

function read(folder: string, files: typeof rootFiles | typeof formerFiles): Root | null {
  const certificate = readIfThere(join(folder, files.certificate))
  const key = readIfThere(join(folder, files.key))
  return certificate === null || key === null ? null : rootOf({ certificate, key })
}

/** The key first: a root without its key would be taken for a damaged one, and be made anew. */
function write(folder: string, files: typeof rootFiles | typeof formerFiles, { certificate, key }: Pair): void {
  writePrivately(join(folder, files.key), key)
  writePrivately(join(folder, files.certificate), certificate)
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
 * before its first day is wrong, and no reason. A clock that jumped ahead by years made another root for nothing: when it is
 * set right, the one that the phones know is in use again.
 */
export async function ensureRoot(
  folder: string,
  houseName: string,
  now: number,
): Promise<{ readonly root: Root; readonly made: 'first' | 'anew' | 'again' | null }> {
  const present = readRoot(folder)
  const lasts = (root: Root | null): root is Root =>
    root !== null && root.notAfter - now > renewRootBeforeMs && permits(root.der, houseName)
  if (lasts(present) && present.notBefore <= now) return { root: present, made: null }
  const former = read(folder, formerFiles)
  if (lasts(former) && former.notBefore <= now) {
    write(folder, rootFiles, former)
    if (present !== null) write(folder, formerFiles, present)
    return { root: former, made: 'again' }
  }
  if (lasts(present)) return { root: present, made: null }
  const isFirst = readIfThere(join(folder, rootFiles.certificate)) === null
  const { issueRoot } = await import('./issue.ts')
  const pair = await issueRoot(houseName, now)
  const root = rootOf(pair)
  if (root === null) throw new Error('The root that was just made cannot be read.')
  if (present !== null) write(folder, formerFiles, present)
  write(folder, rootFiles, pair)
  return { root, made: isFirst ? 'first' : 'anew' }
}
