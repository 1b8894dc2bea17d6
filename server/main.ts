// Reads the settings, opens the box, says where it is, and closes it in order when asked to.

import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBox, type Box } from './box.ts'
import { FolderInUseError } from './control/place.ts'
import { lanAddresses } from './discovery/addresses.ts'
import { createKeeper } from './keeper.ts'
import { createLog } from './log.ts'
import { readSettings, SettingsError, type Settings } from './settings.ts'
import { DatabaseError } from './store/database.ts'
import { manyFailedStarts } from './trouble/failed-starts.ts'
import { welcomeText } from './welcome-text.ts'

/** This file is bundled to `.build/server.js`, beside the built pages. */
const buildFolder = dirname(fileURLToPath(import.meta.url))
const log = createLog()

// What the box writes is for the box alone: database, certificate, key.
process.umask(0o077)

const expected = [SettingsError, DatabaseError, FolderInUseError]
const reasonOf = (problem: unknown) =>
  expected.some((kind) => problem instanceof kind) ? (problem as Error).message : 'BeddyBytes cannot start'

function tell(problem: unknown): void {
  const reason = reasonOf(problem)
  if (expected.some((kind) => problem instanceof kind)) log.error(reason)
  else log.error(reason, problem)
}

function welcome(settings: Settings, box: Box): void {
  const { bind, interfaces } = settings
  const told = new Set<string>()
  const tell = () => {
    const addresses =
      bind === null || bind === '0.0.0.0' || bind === '::'
        ? lanAddresses({ bind, interfaces })
        : [{ address: bind, family: bind.includes(':') ? ('IPv6' as const) : ('IPv4' as const) }]
    // Where the codes lead: the addresses behind it may come and go.
    const place = `${box.hostname} ${addresses[0]?.address}`
    if (told.has(place)) return
    told.add(place)
    log.info(welcomeText({ ...box, addresses }))
  }
  tell()
  box.onMove(tell)
  log.info(`Plain HTTP on port ${box.httpPort} shows that page. Data: ${settings.dataFolder}`)
}

async function run(settings: Settings): Promise<void> {
  const folders = { assetsFolder: join(buildFolder, 'public'), welcomeFolder: join(buildFolder, 'welcome') }
  const keeper = createKeeper({
    settings,
    log,
    open: () => openBox(settings, { ...folders, log }),
    opened: (box) => welcome(settings, box),
    failed(problem) {
      tell(problem)
      process.exit(1)
    },
  })
  const ending = new AbortController()
  const stop = (signal: NodeJS.Signals) => {
    log.info(`${signal}: closing.`)
    ending.abort()
    void keeper.close().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  try {
    await keeper.start()
  } catch (problem) {
    if (keeper.failedStarts() < manyFailedStarts) throw problem
    tell(problem)
    // Node's own servers, which nothing else here needs, are 7 MiB.
    const { waitInTrouble } = await import('./trouble/trouble.ts')
    await waitInTrouble(settings, reasonOf(problem), ending.signal)
    process.exit(ending.signal.aborted ? 0 : 1)
  }
}

try {
  await run(readSettings(process.env, dirname(buildFolder)))
} catch (problem) {
  tell(problem)
  // Whatever may be open still: only a process that ends is started anew.
  process.exit(1)
}
