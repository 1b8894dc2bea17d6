// What a service worker has around it, as far as ours uses it: TypeScript's DOM library knows windows only, and its library for workers
// contradicts that.

import type { AskedPage } from './where.ts'

export interface LateEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

export interface FetchEvent extends LateEvent {
  readonly request: Request
  /** What the browser has begun to fetch while the worker was being started; undefined where it does not do that. */
  readonly preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}

export interface MessageFromPage extends LateEvent {
  readonly data: unknown
}

export interface NotificationEvent extends LateEvent {
  readonly notification: Notification
}

export interface WindowClient extends AskedPage {
  focus(): Promise<WindowClient>
}

export interface WorkerScope {
  readonly location: Location
  readonly caches: CacheStorage
  readonly navigator: Partial<Pick<Navigator, 'locks'>>
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    matchAll(options: {
      readonly type: 'window'
      readonly includeUncontrolled: boolean
    }): Promise<readonly WindowClient[]>
    openWindow(url: string): Promise<WindowClient | null>
    claim(): Promise<void>
  }
  fetch(request: Request | string, init?: RequestInit): Promise<Response>
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: LateEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: MessageFromPage) => void): void
  addEventListener(type: 'notificationclick', listener: (event: NotificationEvent) => void): void
}
