// Shakes the phone in the rhythm of the alarm, where phones let a page do that (not iPhones, and only while the page is in front).

import type { Priority } from './cause.ts'
import { patterns } from './pattern.ts'

export interface Vibrator {
  /** From now on, until something else is said; null is still. */
  shake(loudness: Priority | null): void
  close(): void
}

export function createVibrator(phone: Pick<Partial<Navigator>, 'vibrate'>): Vibrator {
  let timer: ReturnType<typeof setInterval> | undefined
  let shaking: Priority | null = null

  const shake = (loudness: Priority | null): void => {
    if (loudness === shaking) return
    shaking = loudness
    clearInterval(timer)
    if (loudness === null) {
      phone.vibrate?.(0)
      return
    }
    const burst = (): void => void phone.vibrate?.([...rhythmOf(loudness)])
    burst()
    timer = setInterval(burst, patterns[loudness].everyMs)
  }

  return { shake, close: () => shake(null) }
}

/** On, off, on and so on, in milliseconds. */
export function rhythmOf(loudness: Priority): readonly number[] {
  const { pulses } = patterns[loudness]
  return pulses.flatMap(({ atMs, durationMs }, index) => {
    const next = pulses[index + 1]
    return next === undefined ? [durationMs] : [durationMs, next.atMs - atMs - durationMs]
  })
}
