// The certificate that the box shows to phones, signed by its own root and kept beside it.

import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import type { Tls } from '../web/uws.ts'
import { covers, dayMs, isKeyOf, parseCertificate } from './certificates.ts'
import { readIfThere, writePrivately } from './private-file.ts'
import type { Root } from './root.ts'

export const renewLeafBeforeMs = 30 * dayMs

export interface LeafOptions {
  readonly folder: string
  readonly root: Root
  readonly names: readonly string[]
  /** Names that need no new certificate, and go into the next. */
  readonly besides?: readonly string[]
  readonly now: number
}

/** The same two files as a box's self-signed certificate had, before it had a root: one of those is replaced. */
export function leafFiles(folder: string): Tls {
  return { certificateFile: join(folder, 'certificate.pem'), keyFile: join(folder, 'certificate-key.pem') }
}

export async function ensureLeaf(options: LeafOptions): Promise<Tls & { readonly isNew: boolean }> {
  const { folder, root, names, besides = [], now } = options
  const tls = leafFiles(folder)
  if (isUsable(tls, options)) return { ...tls, isNew: false }
  const { issueLeaf } = await import('./issue.ts')
  const pair = await issueLeaf({ root, names: [...new Set([...names, ...besides])], now })
  // The key first: a certificate without its key would be taken for a damaged pair, and be made anew.
  writePrivately(tls.keyFile, pair.key)
  // The root goes along, so that whoever looks at a connection sees the whole chain.
  writePrivately(tls.certificateFile, pair.certificate + root.certificate)
  return { ...tls, isNew: true }
}

/** Names that are no longer the box's own do no harm: an address that comes and goes makes no certificate each time. */
function isUsable({ certificateFile, keyFile }: Tls, { root, names, now }: LeafOptions): boolean {
  const [certificate, key] = [readIfThere(certificateFile), readIfThere(keyFile)]
  const leaf = certificate === null ? null : parseCertificate(certificate)
  const issuer = new X509Certificate(root.certificate)
  return (
    leaf !== null &&
    key !== null &&
    isKeyOf(leaf, key) === true &&
    leaf.checkIssued(issuer) &&
    leaf.verify(issuer.publicKey) &&
    names.every((name) => covers(leaf, name)) &&
    isInTime(leaf, root, now)
  )
}

function isInTime(leaf: X509Certificate, root: Root, now: number): boolean {
  // Without a battery, a clock begins each day long ago; the leaf is then more right than the clock.
  if (now < root.notBefore) return true
  return leaf.validFromDate.getTime() <= now && leaf.validToDate.getTime() - now > renewLeafBeforeMs
}
