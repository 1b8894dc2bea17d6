// The Parent Station as a page of the app.

import { h } from 'preact'
import { createAwake } from '../awake/awake.ts'
import { openHousehold } from '../household/household.ts'
import { createRecording } from '../recording/recording.ts'
import type { OpenPage } from '../shell/page.ts'
import { onLeaving } from '../signalling/leaving.ts'
import { reloadOnce } from '../signalling/reload-once.ts'
import { phoneStorage, tabStorage } from '../signalling/storage.ts'
import { takeChannel } from '../signalling/warm-channel.ts'
import { boxAnswers } from './box-answers.ts'
import { createLastStation } from './last-station.ts'
import { createParentModel } from './model.ts'
import { createPlayer } from './player.ts'
import { ParentView } from './view.ts'

export const openPage: OpenPage = (context) => {
  const { wakeLock }: Partial<Navigator> = navigator
  const reload = (): void => void reloadOnce(tabStorage, Date.now(), () => location.reload())
  const last = createLastStation(tabStorage, context.username)
  const model = createParentModel({
    channel: takeChannel(context.username),
    household: openHousehold(phoneStorage, context.username),
    username: context.username,
    player: createPlayer(),
    recording: createRecording(),
    awake: createAwake({ wakeLock, document }),
    last,
    onLoggedOut: () => void context.refreshMember(),
    onOutdated: reload,
    boxAnswers,
    onUnguarded: reload,
  })
  const open = new AbortController()
  onLeaving(() => model.close(), open.signal)
  return {
    view: h(ParentView, { model }),
    close() {
      open.abort()
      model.close()
      // Whoever goes to another page of the app watches nobody any more.
      last.clear()
    },
  }
}
