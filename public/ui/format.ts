// Dates and durations in words. The language is the catalogue's; the region, and with it the order of day and month, the phone's.

import { text } from '../text/text.ts'

const locale = navigator.languages.find((tag) => tag.split('-')[0] === text.shell.language) ?? text.shell.language

export function sayDate(date: Date): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(date)
}

export function sayDateTime(date: Date): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date)
}

export function sayTime(date: Date): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(date)
}

export function sayHour(date: Date): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).format(date)
}

/** A short time that runs out, as 4:05. */
export function sayLeft(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Rounded up, so that nobody tries too early. */
export function sayWait(seconds: number): string {
  const [amount, unit] = seconds > 90 ? [Math.ceil(seconds / 60), 'minute'] : [Math.ceil(seconds), 'second']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)
}
