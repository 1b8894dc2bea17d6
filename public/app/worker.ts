// The service worker: keeps what the app consists of, so that it opens without the box and says so, and so that a page which runs
// finds the rest of its own version after the box was updated. It reloads no page and never answers for people.

import * as v from 'valibot'
import { createAnswers } from './answers.ts'
import { notificationDataSchema, scriptOf, toWorkerSchema } from './messages.ts'
import { createVersions } from './versions.ts'
import { pathOf } from './where.ts'
import type { WorkerScope } from './worker-scope.ts'

const scope = globalThis as unknown as WorkerScope
const { origin } = scope.location
const versions = createVersions({ caches: scope.caches, fetch: (path, init) => scope.fetch(path, init) })
const answer = createAnswers({ origin, versions, fetch: (request) => scope.fetch(request) })

// Any worker serves the pages of any version, so a new one need not wait until the old one's pages are gone.
// What is kept is looked through: the one before it may have been another box's.
scope.addEventListener('install', (event) => event.waitUntil(Promise.all([versions.take(true), scope.skipWaiting()])))
scope.addEventListener('activate', (event) => event.waitUntil(Promise.all([preload(), scope.clients.claim()])))

scope.addEventListener('fetch', (event) => {
  const answered = answer(event)
  if (answered !== null) event.respondWith(answered)
})

scope.addEventListener('message', (event) => {
  const message = v.safeParse(toWorkerSchema, event.data)
  if (message.success) event.waitUntil(check(message.output.script))
})

scope.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const from = v.safeParse(notificationDataSchema, event.notification.data)
  event.waitUntil(bringToFront(from.success ? from.output.path : '/parent'))
})

/** The box is asked for a page while the worker is still being started. */
async function preload(): Promise<void> {
  const { navigationPreload }: Partial<ServiceWorkerRegistration> = scope.registration
  await navigationPreload?.enable().catch(() => undefined)
}

async function check(script: string): Promise<void> {
  try {
    await versions.take()
  } catch {
    return // The box is away, or is being updated at this moment; the next page asks again.
  }
  const [held, pages] = await Promise.all([scope.navigator.locks?.query(), appWindows()])
  const scripts = (held?.held ?? []).flatMap(({ name }) => scriptOf(name ?? '') ?? [])
  await versions.drop({ scripts: scripts.length === 0 ? [script] : scripts, pages: pages.length })
}

/** Pages that load more code as they go; those about trust are whole from the start. */
async function appWindows() {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return windows.filter(({ url }) => !/^\/(?:trust|help)(?:\/|$)/.test(new URL(url).pathname))
}

async function bringToFront(path: string): Promise<void> {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const paths = await Promise.all(windows.map((window) => pathOf(window)))
  const wanted = windows[Math.max(0, paths.indexOf(path))]
  await (wanted === undefined ? scope.clients.openWindow(path) : wanted.focus())
}
