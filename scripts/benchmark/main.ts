// Takes all figures, one after the other because they share the machine, and prints them. Slow is a figure, not a failure:
// it ends with an error only when something broke.

import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { buildBare } from './bare.ts'
import { createHousehold } from './child.ts'
import type { Household } from './child.ts'
import { measureStations } from './first-frame.ts'
import { measureIdle } from './idle.ts'
import { measureRelay } from './relay.ts'
import { figureOf, tableOf } from './report.ts'
import type { Measured } from './report.ts'

const parts: Readonly<Record<string, (household: Household) => Promise<readonly Measured[]>>> = {
  relay: measureRelay,
  idle: measureIdle,
  stations: measureStations,
}
const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
const wanted = positionals.length === 0 ? Object.keys(parts) : positionals

const household = await createHousehold(await buildBare())
const measured: Measured[] = []
try {
  for (const name of wanted) {
    const measure = parts[name]
    if (measure === undefined)
      throw new Error(`There is no "${name}" to measure, only ${Object.keys(parts).join(', ')}.`)
    process.stderr.write(`Measuring: ${name}.\n`)
    measured.push(...(await measure(household)))
  }
} finally {
  household.close()
}

if (values.json) process.stdout.write(`${JSON.stringify(measured.map(figureOf), null, 2)}\n`)
else {
  const make = cpus()[0]?.model ?? 'unknown make'
  process.stdout.write(
    `${tableOf(measured)}\n\nMedians (least-most); each run has a reference beside it, and the ratio is of such pairs. ` +
      `Node ${process.versions.node} on ${cpus().length} cores of ${make}.\n`,
  )
}
