// A phone in a room of the house: a real browser there, which knows the box's name and nothing else.

import { tmpdir } from 'node:os'
import { password } from '../smoke/account.ts'
import { openBrowser } from '../smoke/browser.ts'
import type { BrowserOptions } from '../smoke/browser.ts'
import { openPhone } from '../smoke/phone.ts'
import type { Phone } from '../smoke/phone.ts'
import { until } from '../smoke/wait.ts'
import { openAvahi } from './avahi.ts'
import type { Room } from './house.ts'

export const boxUrl = 'https://beddybytes.local'
/** What a browser says of a network that is gone. */
export const lostNetwork = [
  /WebSocket connection to .* failed/,
  /ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|ADDRESS_UNREACHABLE|CONNECTION_\w+|TIMED_OUT|NAME_NOT_RESOLVED)/,
  /ERR_(INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE|NETWORK_IO_SUSPENDED|SOCKET_NOT_CONNECTED)/,
] as const

export interface PhoneInRoom {
  readonly phone: Phone
  close(): Promise<void>
}

/** @param downloads the folder for what the phone saves */
export async function openPhoneIn(
  room: Room,
  options: BrowserOptions = {},
  downloads: string = tmpdir(),
): Promise<PhoneInRoom> {
  const avahi = await openAvahi(room)
  await until('The name is known', () => avahi.resolve(new URL(boxUrl).hostname))
  const browser = await openBrowser({ ...options, program: room.program('chromium') })
  const phone = await openPhone(browser, room.name, { url: boxUrl, cookie: null, downloads })
  // Behind a certificate of one's own that was only clicked through, a browser takes no service worker.
  phone.expectErrors(/service ?worker|SSL certificate/i)
  await phone.go('/')
  return { phone, close: () => browser.close() }
}

export async function signIn(phone: Phone, button: 'Create account' | 'Log in'): Promise<void> {
  await phone.fill('Username', 'family')
  await phone.fill('Password', password)
  await phone.tap('button', button)
  await phone.find('link', 'Parent Station')
}

/** On a phone that is signed in; it runs when the box has taken it, which the Stop button tells. */
export async function startBabyIn(phone: Phone, name = 'Nursery'): Promise<void> {
  await phone.tap('link', 'Baby Station')
  await phone.fill('Station name', name)
  await phone.tap('button', 'Start')
  await phone.find('button', 'Stop')
}
