// The button that is held to talk to the baby: by thumb, mouse or keys; a screen reader's tap begins and ends it.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import { talkText } from '../text/en-talk.ts'
import { Icon } from '../ui/icon.ts'
import type { TalkModel } from './talk.ts'
import { isHeld } from './talk-state.ts'
import type { Talk } from './talk-state.ts'

/** After its press a click comes at once; a screen reader's comes alone. */
const clickMs = 300

export function TalkView({ model }: { readonly model: TalkModel }): VNode {
  const talk = model.talk.value
  const other = model.other.value
  /** A press by hand may end in a click, which is not to begin another one. */
  const handMs = useRef(-Infinity)

  const press = (): void => {
    handMs.current = performance.now()
    model.press()
  }
  const release = (): void => {
    handMs.current = performance.now()
    model.release()
  }
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return
    // The thumb may slip off the button and is still the same press.
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId)
    press()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    // Neither scrolls the page nor clicks.
    event.preventDefault()
    if (!event.repeat) press()
  }
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    release()
  }
  const onClick = (): void => {
    if (performance.now() - handMs.current < clickMs) return
    if (isHeld(talk)) model.release()
    else model.press()
  }
  return html`<div class="stack talk">
    <button
      class=${`big ${talk.state}`}
      type="button"
      aria-pressed=${isHeld(talk) ? 'true' : 'false'}
      onPointerDown=${onPointerDown}
      onPointerUp=${release}
      onPointerCancel=${release}
      onLostPointerCapture=${release}
      onKeyDown=${onKeyDown}
      onKeyUp=${onKeyUp}
      onBlur=${() => model.release()}
      onClick=${onClick}
      onContextMenu=${(event: Event) => event.preventDefault()}
    >
      ${h(Icon, { name: 'mic' })}${talkText.talk}
    </button>
    <p class="hint" aria-live="polite">${wordsOf(talk) ?? (other === null ? null : talkText.talking(other))}</p>
  </div>`
}

function wordsOf(talk: Talk): string | null {
  switch (talk.state) {
    case 'idle':
      return talk.why === null ? null : talkText.states[talk.why]
    case 'talking':
      return talkText.states[talk.heard ? 'talking' : 'calling']
    case 'refused':
      return talkText.refused[talk.why]
    case 'asking':
    case 'ready':
    case 'waiting':
      return talkText.states[talk.state]
  }
}
