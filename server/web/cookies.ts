// The cookies: one for the log-in, one that a browser keeps beyond it so that its guesses are counted apart, and one for guests.

import type { WebRequest } from './exchange.ts'

export const logInCookie = '__Host-beddybytes'
export const familiarCookie = '__Host-beddybytes-familiar'
export const guestCookie = '__Host-beddybytes-guest'
/** As long as browsers keep one. How long a log-in lasts is the box's to say, and each use prolongs it there. */
export const cookieSeconds = 400 * 24 * 60 * 60

const tokenForm = /^[A-Za-z0-9_-]{43}$/

/** The cookie's token, or null when there is none or it has not the form of one. */
export function readCookie(headers: WebRequest['headers'], name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [key, value = ''] = part.trim().split('=', 2)
    if (key === name) return tokenForm.test(value) ? value : null
  }
  return null
}

/** @param maxAgeSeconds 0 takes the cookie away */
export function writeCookie(name: string, token: string, maxAgeSeconds: number): string {
  return `${name}=${token}; Path=/; Max-Age=${maxAgeSeconds}; Secure; HttpOnly; SameSite=Strict`
}
