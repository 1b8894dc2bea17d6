// Reads the settings, opens the box, says where it is, and closes it in order when asked to.

import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isLoopback, openBox } from './box.ts'
import { lanAddresses } from './discovery/addresses.ts'
import { createLog } from './log.ts'
import { readSettings, SettingsError } from './settings.ts'
import { DatabaseError } from './store/database.ts'
import { welcomeText } from './welcome-text.ts'

/** This file is bundled to `.build/server.js`, beside the built pages. */
const buildFolder = dirname(fileURLToPath(import.meta.url))
const log = createLog()

// What the box writes is for the box alone: database, certificate, key.
process.umask(0o077)

try {
  const settings = readSettings(process.env, dirname(buildFolder))
  const box = await openBox(settings, { assetsFolder: join(buildFolder, 'public'), log })
  const { bind, hostname } = settings
  const addresses =
    bind === null || bind === '0.0.0.0' || bind === '::'
      ? lanAddresses()
      : [{ address: bind, family: bind.includes(':') ? ('IPv6' as const) : ('IPv4' as const) }]
  log.info(welcomeText({ hostname: isLoopback(bind) ? 'localhost' : hostname, addresses, httpsPort: box.httpsPort }))
  log.info(`Plain HTTP on port ${box.httpPort} leads there. Data: ${settings.dataFolder}`)

  const stop = (signal: NodeJS.Signals) => {
    log.info(`${signal}: closing.`)
    void box.close().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
} catch (problem) {
  if (problem instanceof SettingsError || problem instanceof DatabaseError) log.error(problem.message)
  else log.error('BeddyBytes cannot start', problem)
  process.exitCode = 1
}
