// Something that a parent has to be woken for.

export type Priority =
  /** The cot is not heard any more, or the baby needs somebody. */
  | 'high'
  /** It still works, and will not for long. */
  | 'medium'

export interface Cause {
  /** A fault's name, `noise` or `movement`. There is one cause of a kind at a time. */
  readonly kind: string
  readonly priority: Priority
  /** What has happened, as a whole sentence. */
  readonly sentence: string
  /** What is likely behind it and what to do, in whole sentences. */
  readonly advice?: string
  /** Since when, as Date.now() has it. */
  readonly sinceMs: number
}
