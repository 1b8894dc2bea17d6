// The environment, parsed once into typed settings, or one clear line about what is wrong with it.

import { join, resolve } from 'node:path'
import { isIP } from './ip-address.ts'
import { parsePublicKey } from './licence/public-key.ts'

export interface Settings {
  /** Absolute path of the folder that holds the database and the certificate. */
  readonly dataFolder: string
  /** 0 lets the system choose, for tests. */
  readonly httpsPort: number
  readonly httpPort: number
  /** An IP address, or null for all of them. */
  readonly bind: string | null
  /** Lower case, without a final dot. */
  readonly hostname: string
  /** Names of the network interfaces that phones are behind; null for all but bridges of containers, tunnels and their like. */
  readonly interfaces: readonly string[] | null
  readonly registration: 'open' | 'closed'
  /** Ed25519, 32 bytes as base64url; null asks nobody for a licence. */
  readonly licencePublicKey: string | null
  /** Absolute paths of a certificate with its chain and of its key; both null where the box makes its own. */
  readonly tlsCertificate: string | null
  readonly tlsKey: string | null
  /** IP addresses and networks (a.b.c.d/n) of the proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: readonly string[]
}

/** A wrong setting; the message is the whole line that the owner reads. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

type Environment = Readonly<Record<string, string | undefined>>

/** @throws SettingsError with the variable's name, what it holds and what it may hold. */
export function readSettings(environment: Environment, projectFolder: string): Settings {
  const settings: Settings = {
    dataFolder: resolve(value(environment, 'BEDDYBYTES_DATA') ?? join(projectFolder, 'data')),
    httpsPort: port(environment, 'BEDDYBYTES_HTTPS_PORT', 8443),
    httpPort: port(environment, 'BEDDYBYTES_HTTP_PORT', 8080),
    bind: address(environment, 'BEDDYBYTES_BIND'),
    hostname: hostname(environment, 'BEDDYBYTES_HOSTNAME', 'beddybytes.local'),
    interfaces: names(environment, 'BEDDYBYTES_INTERFACES'),
    registration: choice(environment, 'BEDDYBYTES_REGISTRATION', ['open', 'closed']),
    licencePublicKey: publicKey(environment, 'BEDDYBYTES_LICENCE_PUBLIC_KEY'),
    tlsCertificate: file(environment, 'BEDDYBYTES_TLS_CERT'),
    tlsKey: file(environment, 'BEDDYBYTES_TLS_KEY'),
    trustProxy: networks(environment, 'BEDDYBYTES_TRUST_PROXY'),
  }
  if (settings.httpPort === settings.httpsPort && settings.httpPort !== 0) {
    throw new SettingsError(
      `BEDDYBYTES_HTTP_PORT and BEDDYBYTES_HTTPS_PORT are both ${settings.httpPort}; they must differ.`,
    )
  }
  if ((settings.tlsCertificate === null) !== (settings.tlsKey === null)) {
    const [given, missing] =
      settings.tlsKey === null
        ? ['BEDDYBYTES_TLS_CERT', 'BEDDYBYTES_TLS_KEY']
        : ['BEDDYBYTES_TLS_KEY', 'BEDDYBYTES_TLS_CERT']
    throw new SettingsError(`${given} is set and ${missing} is not; a certificate needs both.`)
  }
  return settings
}

/** An empty variable is an unset one: compose passes empty strings for what is not given. */
function value(environment: Environment, name: string): string | undefined {
  const text = environment[name]?.trim()
  return text === undefined || text === '' ? undefined : text
}

function wrong(name: string, text: string, expected: string): SettingsError {
  return new SettingsError(`${name} is ${JSON.stringify(text)}; it must be ${expected}.`)
}

function port(environment: Environment, name: string, preset: number): number {
  const text = value(environment, name)
  if (text === undefined) return preset
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= 0 && number <= 65_535)) throw wrong(name, text, 'a port number from 1 to 65535')
  return number
}

function address(environment: Environment, name: string): string | null {
  const text = value(environment, name)
  if (text === undefined) return null
  if (isIP(text) === 0) throw wrong(name, text, 'an IP address of this machine, or unset for all of them')
  return text
}

function hostname(environment: Environment, name: string, preset: string): string {
  const text = (value(environment, name) ?? preset).toLowerCase().replace(/\.$/, '')
  // Piece by piece: a regular expression that counts to 63 for each of them is compiled into a large one.
  const isLabel = (label: string): boolean => label.length <= 63 && /^[a-z0-9-]+$/.test(label) && !/^-|-$/.test(label)
  if (text.length > 253 || !text.split('.').every(isLabel) || isIP(text) !== 0) {
    throw wrong(name, text, 'a host name such as beddybytes.local')
  }
  return text
}

function names(environment: Environment, name: string): readonly string[] | null {
  const text = value(environment, name)
  if (text === undefined) return null
  const list = text.split(/[\s,]+/).filter((part) => part !== '')
  // Linux has at most 15 bytes for one, Windows and macOS have longer ones.
  if (list.length === 0 || !list.every((part) => /^[\w.:@-]{1,64}$/.test(part))) {
    throw wrong(name, text, 'a list of network interfaces, such as eth0, wlan0')
  }
  return list
}

function choice<Value extends string>(environment: Environment, name: string, values: readonly [Value, ...Value[]]) {
  const text = value(environment, name) ?? values[0]
  const found = values.find((candidate) => candidate === text)
  if (found === undefined) throw wrong(name, text, values.join(' or '))
  return found
}

function publicKey(environment: Environment, name: string): string | null {
  const text = value(environment, name)
  if (text === undefined) return null
  const key = parsePublicKey(text)
  if (key === null) throw wrong(name, text, 'the Ed25519 public key that `scripts/licence keygen` prints')
  return key
}

function file(environment: Environment, name: string): string | null {
  const text = value(environment, name)
  return text === undefined ? null : resolve(text)
}

function networks(environment: Environment, name: string): readonly string[] {
  const text = value(environment, name)
  const list = text?.split(/[\s,]+/).filter((part) => part !== '') ?? []
  const isRight = list.every((network) => {
    const [start = '', prefix] = network.split('/', 2)
    const bits = { 0: -1, 4: 32, 6: 128 }[isIP(start)] ?? -1
    return (
      bits > 0 && (prefix === undefined ? !network.includes('/') : /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)
    )
  })
  if (!isRight) throw wrong(name, text ?? '', 'a list of IP addresses or networks, such as 192.168.1.2, 172.18.0.0/16')
  return list
}
