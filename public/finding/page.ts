// "Why can't my phone find it?": what this phone can test, where the box is, and what it mostly is. For everybody, logged in or not.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import type { JoiningApi } from '../joining/api.ts'
import { Links, linksOf } from '../joining/links.ts'
import type { OpenPage } from '../shell/page.ts'
import { findingText } from '../text/en-finding.ts'
import { text } from '../text/text.ts'
import { Icon } from '../ui/icon.ts'
import type { IconName } from '../ui/icon.ts'
import { PageHeader } from '../ui/page-header.ts'
import { Waiting } from '../ui/waiting.ts'
import { findings } from './findings.ts'
import type { Finding, Seen } from './findings.ts'
import { probe } from './probe.ts'

export function createFindPage({ api }: { readonly api: JoiningApi }): OpenPage {
  return () => {
    const seen = signal<Seen | null>(null)
    const test = async (): Promise<void> => {
      seen.value = null
      seen.value = await probe(api, location.hostname)
    }
    void test()
    return { view: h(Find, { seen, onAgain: () => void test() }), close() {} }
  }
}

interface FindProps {
  readonly seen: ReadonlySignal<Seen | null>
  readonly onAgain: () => void
}

const icons: Readonly<Record<Finding['tone'], IconName>> = { good: 'check', bad: 'triangle-alert', unsure: 'info' }

function Find({ seen, onAgain }: FindProps): VNode {
  const now = seen.value
  return html`<div class="calm">
    ${h(PageHeader, { title: text.finding.title })}
    <section class="stack sheet" aria-live="polite">
      <p>${findingText.intro}</p>
      ${
        now === null
          ? h(Waiting, { text: findingText.testing })
          : html`<ul class="findings">
                ${findings(now).map(
                  ({ tone, words }) =>
                    html`<li key=${words}>
                      <span class=${tone}>${h(Icon, { name: icons[tone] })}</span>
                      <p>${words}</p>
                    </li>`,
                )}
              </ul>
              <button type="button" onClick=${onAgain}>${findingText.testAgain}</button>`
      }
    </section>
    <section class="stack sheet" aria-labelledby="causes">
      <h2 id="causes">${findingText.causesTitle}</h2>
      ${findingText.causes.map(
        ({ name, words }) =>
          html`<details key=${name}>
            <summary>${name}</summary>
            <p>${words}</p>
          </details>`,
      )}
    </section>
    ${
      now !== null &&
      now.addresses !== null &&
      html`<section class="stack sheet" aria-labelledby="addresses">
        <h2 id="addresses">${findingText.addressesTitle}</h2>
        ${h(Links, { links: linksOf(now.addresses, '/', location.origin), path: '' })}
      </section>`
    }
  </div>`
}
