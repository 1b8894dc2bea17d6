// What phones trust this box by: the house's root and the leaf it signs, or a certificate of the owner's own. It looks at
// the clock, the names, the addresses and the owner's files all the time, and has a new pair in use soon after a change.

import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Log } from '../log.ts'
import { SettingsError } from '../settings.ts'
import type { Tls } from '../web/uws.ts'
import { covers } from './certificates.ts'
import { ensureLeaf } from './leaf.ts'
import { isLocalAddress, isLocalName } from './local-names.ts'
import { concernAbout, readOwnPair, type OwnPair } from './own-pair.ts'
import { ensureRoot, type Root } from './root.ts'

export interface Names {
  /** The first is the one to show. */
  readonly hostnames: readonly string[]
  readonly addresses: readonly string[]
}

export interface Trust {
  /**
   * Makes or reads what is needed.
   * @throws SettingsError when the owner's own pair is bad
   */
  start(): Promise<Tls>
  /** From now on, `renew` is called with each new pair; when it throws, the old one stays in use. */
  follow(renew: (tls: Tls) => void): void
  /** Looks at once whether another pair is needed, because something is known to have changed. */
  check(): Promise<void>
  /** Null with a certificate of the owner's own. */
  root(): Root | null
  /** Whether the certificate in use is good for a host name or an address. */
  covers(name: string): boolean
  close(): void
}

export interface TrustOptions {
  readonly folder: string
  /** The configured host name: the root may sign for it, wherever it is. */
  readonly houseName: string
  readonly own: Tls | null
  /** Asked at each look. */
  names(): Names
  now(): number
  readonly log: Log
  readonly lookEveryMs?: number
}

/** An address that comes and goes, or two that take turns, make one certificate and not one each time. */
const rememberedMs = 60 * 60 * 1000
const mostRemembered = 16

/** Four looks a minute cost nothing that can be measured: two small files and a list of interfaces. */
const presetLookEveryMs = 15_000

export function createTrust(options: TrustOptions): Trust {
  return options.own === null ? createHouseTrust(options) : createOwnTrust(options, options.own)
}

function createHouseTrust({ folder, houseName, names, now, log, lookEveryMs }: TrustOptions): Trust {
  let root: Root | null = null
  let leaf: X509Certificate | null = null
  const leftOut = new Set<string>()
  /** Names that were the box's own, and when they last were. */
  const seen = new Map<string, number>()

  /** What the next certificate names besides. */
  function remembered(): string[] {
    return [...seen]
      .filter(([, lastMs]) => Math.abs(now() - lastMs) < rememberedMs)
      .map(([name]) => name)
      .slice(-mostRemembered)
  }

  /** One name outside the root's constraints would spoil the whole leaf. */
  function wanted(): string[] {
    const { hostnames, addresses } = names()
    const all = new Set([...hostnames, 'localhost', ...addresses, '127.0.0.1', '::1'])
    return [...all].filter((name) => {
      if (name === houseName || isLocalName(name) || isLocalAddress(name)) return true
      if (!leftOut.has(name)) log.info(`${name} is no address of a home network; the certificate does not name it.`)
      leftOut.add(name)
      return false
    })
  }

  async function ensure(): Promise<Tls & { readonly isNew: boolean }> {
    const { root: found, made } = await ensureRoot(folder, houseName, now())
    root = found
    const wantedNames = wanted()
    const tls = await ensureLeaf({ folder, root, names: wantedNames, besides: remembered(), now: now() })
    for (const name of wantedNames) {
      seen.delete(name)
      seen.set(name, now())
    }
    leaf = readLeaf(tls)
    if (made === 'first') log.info(`Made the root of this house, "${root.commonName}".`)
    if (made === 'anew') log.info(`Made a new root, "${root.commonName}": every phone has to install it again.`)
    if (made === 'again') log.info(`The root "${root.commonName}", which was made earlier, is in use again.`)
    return tls
  }

  const rounds = createRounds(lookEveryMs, log)
  return {
    start: ensure,
    follow(renew) {
      // A pair that was written and could not be put to use is tried again.
      let isPending = false
      rounds.start(async () => {
        const { isNew, ...tls } = await ensure()
        isPending ||= isNew
        if (!isPending) return
        renew(tls)
        isPending = false
        log.info(`A new certificate is in use, until ${leaf?.validToDate.toISOString().slice(0, 10)}.`)
      })
    },
    check: rounds.now,
    root: () => root,
    covers: (name) => leaf !== null && covers(leaf, name),
    close: rounds.stop,
  }
}

function createOwnTrust({ now, log, lookEveryMs }: TrustOptions, own: Tls): Trust {
  let inUse: OwnPair | null = null
  /** A pair is written in two steps; only what is wrong at two looks in a row is worth a word. */
  let suspected: string | null = null
  let told: string | null = null

  function tell(line: string): void {
    if (line !== told) log.error(line)
    told = line
  }

  function look(renew: (tls: Tls) => void): void {
    const pair = readOwnPair(own)
    if (typeof pair === 'string') {
      if (pair === suspected) tell(`${pair} The certificate that was read before stays in use.`)
      suspected = pair
      return
    }
    suspected = null
    if (pair.certificate !== inUse?.certificate || pair.key !== inUse.key) {
      renew(own)
      inUse = pair
      told = null
      log.info('The new certificate of BEDDYBYTES_TLS_CERT is in use.')
    }
    const concern = concernAbout(inUse, now())
    if (concern !== null) tell(concern)
  }

  const rounds = createRounds(lookEveryMs, log)
  return {
    start() {
      const pair = readOwnPair(own)
      if (typeof pair === 'string') return Promise.reject(new SettingsError(pair))
      inUse = pair
      const concern = concernAbout(pair, now())
      if (concern !== null) tell(concern)
      return Promise.resolve(own)
    },
    follow: (renew) => rounds.start(() => look(renew)),
    check: rounds.now,
    root: () => null,
    covers: (name) => inUse !== null && covers(inUse.leaf, name),
    close: rounds.stop,
  }
}

const readLeaf = ({ certificateFile }: Tls) => new X509Certificate(readFileSync(certificateFile))

/** One look after the other, never two at once; one that fails is told once and tried again. */
function createRounds(everyMs = presetLookEveryMs, log: Log) {
  let look: (() => void | Promise<void>) | null = null
  let timer: NodeJS.Timeout | undefined
  let last = Promise.resolve()
  let hasFailed = false

  async function guarded(): Promise<void> {
    try {
      await look?.()
      hasFailed = false
    } catch (cause) {
      if (!hasFailed) log.error('No new certificate can be put to use; the old one stays', cause)
      hasFailed = true
    }
  }

  const now = (): Promise<void> => (last = last.then(guarded))
  return {
    now,
    start(action: () => void | Promise<void>) {
      look = action
      timer = setInterval(() => void now(), everyMs)
    },
    stop() {
      clearInterval(timer)
      look = null
    },
  }
}
