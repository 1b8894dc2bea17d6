// The verdict of a soak as a table in Markdown, and whether every goal was met.

import type { Recovery } from './verdict.ts'
import type { Soak } from './soak.ts'

export function tableOf(soak: Soak, hours: number, seed: number): string {
  const { silentFailureS, falseAlarms, missedAlarms, sessionsLeft, recordings, lostRecordings, seconds, troubles } =
    soak
  const rows: (readonly [string, string, string])[] = [
    ['Silent failure: Live without proof for more than 5 s', `${silentFailureS} s of ${seconds} s watched`, '0'],
    ['Alarms for nothing', String(falseAlarms), '0'],
    ['Outages of more than 13 s without an alarm', String(missedAlarms), '0'],
    ['Sessions left behind', String(sessionsLeft), '0'],
    ['Recordings lost', `${lostRecordings} of ${recordings}`, '0'],
    ...recoveryRows(soak.recoveries),
    ...Object.entries(soak.memoryMiB).map(
      ([room, [start, end]]) => [`Memory of ${room}, start and end`, `${start} and ${end} MiB`, ''] as const,
    ),
  ]
  const lines = rows.map((row) => `| ${row.join(' | ')} |`)
  return [
    `${troubles} troubles in ${hours} h, seed ${seed}`,
    '',
    '| | Found | Goal |',
    '| --- | --- | --- |',
    ...lines,
  ].join('\n')
}

export function isMet({
  silentFailureS,
  falseAlarms,
  missedAlarms,
  sessionsLeft,
  lostRecordings,
  recoveries,
}: Soak): boolean {
  const failures = [silentFailureS, falseAlarms, missedAlarms, sessionsLeft, lostRecordings]
  return failures.every((count) => count === 0) && recoveries.every(({ afterS }) => afterS !== null)
}

function recoveryRows(recoveries: readonly Recovery[]): (readonly [string, string, string])[] {
  const kinds = [...new Set(recoveries.map(({ kind }) => kind))].toSorted()
  return kinds.map((kind) => {
    const mine = recoveries.filter((recovery) => recovery.kind === kind)
    const times = mine.flatMap(({ afterS }) => (afterS === null ? [] : [afterS])).toSorted((a, b) => a - b)
    const never = mine.length - times.length
    const median = times[Math.floor(times.length / 2)]
    const found = times.length === 0 ? 'none' : `median ${median?.toFixed(1)} s, longest ${times.at(-1)?.toFixed(1)} s`
    return [`Live again after: ${kind} (${mine.length})`, never === 0 ? found : `${found}; ${never} never`, 'each']
  })
}
