import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAwake } from './awake.ts'

function phone() {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const held: EventTarget[] = []
  let refuses = false
  const wakeLock = {
    request() {
      if (refuses) return Promise.reject(new DOMException('', 'NotAllowedError'))
      const sentinel = Object.assign(new EventTarget(), {
        release() {
          held.splice(held.indexOf(sentinel), 1)
          return Promise.resolve()
        },
      })
      held.push(sentinel)
      return Promise.resolve(sentinel)
    },
  } as unknown as WakeLock
  return {
    wakeLock,
    document: page as unknown as Document,
    held,
    refuse: (yes: boolean) => (refuses = yes),
    show(visible: boolean) {
      page.visibilityState = visible ? 'visible' : 'hidden'
      // The phone takes the lock before it tells the page.
      if (!visible) for (const sentinel of held.splice(0)) sentinel.dispatchEvent(new Event('release'))
      page.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('keeps the screen on while it runs, and lets go when it stops', async () => {
  const { wakeLock, document, held } = phone()
  const awake = createAwake({ wakeLock, document })
  awake.start()
  await settled()
  assert.deepEqual([awake.state.value, held.length], ['on', 1])
  awake.close()
  assert.deepEqual([awake.state.value, held.length], ['off', 0])
})

test('asks again when the page is shown again', async () => {
  const { wakeLock, document, held, show } = phone()
  const awake = createAwake({ wakeLock, document })
  awake.start()
  await settled()
  show(false)
  assert.equal(awake.state.value, 'paused')
  show(true)
  await settled()
  assert.deepEqual([awake.state.value, held.length], ['on', 1])
  awake.close()
})

test('a lock that comes after the stop is given back', async () => {
  const { wakeLock, document, held } = phone()
  const awake = createAwake({ wakeLock, document })
  awake.start()
  awake.stop()
  await settled()
  assert.deepEqual([awake.state.value, held.length], ['off', 0])
  awake.close()
})

test('a phone that refused is asked again every 30 s while the page is shown', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const { wakeLock, document, held, refuse, show } = phone()
  refuse(true)
  const awake = createAwake({ wakeLock, document })
  awake.start()
  await settled()
  assert.equal(awake.state.value, 'paused')
  refuse(false)
  show(false)
  t.mock.timers.tick(30_000)
  await settled()
  assert.equal(awake.state.value, 'paused')
  refuse(true)
  show(true)
  await settled()
  refuse(false)
  t.mock.timers.tick(30_000)
  await settled()
  assert.deepEqual([awake.state.value, held.length], ['on', 1])
  awake.close()
})

test('nothing is said before the phone has answered', async () => {
  const { wakeLock, document, show } = phone()
  const awake = createAwake({ wakeLock, document })
  awake.start()
  assert.equal(awake.state.value, 'asking')
  await settled()
  awake.stop()
  show(false)
  awake.start()
  assert.equal(awake.state.value, 'paused')
  awake.close()
})

test('says when a phone refuses, and when a browser cannot at all', async () => {
  const { wakeLock, document, refuse } = phone()
  refuse(true)
  const refused = createAwake({ wakeLock, document })
  refused.start()
  await settled()
  assert.equal(refused.state.value, 'paused')
  refused.close()
  const without = createAwake({ wakeLock: undefined, document })
  without.start()
  assert.equal(without.state.value, 'unavailable')
  without.close()
})
