import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createNotifier } from './notify.ts'

interface Shown {
  readonly title: string
  readonly tag: string | undefined
  isClosed: boolean
}

function createPhone({ permission = 'granted', constructs = true, answer = 'granted' as NotificationPermission } = {}) {
  const shown: Shown[] = []
  const show = (title: string, options?: NotificationOptions): Shown & { close(): void } => {
    const one = {
      title,
      tag: options?.tag,
      isClosed: false,
      addEventListener: () => undefined,
      close: () => void (one.isClosed = true),
    }
    shown.push(one)
    return one
  }
  function Constructor(title: string, options?: NotificationOptions): object {
    if (!constructs) throw new TypeError('Illegal constructor')
    return show(title, options)
  }
  Object.assign(Constructor, { permission, requestPermission: () => Promise.resolve(answer) })
  const registration = {
    showNotification: (title: string, options?: NotificationOptions) => Promise.resolve(void show(title, options)),
    getNotifications: () => Promise.resolve(shown),
  } as unknown as ServiceWorkerRegistration
  return {
    shown,
    notifications: Constructor as unknown as typeof Notification,
    workers: { getRegistration: () => Promise.resolve(registration) },
    open: () => shown.filter(({ isClosed }) => !isClosed).map(({ title }) => title),
  }
}

const focus = (): void => undefined
const path = (): string => '/parent'

function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

test('a notification stands until it is cleared, and there is one', async () => {
  const phone = createPhone()
  const notifier = createNotifier({ notifications: phone.notifications, workers: undefined, focus, path })
  notifier.show('Lost.', 'Look.')
  assert.deepEqual(phone.open(), ['Lost.'])
  assert.equal(phone.shown[0]?.tag, 'beddybytes-alarm')
  notifier.clear()
  await settle()
  assert.deepEqual(phone.open(), [])
})

test('where a page may not make one, its service worker does, and takes it back', async () => {
  const phone = createPhone({ constructs: false })
  const notifier = createNotifier({ notifications: phone.notifications, workers: phone.workers, focus, path })
  notifier.show('Lost.', 'Look.')
  await settle()
  assert.deepEqual(phone.open(), ['Lost.'])
  notifier.clear()
  await settle()
  assert.deepEqual(phone.open(), [])
})

test('one that was on its way when the cause ended is not shown', async () => {
  const phone = createPhone({ constructs: false })
  const notifier = createNotifier({ notifications: phone.notifications, workers: phone.workers, focus, path })
  notifier.show('Lost.', 'Look.')
  notifier.clear()
  await settle()
  assert.deepEqual(phone.open(), [])
})

test('without a worker, without leave and without notifications nothing breaks', async () => {
  const phone = createPhone({ constructs: false })
  createNotifier({ notifications: phone.notifications, workers: undefined, focus, path }).show('Lost.', '')
  const denied = createPhone({ permission: 'denied' })
  createNotifier({ notifications: denied.notifications, workers: undefined, focus, path }).show('Lost.', '')
  const none = createNotifier({ notifications: undefined, workers: undefined, focus, path })
  none.ask()
  none.show('Lost.', '')
  none.close()
  await settle()
  assert.equal(none.permission.value, 'unavailable')
  assert.deepEqual([...phone.shown, ...denied.shown], [])
})

test('it asks once, and shows what the person decided', async () => {
  const phone = createPhone({ permission: 'default' })
  const notifier = createNotifier({ notifications: phone.notifications, workers: undefined, focus, path })
  assert.equal(notifier.permission.value, 'default')
  notifier.ask()
  await settle()
  assert.equal(notifier.permission.value, 'granted')
})
