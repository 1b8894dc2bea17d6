// The link just made, to be sent or scanned. It is shown this once.

import { useSignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { text } from '../text/text.ts'
import { sayDateTime } from '../ui/format.ts'
import type { Addresses } from './api.ts'
import type { NewLink } from './guests-model.ts'
import { Links, linksOf } from './links.ts'
import { fragmentOf } from './secret-in-link.ts'

export function GuestLink({ link, addresses }: { readonly link: NewLink; readonly addresses: Addresses }): VNode {
  const { guest } = link
  const links = linksOf(addresses, `/guest${fragmentOf(link)}`)
  return html`<section class="stack sheet" aria-labelledby="guest-link">
    <h2 id="guest-link">${text.joining.guestLink}</h2>
    <p>${text.joining.guestLinkHint(guest.name, guest.station, sayDateTime(new Date(guest.until)))}</p>
    ${h(Links, { links, path: '/guest#…' })}
    ${links.map(({ kind, url }) => h(Send, { key: kind, url, label: text.joining.copyLink[kind] }))}
  </section>`
}

function Send({ url, label }: { readonly url: string; readonly label: string }): VNode {
  const copied = useSignal(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(url)
    copied.value = true
  }
  return html`<div>
    <button type="button" onClick=${() => void copy().catch(() => (copied.value = false))}>${label}</button>
    <p class="hint" aria-live="polite">${copied.value ? text.joining.copied : ''}</p>
  </div>`
}
