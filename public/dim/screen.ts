// What the screen of the Baby Station is: the station, black, or a lamp. Pure.

import type { NightLight } from '../shared/station-protocol.ts'

export type Screen =
  | { readonly state: 'station' }
  | { readonly state: 'dimmed' }
  | {
      readonly state: 'light'
      readonly light: NightLight
      /** What it is again when the light goes off. */
      readonly under: 'station' | 'dimmed'
    }

export type ScreenEvent =
  | { readonly type: 'dim'; readonly on: boolean }
  /** Null turns it off. */
  | { readonly type: 'light'; readonly light: NightLight | null }

export const shown: Screen = { state: 'station' }

export function nextScreen(now: Screen, event: ScreenEvent): Screen {
  switch (event.type) {
    case 'dim':
      if (event.on) return now.state === 'dimmed' ? now : { state: 'dimmed' }
      if (now.state === 'light') return now.under === 'station' ? now : { ...now, under: 'station' }
      return now.state === 'dimmed' ? shown : now
    case 'light':
      if (event.light === null) return now.state === 'light' ? { state: now.under } : now
      return { state: 'light', light: event.light, under: now.state === 'light' ? now.under : now.state }
  }
}
