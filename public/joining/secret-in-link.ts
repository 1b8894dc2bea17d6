// A link's secret lives in its fragment, which no browser sends to anybody. The page takes it out of the address bar at once, so that it
// is in no history, no bookmark and no screenshot.

const form = /^#([A-Za-z0-9_-]{43})$/

/** Null when the link carries none. */
export function takeSecret({ location, history }: Window): string | null {
  const secret = form.exec(location.hash)?.[1] ?? null
  if (location.hash !== '') history.replaceState(null, '', location.pathname)
  return secret
}
