// Dates and durations in words. The language is the catalogue's; the region, and with it the order of day and month, the phone's.

import { text } from '../text/text.ts'

const locale = navigator.languages.find((tag) => tag.split('-')[0] === text.shell.language) ?? text.shell.language

/** Making one takes an old phone 10 ms, and clocks ask every second. */
function kept<Options, Format>(make: (options: Options) => Format): (options: Options) => Format {
  const formats = new Map<string, Format>()
  return (options) => {
    const key = JSON.stringify(options)
    const format = formats.get(key) ?? make(options)
    formats.set(key, format)
    return format
  }
}

const dates = kept((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options))
export const numbers = kept((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))

export function sayDate(date: Date): string {
  return dates({ dateStyle: 'long' }).format(date)
}

export function sayDateTime(date: Date): string {
  return dates({ dateStyle: 'medium', timeStyle: 'short' }).format(date)
}

export function sayTime(date: Date): string {
  return dates({ timeStyle: 'short' }).format(date)
}

export function sayHour(date: Date): string {
  return dates({ hour: 'numeric' }).format(date)
}

/** @param digits after the point */
export function sayDecimal(value: number, digits = 1): string {
  return numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
}

/** A short time that runs out, as 4:05. */
export function sayLeft(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Rounded up, so that nobody tries too early. */
export function sayWait(seconds: number): string {
  const [amount, unit] = seconds > 90 ? [Math.ceil(seconds / 60), 'minute'] : [Math.ceil(seconds), 'second']
  return numbers({ style: 'unit', unit, unitDisplay: 'long' }).format(amount)
}
