// Fetches the style sheet of what is loaded late; an alarm should not come up in a page that has no style for it.

import { assetUrls } from '../shared/asset-urls.ts'

const retryMs = 3000

/** Tries again for as long as the box is away. Gives what ends the trying; a sheet that is there stays. */
export function loadNightStyle(page: Document = document): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const load = (): void => {
    if (page.querySelector(`link[href="${assetUrls.nightStyle}"]`) !== null) return
    const link = page.createElement('link')
    link.rel = 'stylesheet'
    link.href = assetUrls.nightStyle
    link.addEventListener('error', () => {
      link.remove()
      timer = setTimeout(load, retryMs)
    })
    page.head.append(link)
  }
  load()
  return () => clearTimeout(timer)
}
