// The picture, or with sound only how loud it is. One video element for as long as the page is open: once a tap has
// unlocked its sound, it stays unlocked.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { parentText } from '../text/en-parent.ts'
import { Icon } from '../ui/icon.ts'
import type { ParentModel } from './model.ts'

export function Stage({ model }: { readonly model: ParentModel }): VNode {
  const video = useRef<HTMLVideoElement>(null)
  const playing = model.playing.value
  const status = model.status.value
  const night = model.night.value

  useEffect(() => {
    model.player.attach(video.current)
    return () => model.player.attach(null)
  }, [model])

  const soundOnly = playing !== null && !playing.picture
  return html`<div
    class=${`stage ${status} ${soundOnly ? 'sound' : ''} ${playing === null ? 'empty' : ''}`}
    onClick=${() => model.player.leaveFullScreen()}
  >
    <video ref=${video} aria-label=${parentText.video} playsinline autoplay></video>
    ${playing === null ? html`<p class="big-icon">${h(Icon, { name: 'baby' })}</p>` : null}
    ${
      soundOnly
        ? html`<p class="caption">${parentText.soundOnly}</p>
            ${night === null ? null : h(night.Level, {})}`
        : null
    }
    ${night === null ? null : h(night.LargeName, {})}
  </div>`
}
