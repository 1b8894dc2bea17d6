// How long ago the baby made a sound, in words that count.

import { bedsideText } from '../text/en-bedside.ts'
import { nightText } from '../text/en-night.ts'
import { useNow } from '../ui/now.ts'
import type { Noise } from './noise.ts'

const words = nightText.noise
/** A sound that goes on is now; after it the seconds count. */
const goesOnMs = 2500

export type LastSoundProps = Pick<Noise, 'lastSoundMs' | 'latest'>

export function LastSound({ lastSoundMs, latest }: LastSoundProps): string {
  const nowMs = useNow(1000)
  const lastMs = lastSoundMs.value
  // That nothing was heard is said only of a room that is listened to.
  if (lastMs === null) return latest.value === null ? bedsideText.unmeasured : words.noSound
  const agoMs = Math.max(0, nowMs - lastMs)
  if (agoMs < goesOnMs) return words.soundNow
  const seconds = Math.round(agoMs / 1000)
  if (seconds < 90) return words.lastSound(words.seconds(seconds))
  const minutes = Math.floor(seconds / 60)
  return words.lastSound(minutes < 120 ? words.minutes(minutes) : bedsideText.hours(Math.floor(minutes / 60)))
}
