// Makes certificates. selfsigned has no name constraints and no key identifiers, so this is done with the library beneath
// it. Import this late: the library is large, and there is something to make once in two months.

// The decorators of the library's parts want this first.
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { isIP } from '../ip-address.ts'
import { dayMs, type Pair } from './certificates.ts'
import { nameConstraints, nameConstraintsOid } from './name-constraints.ts'

const rootLifetimeMs = 10 * 365.25 * dayMs
const leafLifetimeMs = 90 * dayMs
/** A phone whose clock is a little behind must not find a certificate from the future. */
const backdatedMs = dayMs
/** RFC 5280, appendix A: ub-common-name. */
const maxCommonName = 64

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

x509.cryptoProvider.set(crypto)

/** 10 years; the CN tells the roots of two houses apart in a phone's list. */
export async function issueRoot(houseName: string, now: number): Promise<Pair> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const identifier = await x509.SubjectKeyIdentifierExtension.create(keys.publicKey)
  const notBefore = wholeSeconds(now - backdatedMs)
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: [{ CN: [commonName(houseName, identifier.keyId.slice(0, 4).toUpperCase())] }],
    notBefore,
    notAfter: new Date(notBefore.getTime() + rootLifetimeMs - 1000),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      new x509.Extension(nameConstraintsOid, false, nameConstraints(houseName)),
      identifier,
    ],
  })
  return { certificate: `${certificate.toString('pem')}\n`, key: await pemOf(keys.privateKey) }
}

function commonName(houseName: string, mark: string): string {
  const room = maxCommonName - `BeddyBytes  ${mark}`.length
  return `BeddyBytes ${houseName.slice(0, room)} ${mark}`
}

export interface LeafRequest {
  readonly root: Pair
  /** DNS names and IP addresses; all must be within the root's constraints, or none is believed. */
  readonly names: readonly string[]
  readonly now: number
}

/** 90 days, but never beyond the root. */
export async function issueLeaf({ root, names, now }: LeafRequest): Promise<Pair> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const issuer = new x509.X509Certificate(root.certificate)
  const signingKey = await crypto.subtle.importKey('pkcs8', derOf(root.key), algorithm, false, ['sign'])
  const notBefore = Math.max(wholeSeconds(now - backdatedMs).getTime(), issuer.notBefore.getTime())
  const extensions: x509.Extension[] = [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    new x509.SubjectAlternativeNameExtension(
      names.map((value) => ({ type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const), value })),
    ),
    await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
  ]
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: [{ CN: ['BeddyBytes'] }],
    issuer: issuer.subjectName,
    notBefore: new Date(notBefore),
    notAfter: new Date(Math.min(notBefore + leafLifetimeMs - 1000, issuer.notAfter.getTime())),
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: algorithm,
    extensions,
  })
  return { certificate: `${certificate.toString('pem')}\n`, key: await pemOf(keys.privateKey) }
}

/** Positive, and never 0 in front: DER has no leading zeros. */
function serialNumber(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return Buffer.from(bytes).toString('hex')
}

const wholeSeconds = (timeMs: number) => new Date(Math.floor(timeMs / 1000) * 1000)

async function pemOf(key: Parameters<typeof crypto.subtle.exportKey>[1]): Promise<string> {
  const base64 = Buffer.from(await crypto.subtle.exportKey('pkcs8', key)).toString('base64')
  return `-----BEGIN PRIVATE KEY-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END PRIVATE KEY-----\n`
}

const derOf = (pem: string) => Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
