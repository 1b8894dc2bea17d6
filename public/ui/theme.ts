// Night or day. Night it is unless somebody chose otherwise on this phone; base.css has the colours of each.

export const themes = ['night', 'day', 'phone'] as const
/** `phone`: day while the phone itself is set to light colours. */
export type Theme = (typeof themes)[number]

const key = 'beddybytes.theme'

export function readTheme(storage: () => Storage | null): Theme {
  const stored = storage()?.getItem(key)
  return themes.find((theme) => theme === stored) ?? 'night'
}

export function keepTheme(storage: () => Storage | null, theme: Theme): void {
  storage()?.setItem(key, theme)
}

export function showTheme(page: Document, chosen: Theme): void {
  const root = page.documentElement
  const theme = chosen === 'phone' ? (lightPhone().matches ? 'day' : 'night') : chosen
  // Most nights it is so already, and reading a colour costs an old phone some milliseconds before its first picture.
  if (theme === 'night' && root.dataset['theme'] === undefined) return
  root.dataset['theme'] = theme
  const colour = getComputedStyle(root).backgroundColor
  page.querySelector('meta[name=theme-color]')?.setAttribute('content', colour)
}

/** Shows the colours that this phone was set to, from now on. */
export function followTheme(page: Document, storage: () => Storage | null): void {
  const show = (): void => showTheme(page, readTheme(storage))
  show()
  lightPhone().addEventListener('change', show)
}

function lightPhone(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: light)')
}
