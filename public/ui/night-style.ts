// Fetches the style sheet of what is loaded late; an alarm should not come up in a page that has no style for it.

import { assetUrls } from '../shared/asset-urls.ts'

const retryMs = 3000

export interface NightStyle {
  /** The sheet is there. */
  readonly loaded: Promise<void>
  /** Ends the trying; a sheet that is there stays. */
  close(): void
}

/** Tries again for as long as the box is away. */
export function loadNightStyle(page: Document = document): NightStyle {
  let timer: ReturnType<typeof setTimeout> | undefined
  let done = (): void => undefined
  const loaded = new Promise<void>((resolve) => {
    done = resolve
  })
  const load = (): void => {
    const earlier = page.querySelector<HTMLLinkElement>(`link[href="${assetUrls.nightStyle}"]`)
    const link = earlier ?? page.createElement('link')
    if (link.sheet !== null) {
      done()
      return
    }
    link.addEventListener('load', () => done())
    link.addEventListener('error', () => {
      link.remove()
      timer = setTimeout(load, retryMs)
    })
    if (earlier !== null) return
    link.rel = 'stylesheet'
    link.href = assetUrls.nightStyle
    page.head.append(link)
  }
  load()
  return { loaded, close: () => clearTimeout(timer) }
}
