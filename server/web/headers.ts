// The headers of every answer, errors too.

import type { WebResponse } from './exchange.ts'

/** @param host the Host that the guard has let through; old Safari does not take 'self' for wss */
export function securityHeaders(host: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      host === '' ? "connect-src 'self'" : `connect-src 'self' wss://${host}`,
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(self), microphone=(self), screen-wake-lock=(self), geolocation=(), payment=(), usb=()',
  }
}

/**
 * A script, a style or a picture is no document: what else a browser would do with one as a page is forbidden in fewer
 * bytes, because a station asks for a dozen of them before the first frame.
 */
const resourceHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/** Answers are for this one asker unless they say otherwise. */
export function withSecurityHeaders(response: WebResponse, host: string): WebResponse {
  const isResource = response.headers['Cache-Control']?.includes('immutable') === true
  const security = isResource ? resourceHeaders : securityHeaders(host)
  return { ...response, headers: { 'Cache-Control': 'no-store', ...response.headers, ...security } }
}
