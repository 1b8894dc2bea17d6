// One link by the box's name and one by its address: some phones find one of them, some the other. Each as text and as QR.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { joiningText } from '../text/en-joining.ts'
import type { Addresses } from './api.ts'
import { QrCode } from './qr.ts'

export interface Link {
  readonly kind: 'name' | 'address'
  /** The box alone: what a person can type. With https, because a browser that is given a port asks for plain HTTP there. */
  readonly origin: string
  /** With the path and the secret. */
  readonly url: string
}

/**
 * @param pathAndSecret for example /join#code
 * @param here the address that this page was opened by: of several addresses of a box, one that a phone can reach for certain
 */
export function linksOf(
  { byName, byAddress }: Pick<Addresses, 'byName' | 'byAddress'>,
  pathAndSecret: string,
  here: string,
): readonly Link[] {
  const link = (kind: Link['kind'], origin: string): Link => ({ kind, origin, url: `${origin}${pathAndSecret}` })
  // An IPv6 address is nothing that a person types, and a phone that has it has an IPv4 one too, nearly always.
  const typed = byAddress.filter((url) => !url.includes('['))
  const address = typed.find((url) => url === here) ?? typed[0] ?? byAddress[0]
  return [link('name', byName), ...(address === undefined ? [] : [link('address', address)])]
}

export function Links({ links, path }: { readonly links: readonly Link[]; readonly path: string }): VNode {
  return html`<ul class="links">
    ${links.map(
      ({ kind, origin, url }) =>
        html`<li key=${kind}>
          ${h(QrCode, { content: url, label: joiningText.qrLabel[kind] })}
          <p class="hint">${joiningText.linkKind[kind]}</p>
          <p class="address">${origin}<wbr />${path}</p>
        </li>`,
    )}
  </ul>`
}
