// What a page shows before its code is there: the line on top of it, which stays, and after a while what is waited for. The build
// writes it into the page.

import type { commonText } from '../text/en-common.ts'
import type { Words } from '../text/words.ts'
import { iconPaths } from '../ui/icon.ts'
import { escapeHtml as text } from '../welcome/drawing.ts'

export type FrameWords = Pick<
  Words<typeof commonText>['shell'],
  'name' | 'babyStation' | 'parentStation' | 'home' | 'loading'
>

/** As home.ts, sign-in.ts and both stations begin. */
export function frameOf(path: string, words: FrameWords): string {
  const waiting = `<p class="waiting" aria-live="polite">${text(words.loading)}</p>`
  switch (path) {
    case '/':
      return `<main><div class="calm"><header class="brand"><img src="/favicon.svg" alt="" width="48" height="48"><p>${text(words.name)}</p></header>${waiting}</div></main>`
    case '/baby':
      return `<main><div class="page"><div class="baby calm">${header(words.babyStation, words)}${waiting}</div></div></main>`
    case '/parent':
      return `<main><div class="page"><div class="station parent">${header(words.parentStation, words)}<div class="mosaic"></div><div class="panel">${waiting}</div></div></div></main>`
    default:
      return `<main><div class="calm">${waiting}</div></main>`
  }
}

/** As ui/page-header.ts has it. */
function header(title: string, { home }: FrameWords): string {
  const icon = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${iconPaths['arrow-left']}"/></svg>`
  return `<header class="bar"><a class="icon-button" href="/" aria-label="${text(home)}">${icon}</a><h1>${text(title)}</h1></header>`
}
