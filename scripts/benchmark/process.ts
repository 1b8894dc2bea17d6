// What Linux says of a process, and of a process with all that it has started.

import { readFileSync, readdirSync } from 'node:fs'

/** USER_HZ: Linux shows it so to programs, whatever the kernel counts in. */
const tickMs = 10

export interface Stat {
  readonly id: number
  readonly parent: number
  /** Of all its threads, in user and system. */
  readonly ownTicks: number
  /** Of its children that have ended. */
  readonly endedTicks: number
}

/** @param line of /proc/ID/stat */
export function readStat(line: string): Stat {
  // The name in parentheses may hold anything, parentheses too.
  const end = line.lastIndexOf(')')
  const fields = line
    .slice(end + 2)
    .split(' ')
    .map(Number)
  const [, parent = 0] = fields
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11)
  return {
    id: Number.parseInt(line, 10),
    parent,
    ownTicks: user + system,
    endedTicks: endedUser + endedSystem,
  }
}

/** The process and whatever descends from it. */
export function treeOf(root: number, all: readonly Stat[]): readonly Stat[] {
  const found = all.filter(({ id }) => id === root)
  for (const { id } of found) found.push(...all.filter(({ parent }) => parent === id))
  return found
}

const fileOf = (id: number, name: string): string => readFileSync(`/proc/${id}/${name}`, 'utf8')

/** Processor time so far, of all threads. */
export function cpuMs(id: number): number {
  return readStat(fileOf(id, 'stat')).ownTicks * tickMs
}

/** Of the process with its children and theirs, those that have ended too. */
export function treeCpuMs(root: number): number {
  return tree(root).reduce((sum, { ownTicks, endedTicks }) => sum + ownTicks + endedTicks, 0) * tickMs
}

/** VmRSS now, or VmHWM, its highest so far. */
export function residentMiB(id: number, which: 'now' | 'highest' = 'now'): number {
  const name = which === 'now' ? 'VmRSS' : 'VmHWM'
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(fileOf(id, 'status'))?.[1]) / 1024
}

/** Of all processes of the tree; what several share is counted once. */
export function treeMiB(root: number): number {
  const kib = tree(root).map(({ id }) => {
    try {
      return Number(/^Pss:\s+(\d+) kB/m.exec(fileOf(id, 'smaps_rollup'))?.[1] ?? 0)
    } catch {
      // It has ended meanwhile.
      return 0
    }
  })
  return kib.reduce((sum, one) => sum + one, 0) / 1024
}

function tree(root: number): readonly Stat[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [readStat(fileOf(Number(name), 'stat'))]
      } catch {
        return []
      }
    })
  return treeOf(root, all)
}
