// The account's running Baby Stations. A button's name is the station's name and nothing else; what is more stands beside it.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import type { RunningSession } from '../shared/protocol.ts'
import { parentText } from '../text/en-parent.ts'
import { sayTime } from '../ui/format.ts'
import type { ParentModel } from './model.ts'

export function StationList({ model }: { readonly model: ParentModel }): VNode {
  const chosen = model.chosen.value
  const stations = model.stations.value
  return html`<ul class="stations" role="list" aria-label=${parentText.stations}>
    ${stations.map(
      (session) =>
        html`<li key=${session.id}>
          <button
            type="button"
            aria-current=${session.id === chosen ? 'true' : undefined}
            onClick=${() => model.choose(session)}
          >
            ${session.name}
          </button>
          ${h(Hint, { session, stations })}
        </li>`,
    )}
  </ul>`
}

interface HintProps {
  readonly session: RunningSession
  readonly stations: readonly RunningSession[]
}

/** Two stations of one name are told apart by when they were started. */
function Hint({ session, stations }: HintProps): VNode | null {
  if (session.lost) return html`<span class="hint">${parentText.lost}</span>`
  if (stations.every(({ id, name }) => id === session.id || name !== session.name)) return null
  return html`<span class="hint">${parentText.since(sayTime(new Date(session.startedAt)))}</span>`
}
