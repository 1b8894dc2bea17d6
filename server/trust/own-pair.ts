// A certificate of the owner's own, from BEDDYBYTES_TLS_CERT and BEDDYBYTES_TLS_KEY: read, and judged before it is used.

import type { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Tls } from '../web/uws.ts'
import { dayMs, isKeyOf, parseCertificate, type Pair } from './certificates.ts'

export const certificateVariable = 'BEDDYBYTES_TLS_CERT'
export const keyVariable = 'BEDDYBYTES_TLS_KEY'

export interface OwnPair extends Pair {
  readonly leaf: X509Certificate
}

/** The pair, or one line that says what is wrong with it. */
export function readOwnPair({ certificateFile, keyFile }: Tls): OwnPair | string {
  const certificate = read(certificateFile)
  if (certificate === null) return `${certificateVariable} cannot be read: ${JSON.stringify(certificateFile)}.`
  const key = read(keyFile)
  if (key === null) return `${keyVariable} cannot be read: ${JSON.stringify(keyFile)}.`
  const leaf = parseCertificate(certificate)
  if (leaf === null) return `${certificateVariable} holds no certificate in PEM: ${JSON.stringify(certificateFile)}.`
  const fits = isKeyOf(leaf, key)
  if (fits === null)
    return `${keyVariable} holds no private key in PEM without a passphrase: ${JSON.stringify(keyFile)}.`
  if (!fits) return `${certificateVariable} and ${keyVariable} do not belong together.`
  return { certificate, key, leaf }
}

const soonMs = 14 * dayMs

/** What the owner should know about a pair that can be used, or null. */
export function concernAbout({ leaf }: OwnPair, now: number): string | null {
  const end = leaf.validToDate.toISOString().slice(0, 10)
  if (leaf.validToDate.getTime() <= now) return `${certificateVariable} ended on ${end}: phones refuse it.`
  if (leaf.validFromDate.getTime() > now) return `${certificateVariable} is not valid yet: phones refuse it.`
  if (leaf.validToDate.getTime() - now < soonMs) return `${certificateVariable} ends on ${end}.`
  return null
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
