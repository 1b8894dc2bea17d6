// The environment, parsed once into typed settings, or one clear line about what is wrong with it.

import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
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
  readonly registration: 'open' | 'closed'
  /** Ed25519, 32 bytes as base64url; null asks nobody for a licence. */
  readonly licencePublicKey: string | null
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
    registration: choice(environment, 'BEDDYBYTES_REGISTRATION', ['open', 'closed']),
    licencePublicKey: publicKey(environment, 'BEDDYBYTES_LICENCE_PUBLIC_KEY'),
  }
  if (settings.httpPort === settings.httpsPort && settings.httpPort !== 0) {
    throw new SettingsError(
      `BEDDYBYTES_HTTP_PORT and BEDDYBYTES_HTTPS_PORT are both ${settings.httpPort}; they must differ.`,
    )
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
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
  if (text.length > 253 || !new RegExp(`^${label}(?:\\.${label})*$`).test(text) || isIP(text) !== 0) {
    throw wrong(name, text, 'a host name such as beddybytes.local')
  }
  return text
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
