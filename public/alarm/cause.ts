// Something that a parent has to be woken for.

export type Priority =
  /** The cot is not heard any more, or the baby needs somebody. */
  | 'high'
  /** It still works, and will not for long. */
  | 'medium'

export interface Cause {
  /** A fault's name, `noise` or `movement`. There is one cause of a kind at a time, for each baby. */
  readonly kind: string
  /** Whose it is, by the client id of its station; absent is: this phone's own. */
  readonly baby?: string
  /** What the baby is called, where several are watched. */
  readonly of?: string
  readonly priority: Priority
  /** What has happened, as a whole sentence. */
  readonly sentence: string
  /** What is likely behind it and what to do, in whole sentences. */
  readonly advice?: string
  /** Since when, as Date.now() has it. */
  readonly sinceMs: number
}

export function isSame(one: Cause, other: Cause): boolean {
  return one.kind === other.kind && one.baby === other.baby
}
