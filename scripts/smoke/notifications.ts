// A person who has allowed notifications on this phone.

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
