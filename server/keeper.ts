// Keeps a box open: watched, within reach of the owner's commands, counted when it does not start, and opened anew when a
// backup takes the place of its data.

import { finishRestore } from './backup/restore.ts'
import { createDataFolder, type Box } from './box.ts'
import { openControl, type Control } from './control/control.ts'
import { takePlace } from './control/place.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'
import { createFailedStarts } from './trouble/failed-starts.ts'
import { createWatchdog } from './watchdog/watchdog.ts'

export interface Keeper {
  /** How many starts in a row have failed, this one included; 0 once the box is open. */
  failedStarts(): number
  /** @throws what keeps the box from opening; everything is closed again. */
  start(): Promise<void>
  /** Idempotent. */
  close(): Promise<void>
}

export function createKeeper(deps: {
  readonly settings: Settings
  readonly log: Log
  open(): Promise<Box>
  /** A box is open, for the first time or anew. */
  opened(box: Box): void
  /** It could not be opened anew, and everything is closed. */
  failed(problem: unknown): void
}): Keeper {
  const { settings, log } = deps
  const { dataFolder } = settings
  const startedAt = new Date().toISOString()
  const watchdog = createWatchdog({ log })
  const starts = createFailedStarts(dataFolder)
  let failedStarts = 0
  let box: Box | null = null
  let control: Control | null = null
  let leavePlace: (() => void) | null = null
  /** Opening and closing follow each other, whoever asks for them. */
  let turn: Promise<void> = Promise.resolve()
  let closing: Promise<void> | null = null

  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }

  async function open(): Promise<void> {
    if (finishRestore(dataFolder)) log.info('A backup has taken the place of the data.')
    box = await deps.open()
    starts.succeeded()
    failedStarts = 0
    deps.opened(box)
  }

  async function restore(): Promise<void> {
    if (closing !== null) throw new Error('it is closing. The backup is taken over at the next start.')
    try {
      // The other stations close their calls: what the restored accounts allow is not known.
      box?.endConnections('all')
      await box?.close()
      box = null
      await open()
    } catch (problem) {
      // Not at once: the command is told first.
      void inTurn(() => close().then(() => deps.failed(problem)))
      throw problem
    }
  }

  /** Without a /tmp that can be written, the commands go without the box, not the household. */
  async function openControlIfPossible(): Promise<Control | null> {
    try {
      return await openControl(dataFolder, {
        status() {
          const { byName = '', byAddress = [] } = box?.urls() ?? {}
          const port = box === null || box.httpPort === 80 ? '' : `:${box.httpPort}`
          return { startedAt, urls: [byName, ...byAddress], welcomeUrl: `http://${nameIn(byName)}${port}` }
        },
        recheck: () => box?.endConnections('ended'),
        restore: () => inTurn(restore),
      })
    } catch (problem) {
      log.error('Commands cannot reach this box while it runs', problem)
      return null
    }
  }

  async function close(): Promise<void> {
    await box?.close()
    box = null
    await control?.close()
    control = null
    leavePlace?.()
    leavePlace = null
    watchdog.close()
  }

  return {
    failedStarts: () => failedStarts,
    async start() {
      watchdog.start()
      try {
        createDataFolder(dataFolder)
        leavePlace = await takePlace(dataFolder)
        control = await openControlIfPossible()
        failedStarts = starts.begin()
        await inTurn(open)
      } catch (problem) {
        await close()
        throw problem
      }
    },
    close: () => (closing ??= inTurn(close)),
  }
}

const nameIn = (url: string) => URL.parse(url)?.hostname ?? 'localhost'
