// What a page and the service worker say to each other.

import * as v from 'valibot'

export const workerPath = '/worker.js'

/** From a page: look whether the box has another version by now. `script` is the page's own, and with it its version. */
export const toWorkerSchema = v.object({ type: v.literal('check'), script: v.string() })
export type ToWorker = v.InferOutput<typeof toWorkerSchema>

/** From the service worker, with a port for the answer: which page is shown there by now? */
export const fromWorkerSchema = v.object({ type: v.literal('where') })
export type FromWorker = v.InferOutput<typeof fromWorkerSchema>

/** What a notification tells of the page that it is from. */
export const notificationDataSchema = v.object({ path: v.pipe(v.string(), v.regex(/^\/(?!\/)/)) })
export type NotificationData = v.InferOutput<typeof notificationDataSchema>

const lockPrefix = 'beddybytes-page '

/** A page holds this lock for as long as it lives, so that the worker knows which versions are in use. */
export function lockOf(script: string): string {
  return `${lockPrefix}${script}`
}

export function scriptOf(lock: string): string | null {
  return lock.startsWith(lockPrefix) ? lock.slice(lockPrefix.length) : null
}
