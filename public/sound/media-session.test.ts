import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import { followMediaSession, mostPauseMs } from './media-session.ts'

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const muted = signal(false)
  const handlers = new Map<string, MediaSessionActionHandler | null>()
  const following = followMediaSession({
    station: signal({ name: 'Nursery' }),
    playing: signal({}),
    player: {
      muted,
      blocked: signal(false),
      running: signal(true),
      setMuted: (yes) => void (muted.value = yes),
    },
    keepAlive: { start: () => undefined, stop: () => undefined, close: () => undefined },
    session: {
      metadata: null,
      playbackState: 'none',
      setActionHandler: (action: string, handler: MediaSessionActionHandler | null) =>
        void handlers.set(action, handler),
    } as unknown as MediaSession,
  })
  t.after(() => following.close())
  return {
    muted,
    following,
    press: (action: MediaSessionAction) => handlers.get(action)?.({ action }),
    tick: (ms: number) => t.mock.timers.tick(ms),
  }
}

for (const action of ['pause', 'stop'] as const) {
  test(`${action} of the lock screen mutes, and ends by itself`, (t) => {
    const { muted, press, tick } = setUp(t)
    press(action)
    assert.equal(muted.value, true)
    tick(mostPauseMs - 1)
    assert.equal(muted.value, true)
    tick(1)
    assert.equal(muted.value, false)
  })
}

test('pressing it again and again does not make it longer', (t) => {
  const { muted, press, tick } = setUp(t)
  press('pause')
  tick(mostPauseMs - 1000)
  press('pause')
  press('stop')
  tick(1000)
  assert.equal(muted.value, false)
})

test("a person's own Mute stays, whatever the lock screen says before or after", (t) => {
  const { muted, press, tick } = setUp(t)
  muted.value = true
  press('pause')
  tick(2 * mostPauseMs)
  assert.equal(muted.value, true)
  press('play')
  assert.equal(muted.value, false)
  press('pause')
  muted.value = false
  muted.value = true
  tick(2 * mostPauseMs)
  assert.equal(muted.value, true)
})

test('a page that closes leaves no pause behind', (t) => {
  const { muted, following, press, tick } = setUp(t)
  press('pause')
  following.close()
  tick(2 * mostPauseMs)
  assert.equal(muted.value, true)
})
