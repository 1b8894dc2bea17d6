// The certificate that the box makes for itself on first start and keeps in the data folder.

import { X509Certificate, createPrivateKey } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Tls } from '../web/uws.ts'

const dayMs = 24 * 60 * 60 * 1000
/** Apple takes a certificate of a private root for at most 825 days. */
const lifetimeMs = 820 * dayMs
const renewBeforeMs = 30 * dayMs

/**
 * Keeps a pair that is right and for this name; makes a new one otherwise. The phones warn once more after that, so an
 * address that has changed is no reason.
 */
export async function ensureCertificate(options: {
  readonly folder: string
  readonly hostname: string
  readonly addresses: readonly string[]
  readonly now: Date
}): Promise<Tls & { readonly isNew: boolean }> {
  const tls = {
    certificateFile: join(options.folder, 'certificate.pem'),
    keyFile: join(options.folder, 'certificate-key.pem'),
  }
  if (isUsable(tls, options.hostname, options.now)) return { ...tls, isNew: false }
  const { generate } = await import('selfsigned')
  const pair = await generate([{ name: 'commonName', value: `BeddyBytes ${options.hostname}` }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // A phone whose clock is a little behind must not find a certificate from the future.
    notBeforeDate: new Date(options.now.getTime() - dayMs),
    notAfterDate: new Date(options.now.getTime() + lifetimeMs),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...[...new Set([options.hostname, 'localhost'])].map((value) => ({ type: 2 as const, value })),
          ...[...new Set([...options.addresses, '127.0.0.1', '::1'])].map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  })
  // The key first: a certificate without its key would be taken for a damaged pair, and be made anew.
  writePrivately(tls.keyFile, pair.private)
  writePrivately(tls.certificateFile, pair.cert)
  return { ...tls, isNew: true }
}

function isUsable({ certificateFile, keyFile }: Tls, hostname: string, now: Date): boolean {
  try {
    const certificate = new X509Certificate(readFileSync(certificateFile))
    return (
      certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile))) &&
      certificate.checkHost(hostname) !== undefined &&
      certificate.validToDate.getTime() - now.getTime() > renewBeforeMs &&
      certificate.validFromDate.getTime() <= now.getTime()
    )
  } catch {
    return false
  }
}

/** Whole or not at all, whenever the plug is pulled. */
function writePrivately(file: string, text: string): void {
  const temporary = `${file}.new`
  const descriptor = openSync(temporary, 'w', 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(temporary, file)
}
