// The headers of every answer, errors too.

import type { PagePolicy, WebResponse } from './exchange.ts'

/** @param host the Host that the guard has let through; old Safari does not take 'self' for wss */
export function securityHeaders(host: string, policy: PagePolicy = {}): Readonly<Record<string, string>> {
  const { scripts = [], styles = [], frames, framedBy, connects = [] } = policy
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      ["script-src 'self'", ...scripts].join(' '),
      ["style-src 'self'", ...styles].join(' '),
      ...(frames === undefined ? [] : [`frame-src ${frames}`]),
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      ["connect-src 'self'", ...(host === '' ? [] : [`wss://${host}`]), ...connects].join(' '),
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${framedBy ?? "'none'"}`,
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    ...(framedBy === undefined ? { 'X-Frame-Options': 'DENY' } : {}),
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(self), microphone=(self), screen-wake-lock=(self), geolocation=(), payment=(), usb=()',
  }
}

/**
 * A script, a style or a picture is no document: what else a browser would do with one as a page is forbidden in fewer
 * bytes, because a station waits for three of them before the first frame, and for more after it.
 */
const resourceHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/** Answers are for this one asker unless they say otherwise. */
export function withSecurityHeaders({ policy, ...response }: WebResponse, host: string): WebResponse {
  const isResource = response.headers['Cache-Control']?.includes('immutable') === true
  const security = isResource ? resourceHeaders : securityHeaders(host, policy)
  return { ...response, headers: { 'Cache-Control': 'no-store', ...response.headers, ...security } }
}
