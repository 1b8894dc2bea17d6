// "Verified" or "Not verified", how to verify, and what to do when a connection was refused.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import { nightText } from '../text/en-night.ts'
import { sayTime } from '../ui/format.ts'
import { Icon } from '../ui/icon.ts'
import { Notice } from '../ui/notice.ts'
import { refusalsIn, summaryOf, trustAmong } from './summary.ts'
import type { Findings, Found, Trust } from './trust.ts'

const words = nightText.household

export interface TrustProps {
  readonly at: 'parent' | 'baby' | 'guest'
  readonly findings: Findings
  /** The Baby Station that is watched, at a parent's; the calls that are there, at the baby's. */
  readonly of: string | null | ReadonlySet<string>
  accept(other: string): void
}

export function TrustView({ at, findings, of, accept }: TrustProps): ComponentChildren {
  const { trust, refusals } =
    of === null || typeof of === 'string'
      ? summaryOf(findings, of)
      : { trust: trustAmong(findings, of), refusals: refusalsIn(findings) }
  return html`<div class="stack trust" aria-live="polite">
    ${refusals.map((found) => h(Refused, { key: found.other, at, found, accept }))}
    ${trust === null || trust.state === 'refused' ? null : h(Line, { at, trust })}
  </div>`
}

function Line({
  at,
  trust,
}: Pick<TrustProps, 'at'> & { readonly trust: Exclude<Trust, { state: 'refused' }> }): ComponentChildren {
  const hint =
    trust.state === 'verified'
      ? words.verifiedHint[at === 'baby' ? 'baby' : 'parent']
      : at === 'guest'
        ? words.unverifiedHint.guest
        : words.unverifiedHint[at][trust.why]
  return html`<details class=${trust.state}>
    <summary>
      ${h(Icon, { name: trust.state === 'verified' ? 'check' : 'triangle-alert' })}${words[trust.state]}
    </summary>
    <p class="hint">${hint}</p>
  </details>`
}

function Refused({
  at,
  found,
  accept,
}: Pick<TrustProps, 'at' | 'accept'> & { readonly found: Found }): ComponentChildren {
  const { trust, sinceMs, other } = found
  if (trust.state !== 'refused') return null
  const said =
    at === 'baby' ? words.refused.baby[trust.why](sayTime(new Date(sinceMs))) : words.refused.parent[trust.why]
  return h(Notice, {
    tone: 'danger',
    role: 'alert',
    children: html`<p>${said}</p>
      ${
        trust.why === 'unproven' && at !== 'guest'
          ? html`<button type="button" onClick=${() => accept(other)}>${words.accept}</button>`
          : null
      }`,
  })
}
