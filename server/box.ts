// The box: opens its parts in order and closes them in reverse.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DeviceId } from '../public/shared/protocol.ts'
import { createAccounts } from './accounts/accounts.ts'
import { createAttempts } from './accounts/attempts.ts'
import { createPasswords } from './accounts/passwords.ts'
import { isAtHome, lanAddresses, watchAddresses } from './discovery/addresses.ts'
import { createJoining } from './joining/joining.ts'
import { createLicences } from './licence/licence.ts'
import type { Log } from './log.ts'
import { SettingsError, type Settings } from './settings.ts'
import { createHub } from './signalling/hub.ts'
import { createLines } from './signalling/lines.ts'
import { createAccountStore, type LogInRow } from './store/account-store.ts'
import { closeDatabase, databaseFile, openDatabase } from './store/database.ts'
import { createGuestStore } from './store/guest-store.ts'
import { createOwnerStore } from './store/owner-store.ts'
import { createPairingStore } from './store/pairing-store.ts'
import { createSessionStore } from './store/session-store.ts'
import { createTrust } from './trust/trust.ts'
import { createWelcome, openWelcomeFiles, originOf } from './trust/welcome.ts'
import { createApplication } from './web/application.ts'
import { loadAssets } from './web/assets.ts'
import { createGuard } from './web/guard.ts'
import { createMemberRoutes } from './web/member-routes.ts'
import { createPlainHttp } from './web/plain-http.ts'
import { createProxies } from './web/proxies.ts'
import { createStrangerRoutes } from './web/stranger-routes.ts'
import { createTrustRoutes } from './web/trust-routes.ts'
import { createWebServer, type Tls, type WebServer } from './web/uws.ts'
import { reachableUrls } from './welcome-text.ts'

export interface Box {
  readonly httpsPort: number
  readonly httpPort: number
  /** SHA-256 of the root that phones install; null with a certificate of the owner's own. */
  readonly fingerprint: string | null
  /** Its name now: another than the configured one when another box has that. */
  readonly hostname: string
  /** Calls back when it has got another name or other addresses, and its certificate names them. */
  onMove(listener: () => void): void
  /** Where a phone reaches it now. */
  urls(): { readonly byName: string; readonly byAddress: readonly string[] }
  /** Ends the connections of all log-ins, or of those that a command has ended. */
  endConnections(which: 'all' | 'ended'): void
  /** Resolves within 4 s; the second call waits for the first. */
  close(): Promise<void>
}

const drainMs = 3000

/** @throws SettingsError or DatabaseError, whose messages are for the owner; whatever was opened is closed again. */
export async function openBox(
  settings: Settings,
  deps: { readonly assetsFolder: string; readonly welcomeFolder: string; readonly log: Log },
): Promise<Box> {
  const { dataFolder, bind, hostname, interfaces } = settings
  const { log } = deps
  const opened: (() => void | Promise<void>)[] = []
  let closing: Promise<void> | null = null
  const close = () => (closing ??= closeInReverse(opened))

  try {
    createDataFolder(dataFolder)
    const database = openDatabase(join(dataFolder, databaseFile))
    opened.push(() => closeDatabase(database))

    let ownName = isLoopback(bind) ? 'localhost' : hostname
    let moved = () => {}
    const names = () => ({
      hostnames: [...new Set([ownName, hostname])],
      addresses: isLoopback(bind) ? [String(bind)] : lanAddresses({ bind, interfaces }).map(({ address }) => address),
    })
    const trust = createTrust({
      folder: dataFolder,
      houseName: hostname,
      own: ownPair(settings),
      names,
      now: Date.now,
      log,
    })
    const tls = await trust.start()

    const attempts = createAttempts(isAtHome)
    const accounts = createAccounts({
      store: createAccountStore(database),
      passwords: createPasswords(),
      attempts,
      registration: settings.registration,
      now: Date.now,
      onTrouble: log.error,
    })
    const licences = createLicences({ publicKey: settings.licencePublicKey, now: Date.now })
    const owner = createOwnerStore(database)
    const hub = createHub({
      store: createSessionStore(database),
      licenceRefusal: (account) => licences.refusal(accounts.account(account)?.licence ?? null),
      admitted: owner.admitted,
      now: Date.now,
      elapsed: () => performance.now(),
      onTrouble: log.error,
    })
    hub.open()
    opened.push(() => hub.close())
    const guard = createGuard(() => [ownName, hostname])
    const lines = createLines(hub)
    const endDevice = ({ accountId }: LogInRow, device: DeviceId) => {
      const hasEnded = accounts.endLogIn(accountId, device)
      if (hasEnded) hub.revoke(accountId, [device])
      return hasEnded
    }
    const endLogIn = (logIn: LogInRow) => endDevice(logIn, logIn.id)
    const joining = createJoining({
      pairingStore: createPairingStore(database),
      guestStore: createGuestStore(database),
      accounts,
      attempts,
      hub,
      lines,
      endLogIn,
      now: Date.now,
      onTrouble: log.error,
    })
    const { guests, guestRoutes } = joining
    guests.open()
    opened.push(() => guests.close())
    const urls = () => reachableUrls({ hostname: ownName, addresses: lanAddresses({ bind, interfaces }), httpsPort })
    // Content Security Policy has no form for an IPv6 address.
    const ownOrigins = () => [urls().byName, ...urls().byAddress].filter((url) => !url.includes('['))
    const welcomeUrl = () => {
      const [host = ownName] = lanAddresses({ bind, interfaces }).map(({ address }) => address)
      return trust.root() === null ? null : originOf('http', host, httpPort)
    }
    const welcome = createWelcome({
      files: openWelcomeFiles(deps.welcomeFolder),
      trust,
      names,
      ports: () => ({ https: httpsPort, http: httpPort }),
    })
    const strangerRoutes = {
      ...createTrustRoutes({ trust, welcome }),
      ...createStrangerRoutes({ accounts, licences, endLogIn, urls, welcomeUrl, isOwnOrigin: guard.isOwnOrigin }),
      ...joining.strangerRoutes,
    }
    const memberRoutes = {
      ...createMemberRoutes({ accounts, licences, hub, lines, endDevice }),
      ...joining.memberRoutes,
    }
    const assets = loadAssets(deps.assetsFolder)
    const proxies = createProxies(settings.trustProxy)
    const https = createWebServer(
      createApplication({
        guard,
        proxies,
        accounts,
        strangerRoutes,
        memberRoutes,
        guests,
        guestRoutes,
        assets,
        lines,
        ownOrigins,
        log,
      }),
      tls,
    )
    opened.push(async () => {
      await https.drain(drainMs)
      hub.close()
      https.close()
    })
    const httpsPort = await listen(https, settings.httpsPort, bind, 'BEDDYBYTES_HTTPS_PORT')

    const http = createWebServer(createPlainHttp({ guard, trust, welcome, httpsPort: () => httpsPort, log }), null)
    opened.push(() => http.close())
    const httpPort = await listen(http, settings.httpPort, bind, 'BEDDYBYTES_HTTP_PORT')

    trust.follow((pair) => https.renew(pair))
    opened.push(() => trust.close())

    if (!isLoopback(bind)) {
      const watch = watchAddresses(() => void trust.check().then(moved), { bind, interfaces })
      opened.push(() => watch.close())
      const { openResponder } = await import('./discovery/responder.ts')
      const responder = openResponder({ hostname, httpsPort, bind, interfaces, log })
      opened.push(() => responder.close())
      responder.onName((name) => {
        ownName = name
        void trust.check().then(moved)
      })
    }
    return {
      httpsPort,
      httpPort,
      get fingerprint() {
        return trust.root()?.fingerprint ?? null
      },
      get hostname() {
        return ownName
      },
      onMove(listener) {
        moved = listener
      },
      urls,
      endConnections: (which) => hub.recheck(which === 'all' ? () => new Set() : undefined),
      close,
    }
  } catch (problem) {
    await close()
    throw problem
  }
}

function ownPair({ tlsCertificate, tlsKey }: Settings): Tls | null {
  return tlsCertificate === null || tlsKey === null ? null : { certificateFile: tlsCertificate, keyFile: tlsKey }
}

async function closeInReverse(opened: readonly (() => void | Promise<void>)[]): Promise<void> {
  for (const close of opened.toReversed()) await close()
}

/** Nobody else of this machine reads what is in it. */
export function createDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new SettingsError(`BEDDYBYTES_DATA is ${JSON.stringify(folder)}, which cannot be made: ${reason(cause)}.`, {
      cause,
    })
  }
}

export const isLoopback = (address: string | null) =>
  address !== null && (address.startsWith('127.') || address === '::1')

async function listen(server: WebServer, port: number, bind: string | null, variable: string): Promise<number> {
  const listening = server.listen(port, bind)
  if (listening !== null) return listening
  throw new SettingsError(`Port ${port} (${variable}) ${await whyNot(port, bind)}`)
}

/** uWebSockets.js says only that it failed; asking again by another way tells why. */
async function whyNot(port: number, bind: string | null): Promise<string> {
  const { createServer } = await import('node:net')
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Readonly<Record<string, string>> = {
        EADDRINUSE: 'is taken by another program.',
        EACCES: 'is not permitted to this user; ports below 1024 need more rights.',
        EADDRNOTAVAIL: `cannot be had on BEDDYBYTES_BIND=${bind}: this machine has no such address.`,
      }
      resolve(reasons[error.code ?? ''] ?? `cannot be opened: ${error.code}.`)
    })
    probe.listen({ port, ...(bind === null ? {} : { host: bind }), exclusive: true }, () =>
      probe.close(() => resolve('cannot be opened.')),
    )
  })
}

function reason(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}
