// Takes the figures, one after the other because they share the machine, and prints them. Slow is a figure, not a failure: it ends with
// an error only when something broke.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { measureCpu } from './cpu.ts'
import { measureFirst } from './first.ts'
import { measureGlass } from './glass.ts'
import { measureHouseholds } from './households.ts'
import { measureIdle } from './idle.ts'
import { measureAfterLoad, measureDay, measureSockets } from './memory.ts'
import { readOptions } from './options.ts'
import type { Options } from './options.ts'
import { measurePace } from './pace.ts'
import { measureRecording } from './recording.ts'
import { measureRecovery } from './recovery.ts'
import { buildReferences } from './references.ts'
import type { References } from './references.ts'
import { families, measureRelay } from './relay.ts'
import { figureOf, tableOf } from './report.ts'
import type { Figure, Measured } from './report.ts'
import { everyReference, withServers } from './servers.ts'
import { measureStations } from './stations.ts'

/** Null where this machine does not allow it. */
type Measure = (references: References, options: Options<string>) => Promise<readonly Measured[] | null>

const paceSeconds = 10
const cpuSeconds = 15

const parts = {
  relay: (references, { runs = 5 }) =>
    withServers(references, families, everyReference, (servers) => measureRelay(servers, runs)),
  pace: (references, { runs = 5 }) =>
    withServers(references, families, everyReference, (servers) => measurePace(servers, runs, paceSeconds)),
  idle: (references) => measureIdle(references),
  sockets: (references, { runs = 3 }) => measureSockets(references, runs),
  load: (references, { runs = 8 }) => measureAfterLoad(references, runs),
  day: (references) => measureDay(references),
  households: (references, { runs = 3 }) => measureHouseholds(references, runs),
  stations: (references) => measureStations(references),
  first: (references, { runs = 20 }) => measureFirst(references, runs),
  glass: (references, { runs = 6 }) => measureGlass(references, runs),
  recovery: (references, { runs = 4 }) => measureRecovery(references, runs),
  cpu: (references, { runs = 3 }) => measureCpu(references, runs, cpuSeconds),
  recording: (references, { minutes }) => measureRecording(references, minutes),
} satisfies Readonly<Record<string, Measure>>
type Part = keyof typeof parts
const order = Object.keys(parts) as Part[]

const options = readOptions(process.argv.slice(2), order)
const { keep } = options
const figures: Partial<Record<Part, readonly Figure[]>> =
  keep !== undefined && existsSync(keep) ? (JSON.parse(readFileSync(keep, 'utf8')) as typeof figures) : {}
const references = await buildReferences()
for (const part of options.parts) {
  process.stderr.write(`Measuring: ${part}.\n`)
  const measured = await parts[part](references, options)
  if (measured === null) continue
  figures[part] = measured.map(figureOf)
  // At once: the next part may break, and this one has taken its time.
  if (keep !== undefined) writeFileSync(keep, `${JSON.stringify(figures, null, 2)}\n`)
}

const all = order.flatMap((part) => figures[part] ?? [])
if (options.json) process.stdout.write(`${JSON.stringify(all, null, 2)}\n`)
else {
  const make = cpus()[0]?.model ?? 'unknown make'
  process.stdout.write(
    `${tableOf(all)}\n\nMedians (least-most); each run has a reference beside it, and what is compared is such pairs. ` +
      `Node ${process.versions.node} on ${cpus().length} cores of ${make}.\n`,
  )
}
