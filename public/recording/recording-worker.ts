// Writes recordings into this phone's private storage, away from the page.

import { createStorage, openFolder } from './storage.ts'
import type { Storage } from './storage.ts'
import type { StorageAnswer, StorageCall } from './worker-messages.ts'

// TypeScript's DOM library takes every global scope for a window, whose postMessage wants an origin.
declare function postMessage(message: StorageAnswer): void

let storage: Promise<Storage> | null = null
/** One call after the other: what is written keeps its order, and nobody lists what is half deleted. */
let queue: Promise<void> = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<StorageCall>) => {
  queue = queue.then(() => answer(data))
})

async function answer({ id, method, args }: StorageCall): Promise<void> {
  try {
    storage ??= openFolder().then((folder) =>
      createStorage({
        folder,
        locks: navigator.locks,
        estimate: () => navigator.storage.estimate(),
        nowMs: () => Date.now(),
      }),
    )
    const call = (await storage)[method] as (...given: readonly unknown[]) => Promise<unknown>
    postMessage({ id, ok: true, value: await call(...args) })
  } catch (error) {
    postMessage({ id, ok: false, error: error instanceof DOMException ? error.name : String(error) })
  }
}
