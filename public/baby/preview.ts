// The picture that parents get, with zoom by hand once that is loaded.

import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { babyText } from '../text/en-baby.ts'
import type { BabyModel } from './model.ts'

export function Preview({ model }: { readonly model: BabyModel }): VNode {
  const video = useRef<HTMLVideoElement>(null)
  const track = model.picture.value
  const night = model.night.value

  useEffect(() => {
    const element = video.current
    if (element === null) return
    element.srcObject = track === null ? null : new MediaStream([track])
    const play = (): void => {
      // A page that was frozen has its elements paused.
      if (track !== null && document.visibilityState === 'visible') element.play().catch(() => undefined)
    }
    play()
    document.addEventListener('visibilitychange', play)
    return () => document.removeEventListener('visibilitychange', play)
  }, [track])

  useEffect(() => {
    const listening = new AbortController()
    if (video.current !== null) night?.zoomByHand(video.current, listening.signal)
    return () => listening.abort()
  }, [night])

  return html`<div class="stage">
    <video ref=${video} aria-label=${night?.pictureName ?? babyText.picture} muted playsinline autoplay></video>
    ${track === null ? html`<p class="caption">${night?.noPicture.value ?? babyText.previewWaiting}</p>` : null}
  </div>`
}
