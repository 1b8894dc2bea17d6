// The document around the pages: one `main`, the title, and the focus on the new page's heading.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { trustUrl } from '../app/trust-url.ts'
import { phoneStorage } from '../signalling/storage.ts'
import { text } from '../text/text.ts'
import { Notice } from '../ui/notice.ts'
import { Waiting } from '../ui/waiting.ts'
import type { Path } from './router.ts'
import type { Screen, Shell } from './shell.ts'

const titles: Readonly<Record<Path, string>> = {
  '/': text.shell.name,
  '/baby': `${text.shell.babyStation} · ${text.shell.name}`,
  '/parent': `${text.shell.parentStation} · ${text.shell.name}`,
  '/account': `${text.shell.titles.account} · ${text.shell.name}`,
  '/licence': `${text.shell.titles.licence} · ${text.shell.name}`,
  '/add-phone': `${text.shell.titles.addPhone} · ${text.shell.name}`,
  '/guests': `${text.shell.titles.guests} · ${text.shell.name}`,
  '/join': `${text.shell.titles.join} · ${text.shell.name}`,
  '/guest': text.shell.name,
  '/find': `${text.finding.title} · ${text.shell.name}`,
}

export function ShellView({ shell }: { readonly shell: Shell }): VNode {
  const screen = shell.screen.value
  const main = useRef<HTMLElement>(null)
  const arrived = useRef(false)

  useLayoutEffect(() => {
    if (screen.state === 'waiting') return
    document.title = titleOf(screen)
    // The first screen leaves the focus where a page load puts it.
    if (arrived.current) focusHeading(main.current)
    arrived.current = true
  }, [screen])

  return html`<main ref=${main}>${contentOf(screen)}</main>`
}

function contentOf(screen: Screen): VNode {
  switch (screen.state) {
    case 'waiting':
      return html`<div class="calm" key="waiting">${h(Waiting, { text: text.shell.loading })}</div>`
    case 'unreachable':
      return html`<div class="calm" key="unreachable">
        <h1>${text.shell.unreachableTitle}</h1>
        ${h(Notice, { tone: 'warning', role: 'alert', children: text.shell.unreachable })} ${h(TrustAgain, {})}
      </div>`
    case 'sign-in':
      return html`<div class="calm" key="sign-in">${screen.view}</div>`
    case 'page':
      return html`<div class="page" key=${screen.visit.path}>${screen.page.view}</div>`
  }
}

/**
 * The service worker opens this page also where the browser would have warned of a box that it does not know. In another Wi-Fi
 * anybody may answer at that address: it stays closed for those who are only out of reach.
 */
function TrustAgain(): VNode {
  const url = trustUrl(phoneStorage, location.hostname)
  return html`<details>
    <summary>${text.shell.trustAgain}</summary>
    <p class="hint">${text.shell.trustAgainHow} <a href=${url}>${url}</a></p>
  </details>`
}

function titleOf(screen: Screen): string {
  switch (screen.state) {
    case 'waiting':
      return text.shell.name
    case 'unreachable':
      return `${text.shell.unreachableTitle} · ${text.shell.name}`
    case 'sign-in':
      return `${text.shell.titles.signIn} · ${text.shell.name}`
    case 'page':
      return titles[screen.visit.path]
  }
}

function focusHeading(main: HTMLElement | null): void {
  const heading = main?.querySelector('h1')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  window.scrollTo(0, 0)
}
