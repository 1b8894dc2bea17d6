// A link's secrets live in its fragment, which no browser sends to anybody. The page takes them out of the address bar at once, so
// that they are in no history, no bookmark and no screenshot.

export interface LinkSecrets {
  /** For the box: it opens the door. Null when the link carries none. */
  readonly code: string | null
  /** The household's, or the guest's of it: not for the box. Null from a phone that is not verified itself. */
  readonly household: string | null
}

const form = /^#([A-Za-z0-9_-]{43})(?:\.([A-Za-z0-9_-]{43,65}))?$/

export function takeSecrets({ location, history }: Pick<Window, 'location' | 'history'>): LinkSecrets {
  const [, code = null, household = null] = form.exec(location.hash) ?? []
  if (location.hash !== '') history.replaceState(null, '', location.pathname)
  return { code, household }
}

/** What a link carries, from its # on. */
export function fragmentOf({ code, household }: { readonly code: string; readonly household: string | null }): string {
  return household === null ? `#${code}` : `#${code}.${household}`
}
