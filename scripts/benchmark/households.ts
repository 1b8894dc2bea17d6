// A thousand families on one box: after it has started again, all their phones come back at once, each by the page's own rules.

import { until } from '../smoke/wait.ts'
import { createHousehold } from './child.ts'
import type { References } from './references.ts'
import type { Measured } from './report.ts'
import { createTurns, openSimulatedPhone } from './simulated-phone.ts'
import type { SimulatedPhone } from './simulated-phone.ts'

const accounts = 1000
/** A Baby Station and two parents. */
const devicesEach = 3
/** Before it all begins. */
const familiesAtOnce = 20
const patienceMs = 120_000
const lookMs = 20
/** Phones that make their connection at the same moment. */
const atOnce = 24

export async function measureHouseholds(references: References, restarts: number): Promise<readonly Measured[]> {
  const household = await createHousehold(references, { accounts, devicesEach })
  const turns = createTurns(atOnce)
  const phones: SimulatedPhone[] = []
  const runs: Run[] = []
  let failures = 0
  let box = await household.openBox()
  const { url, port } = box
  try {
    const families = household.logIns.map((logIns) => logIns.map((logIn, index) => ({ logIn, isBaby: index === 0 })))
    while (phones.length < accounts * devicesEach) {
      const some = families
        .slice(phones.length / devicesEach)
        .slice(0, familiesAtOnce)
        .flat()
      const opened = some.map((one) => openSimulatedPhone({ ...one, url, failed: () => (failures += 1), turns }))
      phones.push(...opened)
      await until('Some families are there', () => opened.every((phone) => phone.isBack()))
    }
    while (runs.length < restarts) {
      await box.close()
      await until('Every phone has noticed', () => phones.every((phone) => !phone.isBack()))
      const spawnedMs = performance.now()
      box = await household.openBox(port)
      // Before it was up there was nobody to refuse.
      failures = 0
      const returned = await watchReturn(phones, spawnedMs)
      runs.push({ ...returned, failures, boxMs: box.cpuMs(), peakMiB: box.residentMiB('highest') })
    }
  } finally {
    for (const phone of phones) phone.close()
    await box.close()
    household.close()
  }
  return figuresOf(runs)
}

function figuresOf(runs: readonly Run[]): readonly Measured[] {
  const figure = (name: string, unit: string, digits: number, of: (run: Run) => number, atMost: number | null) => ({
    name: `${accounts} accounts with ${devicesEach} phones each, all at once after a restart: ${name}`,
    unit,
    digits,
    beside: '',
    own: runs.map(of),
    reference: [],
    goal: atMost === null ? null : { of: 'value' as const, atMost },
  })
  return [
    {
      ...figure('all are back', 's', 1, ({ allMs }) => allMs / 1000, 10),
      note: 'The phones share the processors with the box; a TLS connection costs them twice what it costs the box.',
    },
    figure('half are back', 's', 1, ({ halfMs }) => halfMs / 1000, null),
    figure("the box's processor time for its start and all of them", 's', 1, ({ boxMs }) => boxMs / 1000, null),
    figure('attempts that came to nothing when it was up', 'times', 0, ({ failures }) => failures, null),
    figure('not back within two minutes', 'phones', 0, ({ missing }) => missing, 0),
    figure('peak memory (VmHWM)', 'MiB', 1, ({ peakMiB }) => peakMiB, null),
  ]
}

interface Return {
  readonly halfMs: number
  readonly allMs: number
  readonly missing: number
}

interface Run extends Return {
  readonly failures: number
  readonly boxMs: number
  readonly peakMiB: number
}

/** Until all are back or patience has an end. */
async function watchReturn(phones: readonly SimulatedPhone[], fromMs: number): Promise<Return> {
  let halfMs = Number.NaN
  for (;;) {
    const missing = phones.filter((phone) => !phone.isBack()).length
    const ms = performance.now() - fromMs
    if (Number.isNaN(halfMs) && missing <= phones.length / 2) halfMs = ms
    if (missing === 0 || ms > patienceMs) return { halfMs, allMs: ms, missing }
    await new Promise((resolve) => setTimeout(resolve, lookMs))
  }
}
