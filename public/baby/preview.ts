// The picture that parents get, with zoom by hand.

import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { babyText } from '../text/en-baby.ts'
import { text } from '../text/text.ts'
import { attachGestures } from '../zoom/gestures.ts'
import type { Zoom } from '../zoom/zoom.ts'

export function Preview({ zoom }: { readonly zoom: Zoom }): VNode {
  const video = useRef<HTMLVideoElement>(null)
  const track = zoom.track.value

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
    if (video.current !== null) attachGestures(video.current, zoom, listening.signal)
    return () => listening.abort()
  }, [zoom])

  return html`<div class="stage">
    <video ref=${video} aria-label=${text.zoom.picture} muted playsinline autoplay></video>
    ${track === null ? html`<p class="caption">${babyText.previewWaiting}</p>` : null}
  </div>`
}
