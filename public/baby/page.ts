// The Baby Station as a page of the app.

import { h } from 'preact'
import { createAwake } from '../awake/awake.ts'
import { openHousehold } from '../household/household.ts'
import { openCodecs } from '../rtc/codecs.ts'
import type { OpenPage } from '../shell/page.ts'
import { onLeaving } from '../signalling/leaving.ts'
import { openChannel } from '../signalling/open-channel.ts'
import { reloadOnce } from '../signalling/reload-once.ts'
import { phoneStorage, tabStorage } from '../signalling/storage.ts'
import { closeWarmChannel } from '../signalling/warm-channel.ts'
import { babyText } from '../text/en-baby.ts'
import { createCapture } from './capture.ts'
import { keepChoice, readChoice } from './choice.ts'
import { createBabyModel } from './model.ts'
import { createSessionMemory } from './session-memory.ts'
import { BabyView } from './view.ts'

export const openPage: OpenPage = (context) => {
  // Undefined where a browser gives pages neither; the types do not know of such browsers.
  const { mediaDevices, mediaCapabilities, wakeLock, locks }: Partial<Navigator> = navigator
  // This one opens its own on Start, which may be much later.
  closeWarmChannel()
  const model = createBabyModel({
    openChannel,
    household: openHousehold(phoneStorage, context.username),
    capture: createCapture({ media: mediaDevices, document }),
    codecs: openCodecs(mediaCapabilities),
    awake: createAwake({ wakeLock, document }),
    memory: createSessionMemory({ storage: phoneStorage, locks, nowMs: Date.now }),
    choice: readChoice(phoneStorage, babyText.defaultName),
    keepChoice: (choice) => keepChoice(phoneStorage, choice),
    media: mediaDevices,
    onLoggedOut: () => void context.refreshMember(),
    onOutdated: () => void reloadOnce(tabStorage, Date.now(), () => location.reload()),
  })
  const open = new AbortController()
  onLeaving(() => model.suspend(), open.signal)
  return {
    view: h(BabyView, { model, licence: context.licence }),
    close() {
      open.abort()
      model.close()
    },
  }
}
