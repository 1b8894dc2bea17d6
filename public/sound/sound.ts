// The sound of the baby that is watched, at the Parent Station: how loud, whether others talk, and that it goes on.

import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Night } from '../parent/night.ts'
import { phoneStorage } from '../signalling/storage.ts'
import { createMicrophone } from '../talk/microphone.ts'
import { createTalk } from '../talk/talk.ts'
import type { TalkModel } from '../talk/talk.ts'
import { createAside } from './aside.ts'
import { createKeepAlive } from './keep-alive.ts'
import { createLevels } from './levels.ts'
import type { Levels } from './levels.ts'
import { followMediaSession } from './media-session.ts'
import { createPictureInPicture } from './picture-in-picture.ts'
import type { PictureInPicture } from './picture-in-picture.ts'
import { createVolume } from './volume.ts'
import type { Volume } from './volume.ts'

export interface SoundModel {
  /** Null for guests: they hear, and are not heard. */
  readonly talk: TalkModel | null
  readonly levels: Levels
  /** Whether there is one. */
  readonly picture: ReadonlySignal<boolean>
  readonly volume: Volume
  readonly pictureInPicture: PictureInPicture
  close(): void
}

/**
 * @param username null for guests
 * @param gated whether the noise gate plays the sound in the element's place
 */
export function createSound(night: Night, username: string | null, gated: ReadonlySignal<boolean>): SoundModel {
  const { mediaDevices, mediaSession, audioSession }: Partial<Navigator> & { audioSession?: { type: string } } =
    navigator
  const { player } = night
  const talk =
    username !== null
      ? createTalk({ night, microphone: createMicrophone({ media: mediaDevices, audioSession }) })
      : null
  const talking = talk?.somebody ?? computed(() => (night.state.value?.talking ?? null) !== null)
  const volume = createVolume({ player, talking, storage: phoneStorage, account: username ?? '' })
  const aside = volume.settable ? null : createAside({ playing: night.playing, player, taken: gated })
  const levels = createLevels(night)
  const pictureInPicture = createPictureInPicture(player, night.playing)
  const session = followMediaSession({ ...night, session: mediaSession, keepAlive: createKeepAlive() })
  return {
    talk,
    levels,
    picture: computed(() => night.playing.value?.picture === true),
    volume,
    pictureInPicture,
    close() {
      session.close()
      pictureInPicture.close()
      levels.close()
      aside?.close()
      volume.close()
      talk?.close()
    },
  }
}
