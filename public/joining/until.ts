// Until when a guest may stay: some usual times, or one of the person's own.

export const stays = ['hour', 'evening', 'morning', 'day', 'week', 'own'] as const
export type StayChoice = (typeof stays)[number]

const hourMs = 3_600_000

/** The end of a stay that begins now. "Evening" is four hours, "morning" the next eight o'clock that is hours away. */
export function endOfStay(choice: Exclude<StayChoice, 'own'>, now: Date): Date {
  switch (choice) {
    case 'hour':
      return new Date(now.getTime() + hourMs)
    case 'evening':
      return new Date(now.getTime() + 4 * hourMs)
    case 'morning': {
      const end = new Date(now)
      end.setHours(8, 0, 0, 0)
      if (end.getTime() - now.getTime() < 2 * hourMs) end.setDate(end.getDate() + 1)
      return end
    }
    case 'day':
      return new Date(now.getTime() + 24 * hourMs)
    case 'week':
      return new Date(now.getTime() + 7 * 24 * hourMs)
  }
}

/** What a date and time field holds, in the phone's own time zone: 2026-11-22T21:30. */
export function fieldValue(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}
