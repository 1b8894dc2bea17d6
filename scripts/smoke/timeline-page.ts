// Bundled and run in a page of the box: a timeline with its view, and a Parent Station that says what the journey wants it to say.

import { signal } from '@preact/signals'
import { h, render } from 'preact'
import * as v from 'valibot'
import type { Found } from '../../public/proof/found.ts'
import type { RecordingState } from '../../public/recording/recording.ts'
import type { Status } from '../../public/parent/words.ts'
import { clientIdSchema } from '../../public/shared/protocol.ts'
import type { Report } from '../../public/shared/station-protocol.ts'
import type { Baby, Ongoing } from '../../public/timeline/spans.ts'
import { createTimeline } from '../../public/timeline/timeline.ts'
import type { Timeline } from '../../public/timeline/timeline.ts'
import { createTimelineView } from '../../public/timeline/view-model.ts'
import { TimelineView } from '../../public/timeline/view.ts'

export interface TimelinePage {
  readonly timeline: Timeline
  /** The page's clock goes on by this much more. */
  pass(ms: number): void
  say(change: { status?: Status; ongoing?: readonly Ongoing[]; faults?: readonly Found[] }): void
  hear(levels: readonly number[], battery?: number): void
}

declare global {
  interface Window {
    openTimeline(name?: string): TimelinePage
  }
}

const station = v.parse(clientIdSchema, 'nurserynurserynurseryn')

window.openTimeline = (name = 'Nursery') => {
  let aheadMs = 0
  const nowMs = (): number => Date.now() + aheadMs
  const listeners = new Set<(report: Report, atMs: number) => void>()
  const status = signal<Status>('live')
  const faults = signal<readonly Found[]>([])
  const ongoing = signal<readonly Ongoing[]>([])
  const timeline = createTimeline({
    night: {
      station: signal<Baby | null>({ id: station, name }),
      status,
      faults,
      onReport(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      recording: { state: signal<RecordingState>({ state: 'idle' }) },
    },
    username: 'ada',
    ongoing,
    nowMs,
  })
  const place = document.body.appendChild(document.createElement('div'))
  render(h(TimelineView, { model: createTimelineView({ timeline, nowMs }) }), place)
  return {
    timeline,
    pass: (ms) => void (aheadMs += ms),
    say(change) {
      if (change.status !== undefined) status.value = change.status
      if (change.ongoing !== undefined) ongoing.value = change.ongoing
      if (change.faults !== undefined) faults.value = change.faults
    },
    hear(levels, battery = 0.8) {
      const report: Report = {
        type: 'report',
        number: 1,
        microphone: 'live',
        camera: 'live',
        frames: null,
        awake: 'on',
        visible: true,
        battery: { level: battery, charging: false },
        levels: [...levels],
        floor: -60,
        movement: 0.2,
        parents: 1,
        dropped: 0,
      }
      for (const listener of listeners) listener(report, nowMs())
    },
  }
}
