// The welcome page as the build writes it. What only the box knows stays open: %word% is filled in, <!--word--> to
// <!--/word--> stays or goes, by server/trust/welcome.ts.

import type { welcomeText } from '../text/en-welcome.ts'
import type { Words } from '../text/words.ts'
import { drawing, escapeHtml as text } from './drawing.ts'

export type WelcomeText = Words<typeof welcomeText>

export interface WelcomeParts {
  readonly styles: string
  readonly script: string
}

interface Platform {
  readonly name: string
  readonly steps: readonly string[]
  readonly screens: readonly (readonly string[])[]
  readonly note?: string
}

export function welcomePage(words: WelcomeText, { styles, script }: WelcomeParts): string {
  const { check, steps, fingerprint, places, without } = words
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<title>${text(words.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="dark">
<meta name="theme-color" content="#0b0f17">
<link rel="icon" href="data:,">
<style>${styles}</style>
</head>
<body>
<main>
<h1>${text(words.title)}</h1>
<p>${text(words.what)}</p>
<!--root--><p>${text(words.why)}</p><!--/root-->
<!--own--><p>${text(words.own)}</p><!--/own-->

<section id="check" data-app="%app%" data-state="waiting" data-waiting="${text(check.waiting)}" data-good="${text(check.good)}" data-bad="${text(check.bad)}" hidden>
<h2>${text(check.title)}</h2>
<p role="status">${text(check.waiting)}</p>
<ul>${(['page', 'socket', 'worker'] as const).map((part) => checkRow(part, words)).join('')}</ul>
<p class="go"><a class="button primary" href="%app%/">${text(check.open)}</a></p>
</section>
<noscript><p class="hint">${text(check.withoutScript)}</p><p><a class="button" href="%app%/">${text(check.open)}</a></p></noscript>

<!--root--><section>
<h2>${text(steps.title)}</h2>
${platform('iphone', steps.iphone, words)}
${platform('android', steps.android, words)}
${platform('windows', steps.windows, words)}
${platform('mac', steps.mac, words)}
${platform('linux', steps.linux, words)}
${platform('firefox', steps.firefox, words)}
</section>

<section>
<h2>${text(fingerprint.title)}</h2>
<p>${text(fingerprint.name)} <strong>%root%</strong></p>
<p class="fingerprint">%fingerprint%</p>
<p class="hint">${text(fingerprint.hint)}</p>
</section><!--/root-->

<section>
<h2>${text(places.title)}</h2>
<p class="hint">${text(places.hint)}</p>
<div class="places">
<figure><figcaption>${text(places.byName)}</figcaption>%name-code%<p>%name-url%</p></figure>
<!--address--><figure><figcaption>${text(places.byAddress)}</figcaption>%address-code%<p>%address-url%</p></figure><!--/address-->
</div>
<ul>%more-urls%</ul>
<p class="hint">${text(places.app)}</p>
<ul>%app-urls%</ul>
</section>

<!--root--><section>
<details>
<summary>${text(without.title)}</summary>
<ul class="points">${without.losses.map((loss) => `<li>${text(loss)}</li>`).join('')}</ul>
<p><a class="button" href="%app%/">${text(without.go)}</a></p>
</details>
</section><!--/root-->
<!--own--><p><a class="button" href="%app%/">${text(check.open)}</a></p><!--/own-->
</main>
<script>${script}</script>
</body>
</html>
`
}

function checkRow(part: 'page' | 'socket' | 'worker', { check }: WelcomeText): string {
  const { waiting, good, bad } = check.symbols
  const symbol = (state: string, word: string) => `<span class="if-${state}">${text(word)}</span>`
  return `<li data-part="${part}" data-state="waiting">${text(check[part])}: ${symbol('waiting', waiting)}${symbol('good', good)}${symbol('bad', bad)}</li>`
}

function platform(id: string, { name, steps: list, screens, note }: Platform, { steps }: WelcomeText): string {
  const [file, label] =
    id === 'iphone' ? ['beddybytes.mobileconfig', steps.fetchProfile] : ['beddybytes.crt', steps.fetch]
  return `<details id="${id}"%open-${id}%>
<summary>${text(name)}</summary>
<p><a class="button primary" href="/trust/${file}">${text(label)}</a></p>
<ol>${[...list, steps.back].map((step) => `<li>${text(step)}</li>`).join('')}</ol>
<div class="drawings">${screens.map(drawing).join('')}</div>
${note === undefined ? '' : `<p class="hint">${text(note)}</p>`}
</details>`
}

/** What the page on plain HTTP shows in a hidden frame. */
export function checkPage(language: string, title: string, script: string): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${text(title)}</title><script>${script}</script></html>`
}
