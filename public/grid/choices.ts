// The Baby Stations that can be watched at the same time, and which of them are. Pure.

import { targetOf } from '../parent/watching.ts'
import type { RunningSession } from '../shared/protocol.ts'
import type { Baby } from './babies.ts'

export interface Choice {
  readonly key: string
  readonly name: string
  /** Tells two of one name apart; null where the name does. */
  readonly startedAt: Date | null
  /** Null when the box does not list it. */
  readonly session: RunningSession | null
  /** Null when it is not watched. */
  readonly baby: Baby | null
  /** The last one stays, and a phone shows only so many. */
  readonly isFixed: boolean
}

export function choicesOf(
  listed: readonly RunningSession[],
  babies: readonly Baby[],
  mostBabies: number,
): readonly Choice[] {
  const sessionOf = ({ watched }: Baby): string | null => targetOf(watched.watching.watch.value)
  const running = listed.flatMap((session): Choice[] => {
    const baby = babies.find((one) => sessionOf(one) === session.id) ?? null
    if (baby === null && session.peer === null) return []
    const { id: key, name, startedAt } = session
    const isAlike = listed.some((other) => other.name === name && other.id !== key)
    const isFixed = baby === null ? babies.length >= mostBabies : babies.length === 1
    return [{ key, name, startedAt: isAlike ? new Date(startedAt) : null, session, baby, isFixed }]
  })
  const unlisted = babies.flatMap((baby): Choice[] => {
    if (running.some((choice) => choice.baby === baby)) return []
    const name = baby.watched.night.station.value?.name
    return name === undefined
      ? []
      : [{ key: baby.key, name, startedAt: null, session: null, baby, isFixed: babies.length === 1 }]
  })
  return [...running, ...unlisted]
}
