// What can be asked of a certificate that is there already.

import { createPrivateKey, X509Certificate } from 'node:crypto'
import { isIP } from '../ip-address.ts'

export const dayMs = 24 * 60 * 60 * 1000

/** Both as PEM; the key as PKCS #8. */
export interface Pair {
  readonly certificate: string
  readonly key: string
}

/** The first of the text; null when there is none. */
export function parseCertificate(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem)
  } catch {
    return null
  }
}

/** @returns null when the text holds no key that can be read */
export function isKeyOf(certificate: X509Certificate, key: string): boolean | null {
  try {
    return certificate.checkPrivateKey(createPrivateKey(key))
  } catch {
    return null
  }
}

/** @param name a host name or an IP address */
export function covers(certificate: X509Certificate, name: string): boolean {
  return (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined
}
