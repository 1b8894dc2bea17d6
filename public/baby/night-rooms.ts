// What runs at the Baby Station beside picture and sound: what it hears and sees, and its word about itself. Loaded on Start.

import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import type { Awake } from '../awake/awake.ts'
import { createMovement } from '../movement/movement.ts'
import { createLoudness } from '../noise/loudness.ts'
import { Listeners } from '../proof/listeners.ts'
import { createReporter } from '../proof/reporter.ts'
import type { CallId } from '../shared/protocol.ts'
import type { StationMessage } from '../shared/station-protocol.ts'
import { loadNightStyle } from '../ui/night-style.ts'
import type { Zoom } from '../zoom/zoom.ts'
import type { Calls } from './calls.ts'
import type { Capture } from './capture.ts'

export interface NightDeps {
  readonly calls: Calls
  readonly capture: Capture
  readonly zoom: Zoom
  readonly awake: Awake
  /** Whether this session has a camera at all. */
  picture(): boolean
}

export interface NightRooms {
  /** What a parent says over its call. */
  hear(call: CallId, message: StationMessage): void
  View(): ComponentChildren
  close(): void
}

export function openNightRooms({ calls, capture, zoom, awake, picture }: NightDeps): NightRooms {
  const stopStyling = loadNightStyle()
  const loudness = createLoudness({ track: capture.audio })
  const movement = createMovement({ track: zoom.track })
  const reporter = createReporter({
    report: (make) => calls.report(make),
    sources: () => calls.sources(),
    parents: calls.parents,
    audio: capture.audio,
    video: capture.video,
    picture,
    awake: awake.state,
    loudness,
    movement: () => movement.level.peek(),
    regainSound: () => capture.regain('audio'),
  })
  let heard: ReadonlySet<CallId> = new Set()

  return {
    hear(call, message) {
      if (message.type === 'region') movement.setRegion(message.region)
      if (message.type !== 'listening' || heard.has(call)) return
      // A parent that has just come should not wait for the next report.
      heard = new Set([...heard, call])
      reporter.now()
    },
    View: () => h(Listeners, { parents: calls.parents }),
    close() {
      stopStyling()
      reporter.close()
      movement.close()
      loudness.close()
    },
  }
}
