// What the page says to its two workers for recordings, and what they answer.

import type { Key } from './kept-name.ts'
import type { Container } from './recording-type.ts'
import type { Storage } from './storage.ts'

/** One method of the storage, called from the page. */
export interface StorageCall {
  readonly id: number
  readonly method: keyof Storage
  readonly args: readonly unknown[]
}

export type StorageAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  /** The name of the exception: an exception itself does not travel in old browsers. */
  | { readonly id: number; readonly ok: false; readonly error: string }

export interface ToFinishingWorker {
  /** One after the other in time; each with a header of its own. */
  readonly recorded: readonly Blob[]
  readonly container: Container
  /** Where the finished file goes; into memory when null. */
  readonly key: Key | null
}

export type FromFinishingWorker =
  /** From 0 to 1. */
  | { readonly type: 'progressed'; readonly share: number }
  | { readonly type: 'finished'; readonly file: Blob; readonly isKept: boolean }
  | { readonly type: 'failed'; readonly reason: string }
