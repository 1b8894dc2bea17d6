// Lengths of time for the views of the night, by the phone's own rules.

import { numbers } from './format.ts'

/** A clock that counts up: 3:05, from an hour on 1:03:05. */
export function sayWatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(rest)}:${two(seconds % 60)}`
}

/** As coarse as a parent would say it: 40 seconds, 12 minutes, 2 hours 5 minutes. */
export function sayDuration(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return sayUnit(Math.max(0, Math.round(ms / 1000)), 'second')
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return sayUnit(minutes, 'minute')
  return rest === 0 ? sayUnit(hours, 'hour') : `${sayUnit(hours, 'hour')} ${sayUnit(rest, 'minute')}`
}

function sayUnit(amount: number, unit: 'second' | 'minute' | 'hour'): string {
  return numbers({ style: 'unit', unit, unitDisplay: 'long' }).format(amount)
}
