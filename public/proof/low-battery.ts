// When a battery is so empty that somebody has to know. Both stations ask here.

export interface Power {
  /** 0 to 1. */
  readonly level: number
  readonly charging: boolean
}

/** At or below it somebody should do something before the night. */
export const lowLevel = 0.2
/** At or below it the phone will not last, and its parents are woken. */
export const criticalLevel = 0.1

export function isLow(power: Power | null, level = lowLevel): boolean {
  return power !== null && !power.charging && power.level <= level
}
