// The box: opens its parts in order and closes them in reverse.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DeviceId } from '../public/shared/protocol.ts'
import { createAccounts } from './accounts/accounts.ts'
import { createAttempts } from './accounts/attempts.ts'
import { createPasswords } from './accounts/passwords.ts'
import { isAtHome, lanAddresses } from './discovery/addresses.ts'
import { createLicences } from './licence/licence.ts'
import type { Log } from './log.ts'
import { SettingsError, type Settings } from './settings.ts'
import { createHub } from './signalling/hub.ts'
import { createLines } from './signalling/lines.ts'
import { createAccountStore, type LogInRow } from './store/account-store.ts'
import { closeDatabase, openDatabase } from './store/database.ts'
import { createSessionStore } from './store/session-store.ts'
import { ensureCertificate } from './trust/certificate.ts'
import { createApplication } from './web/application.ts'
import { loadAssets } from './web/assets.ts'
import { createGuard } from './web/guard.ts'
import { createRedirect } from './web/redirect.ts'
import { createMemberRoutes } from './web/member-routes.ts'
import { createStrangerRoutes } from './web/stranger-routes.ts'
import { createWebServer, type WebServer } from './web/uws.ts'

export interface Box {
  readonly httpsPort: number
  readonly httpPort: number
  /** Resolves within 4 s; the second call waits for the first. */
  close(): Promise<void>
}

const drainMs = 3000

/** @throws SettingsError or DatabaseError, whose messages are for the owner; whatever was opened is closed again. */
export async function openBox(
  settings: Settings,
  deps: { readonly assetsFolder: string; readonly log: Log },
): Promise<Box> {
  const { dataFolder, bind, hostname } = settings
  const { log } = deps
  const opened: (() => void | Promise<void>)[] = []
  let closing: Promise<void> | null = null
  const close = () => (closing ??= closeInReverse(opened))

  try {
    createDataFolder(dataFolder)
    const database = openDatabase(join(dataFolder, 'beddybytes.db'))
    opened.push(() => closeDatabase(database))

    const addresses = bind === null ? lanAddresses().map(({ address }) => address) : [bind]
    const tls = await ensureCertificate({ folder: dataFolder, hostname, addresses, now: new Date() })
    if (tls.isNew) log.info('Made a new certificate; phones will warn once.')

    const accounts = createAccounts({
      store: createAccountStore(database),
      passwords: createPasswords(),
      attempts: createAttempts(isAtHome),
      registration: settings.registration,
      now: Date.now,
      onTrouble: log.error,
    })
    const licences = createLicences({ publicKey: settings.licencePublicKey, now: Date.now })
    const hub = createHub({
      store: createSessionStore(database),
      licenceRefusal: (account) => licences.refusal(accounts.account(account)?.licence ?? null),
      now: Date.now,
      elapsed: () => performance.now(),
      onTrouble: log.error,
    })
    hub.open()
    // Whatever fails from here on: a hub that is open keeps the process alive.
    opened.push(() => hub.close())
    const guard = createGuard(hostname)
    const lines = createLines(hub)
    const endDevice = ({ accountId }: LogInRow, device: DeviceId) => {
      const hasEnded = accounts.endLogIn(accountId, device)
      if (hasEnded) hub.revoke(accountId, [device])
      return hasEnded
    }
    const strangerRoutes = createStrangerRoutes({ accounts, licences, endLogIn: (logIn) => endDevice(logIn, logIn.id) })
    const memberRoutes = createMemberRoutes({ accounts, licences, hub, lines, endDevice })
    const assets = loadAssets(deps.assetsFolder)
    const https = createWebServer(
      createApplication({ guard, accounts, strangerRoutes, memberRoutes, assets, lines, log }),
      tls,
    )
    opened.push(async () => {
      await https.drain(drainMs)
      hub.close()
      https.close()
    })
    const httpsPort = await listen(https, settings.httpsPort, bind, 'BEDDYBYTES_HTTPS_PORT')

    const http = createWebServer(
      createRedirect(guard, () => httpsPort),
      null,
    )
    opened.push(() => http.close())
    const httpPort = await listen(http, settings.httpPort, bind, 'BEDDYBYTES_HTTP_PORT')

    if (!isLoopback(bind)) {
      const { announce } = await import('./discovery/announce.ts')
      const announcement = announce({ hostname, port: httpsPort, log })
      opened.push(() => announcement.close())
    }
    return { httpsPort, httpPort, close }
  } catch (problem) {
    await close()
    throw problem
  }
}

async function closeInReverse(opened: readonly (() => void | Promise<void>)[]): Promise<void> {
  for (const close of opened.toReversed()) await close()
}

/** Nobody else of this machine reads what is in it. */
function createDataFolder(folder: string): void {
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
