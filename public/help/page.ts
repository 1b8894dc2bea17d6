// The manual as the build writes it: a page without code, so that it can be read without the box and by anybody.

import type { helpText } from '../text/en-help.ts'
import type { Words } from '../text/words.ts'
import { escapeHtml as text } from '../welcome/drawing.ts'

export type HelpWords = Words<typeof helpText>
export type HelpSection = keyof HelpWords['sections']

/** Of each picture, in CSS pixels; the files have twice as many. */
export const pictureSize = { width: 390, height: 560 } as const

/** Where it is served, and what the browser is to find there. */
interface HelpFile {
  readonly url: string
  readonly integrity: string
}

export interface HelpParts {
  readonly language: string
  readonly styles: readonly HelpFile[]
  readonly script: HelpFile
  /** Where each is served. */
  readonly pictures: Readonly<Record<HelpSection, string>>
}

export function helpPage(words: HelpWords, { language, styles, script, pictures }: HelpParts): string {
  const sections = Object.entries(words.sections) as [HelpSection, HelpWords['sections'][HelpSection]][]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${text(words.title)} · ${text(words.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="description" content="${text(words.lead)}">
<meta name="theme-color" content="#0b0f17">
<meta name="color-scheme" content="dark">
<link rel="icon" href="/favicon.svg">
<link rel="manifest" href="/manifest.webmanifest">
${styles.map(({ url, integrity }) => `<link rel="stylesheet" href="${url}" integrity="${integrity}">`).join('\n')}
<script type="module" src="${script.url}" integrity="${script.integrity}"></script>
</head>
<body>
<main class="calm help">
<header class="bar"><a class="button" href="/">${text(words.home)}</a><h1>${text(words.title)}</h1></header>
<p>${text(words.lead)}</p>
<nav aria-label="${text(words.contents)}"><ol>
${sections.map(([id, { title }]) => `<li><a class="line-link" href="#${id}">${text(title)}</a></li>`).join('\n')}
</ol></nav>
${sections.map(([id, section], index) => sectionOf(id, section, pictures[id], index === 0)).join('\n')}
</main>
</body>
</html>
`
}

function sectionOf(
  id: HelpSection,
  { title, picture, what, steps, notes }: HelpWords['sections'][HelpSection],
  url: string,
  isFirst: boolean,
): string {
  const list = (items: readonly string[]) => items.map((item) => `<li>${text(item)}</li>`).join('')
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${text(title)}</h2>
<p>${text(what)}</p>
<ol class="steps">${list(steps)}</ol>
<img src="${url}" alt="${text(picture)}" width="${pictureSize.width}" height="${pictureSize.height}"${isFirst ? '' : ' loading="lazy"'}>
<ul class="notes">${list(notes)}</ul>
</section>`
}
