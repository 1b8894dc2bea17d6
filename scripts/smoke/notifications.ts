// A person who has allowed notifications on this phone, and taps on one.

import { TargetType } from 'puppeteer'
import type { Phone } from './phone.ts'

/** @param url of the box */
export async function allowNotifications({ context }: Phone, url: string): Promise<void> {
  // It stays open: what was allowed through it ends with it.
  const devtools = await context.browser().target().createCDPSession()
  await devtools.send('Browser.setPermission', {
    permission: { name: 'notifications' },
    setting: 'granted',
    origin: url,
    ...(context.id === undefined ? {} : { browserContextId: context.id }),
  })
}

interface TapEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
/** Of a service worker what is used here: TypeScript's DOM library knows windows only. */
interface Worker {
  readonly registration: ServiceWorkerRegistration
  readonly NotificationEvent: new (type: string, init: { readonly notification: Notification | undefined }) => TapEvent
  readonly WindowClient: { readonly prototype: { readonly visibilityState: string; focus(): Promise<unknown> } }
  dispatchEvent(event: Event): void
}

/**
 * What the service worker does when its notification is tapped, which no driver can do: the event is made in the worker itself.
 * Browsers let it close and bring to the front only after a person's own tap, so both are told and not done; of each page that would
 * come to the front, what it was before.
 */
export async function tapNotification({ context }: Phone): Promise<{ isClosed: boolean; inFront: readonly string[] }> {
  const target = await context.waitForTarget((one) => one.type() === TargetType.SERVICE_WORKER)
  const worker = await target.worker()
  if (worker === null) throw new Error('There is no service worker.')
  // tsx names functions by a helper that the worker does not have.
  await worker.evaluate('globalThis.__name = (target) => target')
  return worker.evaluate(async () => {
    const scope = globalThis as unknown as Worker
    const [notification] = await scope.registration.getNotifications()
    const told = { isClosed: false, inFront: [] as string[] }
    Object.assign(notification ?? {}, { close: () => (told.isClosed = true) })
    const windows = scope.WindowClient.prototype
    const { focus } = windows
    windows.focus = function () {
      told.inFront.push(this.visibilityState)
      return Promise.resolve(this)
    }
    const event = new scope.NotificationEvent('notificationclick', { notification })
    const done = new Promise((resolve) => Object.assign(event, { waitUntil: resolve }))
    scope.dispatchEvent(event)
    await done
    windows.focus = focus
    return told
  })
}
