// The Parent Station of a guest: through the guests' door, without memory and without the means to record.

import { createAwake } from '../awake/awake.ts'
import { openGuestHousehold } from '../household/guest-secret.ts'
import { createRecording } from '../recording/recording.ts'
import { onLeaving } from '../signalling/leaving.ts'
import { openGuestChannel } from '../signalling/open-channel.ts'
import { reloadOnce } from '../signalling/reload-once.ts'
import { phoneStorage, tabStorage } from '../signalling/storage.ts'
import { boxAnswers } from './box-answers.ts'
import { createParentModel } from './model.ts'
import type { ParentModel } from './model.ts'
import { createPlayer } from './player.ts'

export function createGuestParent(deps: {
  /** Null when the box does not answer. */
  stillGuest(): Promise<boolean | null>
  onEnded(): void
}): ParentModel {
  const { wakeLock }: Partial<Navigator> = navigator
  const reload = (): void => void reloadOnce(tabStorage, Date.now(), () => location.reload())
  const model = createParentModel({
    channel: openGuestChannel(deps.stillGuest),
    household: openGuestHousehold(phoneStorage),
    username: null,
    player: createPlayer(),
    recording: createRecording(),
    awake: createAwake({ wakeLock, document }),
    // There is only one to watch.
    last: { read: () => null, write() {}, clear() {} },
    onLoggedOut: () => deps.onEnded(),
    onOutdated: reload,
    boxAnswers,
    onUnguarded: reload,
  })
  const open = new AbortController()
  onLeaving(() => model.close(), open.signal)
  return {
    ...model,
    close() {
      open.abort()
      model.close()
    },
  }
}
