// The alarm as a notification of the phone: it stands on the lock screen when the page is not in front.

import type { NotificationData } from '../app/messages.ts'
import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export interface Notifier {
  readonly permission: ReadonlySignal<NotificationPermission | 'unavailable'>
  /** Call in a tap. */
  ask(): void
  /** In place of the one before. */
  show(title: string, body: string): void
  clear(): void
  close(): void
}

export interface NotifierDeps {
  /** iPhones have none for a page that is not on the home screen. */
  readonly notifications: typeof Notification | undefined
  /** Chrome on Android shows a page's notification only through its service worker. */
  readonly workers: Pick<ServiceWorkerContainer, 'getRegistration'> | undefined
  /** Brings the page to the front. */
  focus(): void
  /** The page's own, which the service worker brings to the front. */
  path(): string
}

const tag = 'beddybytes-alarm'

export function createNotifier({ notifications, workers, focus, path }: NotifierDeps): Notifier {
  const permission = signal<NotificationPermission | 'unavailable'>(notifications?.permission ?? 'unavailable')
  let shown: Notification | null = null
  /** What is on its way is not shown any more when this has changed. */
  let turn = 0

  const fromWorker = (): Promise<ServiceWorkerRegistration | undefined> =>
    workers?.getRegistration().catch(() => undefined) ?? Promise.resolve(undefined)

  const showByWorker = async (title: string, options: NotificationOptions, mine: number): Promise<void> => {
    const registration = await fromWorker()
    if (mine === turn) await registration?.showNotification(title, options)
  }

  const clear = (): void => {
    turn += 1
    shown?.close()
    shown = null
    void clearOfWorker()
  }

  const clearOfWorker = async (): Promise<void> => {
    const registration = await fromWorker()
    const old = (await registration?.getNotifications({ tag }).catch(() => [])) ?? []
    for (const one of old) one.close()
  }

  return {
    permission,
    ask() {
      if (notifications === undefined || permission.peek() !== 'default') return
      // Old browsers give no promise. A refusal is an answer as well.
      const { requestPermission }: { requestPermission(): Promise<NotificationPermission> | undefined } = notifications
      void Promise.resolve(requestPermission.call(notifications)).then(
        (answer) => (permission.value = answer ?? notifications.permission),
        () => undefined,
      )
    },
    show(title, body) {
      if (notifications === undefined || permission.peek() !== 'granted') return
      turn += 1
      // The page itself sounds; `renotify` makes a new cause come up again, and is not in TypeScript's list.
      const fromPage: NotificationData = { path: path() }
      const options = { body, tag, icon: '/icon-192.png', requireInteraction: true, renotify: true, data: fromPage }
      try {
        shown = new notifications(title, options)
        shown.addEventListener('click', focus, { once: true })
      } catch {
        // Android: "Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead."
        showByWorker(title, options, turn).catch(() => undefined)
      }
    },
    clear,
    close: clear,
  }
}
