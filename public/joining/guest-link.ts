// The link just made, to be sent or scanned. It is shown this once.

import { useSignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { joiningText } from '../text/en-joining.ts'
import { sayDateTime } from '../ui/format.ts'
import type { Addresses } from './api.ts'
import type { NewLink } from './guests-model.ts'
import { Links, linksOf } from './links.ts'
import type { Link } from './links.ts'
import { fragmentOf } from './secret-in-link.ts'

export function GuestLink({ link, addresses }: { readonly link: NewLink; readonly addresses: Addresses }): VNode {
  const { guest } = link
  const links = linksOf(addresses, `/guest${fragmentOf(link)}`, location.origin)
  return html`<section class="stack sheet" aria-labelledby="guest-link">
    <h2 id="guest-link">${joiningText.guestLink}</h2>
    <p>${joiningText.guestLinkHint(guest.name, guest.station, sayDateTime(new Date(guest.until)))}</p>
    ${h(Links, { links, path: '/guest#…' })} ${links.map((one) => h(Send, { key: one.kind, link: one }))}
    ${addresses.welcome !== null && html`<p class="hint">${joiningText.warns(addresses.welcome)}</p>`}
  </section>`
}

const words = { none: '', copied: joiningText.copied, refused: joiningText.notCopied }

function Send({ link: { kind, url } }: { readonly link: Link }): VNode {
  const outcome = useSignal<'none' | 'copied' | 'refused'>('none')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url)
      outcome.value = 'copied'
    } catch {
      outcome.value = 'refused'
    }
  }
  return html`<div>
    <button type="button" onClick=${() => void copy()}>${joiningText.copyLink[kind]}</button>
    <p class="hint" aria-live="polite">${words[outcome.value]}</p>
    ${outcome.value === 'refused' && html`<input readonly value=${url} aria-label=${joiningText.linkToCopy[kind]} />`}
  </div>`
}
