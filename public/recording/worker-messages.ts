// What the page and recording-worker.ts say to each other.

import type { Container } from './recording-type.ts'

export interface ToRecordingWorker {
  readonly recorded: Blob
  readonly container: Container
}

export type FromRecordingWorker =
  | { readonly type: 'done-to'; readonly seconds: number }
  | { readonly type: 'remuxed'; readonly remuxed: Blob }
  | { readonly type: 'failed'; readonly reason: string }
