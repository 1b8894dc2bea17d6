import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import type { StationState } from '../shared/station-protocol.ts'
import { createMicrophone, restMs } from './microphone.ts'
import { createTalk } from './talk.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval', 'setTimeout', 'Date'] })
  const done: string[] = []
  const look: { visibilityState: DocumentVisibilityState } = { visibilityState: 'visible' }
  const page = Object.assign(new EventTarget(), look)
  const audioSession = { type: 'playback' }
  const given: (EventTarget & { stop(): void })[] = []
  const phone = { refuses: '' }
  const media = {
    getUserMedia: () => {
      done.push('ask')
      if (phone.refuses !== '') return Promise.reject(new DOMException('', phone.refuses))
      const track = Object.assign(new EventTarget(), { stop: () => void done.push('give back') })
      given.push(track)
      return Promise.resolve({ getAudioTracks: () => [track] } as unknown as MediaStream)
    },
  }
  const state = signal<StationState | null>(null)
  const baby = { takes: true as boolean | null, isThere: true }
  let tellFloor: (yours: boolean) => void = () => undefined
  const talk = createTalk({
    now: () => Date.now(),
    page,
    microphone: createMicrophone({ media, audioSession }),
    night: {
      state,
      say(message) {
        if (message.type === 'talk') done.push(message.on ? 'on' : 'off')
        return baby.isThere
      },
      speak: (track) => done.push(track === null ? 'silence' : 'voice'),
      takesVoice: () => baby.takes,
      onFloor(listener) {
        tellFloor = listener
        return () => undefined
      },
    },
  })
  t.after(() => talk.close())
  const says = (name: string | null): void => {
    state.value = { talking: name } as StationState
  }
  return {
    talk,
    done,
    page,
    audioSession,
    given,
    phone,
    baby,
    says,
    floor: (yours: boolean) => tellFloor(yours),
    tick: (ms: number) => t.mock.timers.tick(ms),
    take: () => done.splice(0),
  }
}

test('the first press asks for the microphone, and no other press within half a minute does', async (t) => {
  const { talk, take, tick, floor, audioSession } = setUp(t)
  assert.deepEqual(take(), ['silence'])
  talk.press()
  await settled()
  assert.deepEqual(take(), ['ask', 'voice', 'on'])
  assert.equal(audioSession.type, 'play-and-record')
  floor(true)
  assert.equal(talk.somebody.value, true)
  tick(1000)
  talk.release()
  assert.deepEqual(take(), ['on', 'silence', 'off'])
  tick(restMs - 1000)
  talk.press()
  tick(restMs)
  assert.equal(talk.talk.value.state, 'talking', 'it is not given back in the middle of a sentence')
  talk.release()
  take()
  tick(restMs)
  assert.deepEqual(take(), ['give back'])
  assert.equal(audioSession.type, 'playback')
  talk.press()
  assert.deepEqual(take(), ['ask'])
})

test('a press that ended under the question sends nothing', async (t) => {
  const { talk, take } = setUp(t)
  talk.press()
  talk.release()
  await settled()
  assert.deepEqual(talk.talk.value, { state: 'ready' })
  assert.deepEqual(take(), ['silence', 'ask'])
})

test('the second is told and sends nothing until it is its turn', async (t) => {
  const { talk, take, floor, says } = setUp(t)
  talk.press()
  await settled()
  take()
  floor(false)
  says('Mum’s phone')
  assert.deepEqual(take(), ['silence'])
  assert.equal(talk.talk.value.state, 'waiting')
  assert.equal(talk.other.value, 'Mum’s phone')
  floor(true)
  assert.deepEqual(take(), ['voice'])
})

test('its own echo in what the baby says is nobody else', async (t) => {
  const { talk, floor, says } = setUp(t)
  talk.press()
  await settled()
  floor(true)
  says('Dad’s phone')
  talk.release()
  assert.equal(talk.other.value, null)
  assert.equal(talk.somebody.value, true, 'the last word is still on its way')
  says(null)
  assert.equal(talk.somebody.value, false)
  says('Mum’s phone')
  assert.equal(talk.other.value, 'Mum’s phone')
})

test('a baby that cannot be reached, cannot play, or goes away, is no secret', async (t) => {
  const { talk, baby, tick, take } = setUp(t)
  baby.takes = null
  talk.press()
  assert.deepEqual(talk.talk.value, { state: 'idle', why: 'unheard' })
  baby.takes = false
  talk.press()
  assert.deepEqual(talk.talk.value, { state: 'idle', why: 'old' })
  assert.deepEqual(take(), ['silence'], 'the microphone was not even asked for')
  baby.takes = true
  talk.press()
  await settled()
  baby.isThere = false
  tick(1000)
  assert.deepEqual(talk.talk.value, { state: 'idle', why: 'unheard' })
  assert.equal(take().includes('silence'), true)
})

test('a refused microphone and one that is taken say why', async (t) => {
  const { talk, phone, given, take } = setUp(t)
  phone.refuses = 'NotAllowedError'
  talk.press()
  await settled()
  assert.deepEqual(talk.talk.value, { state: 'refused', why: 'blocked' })
  talk.release()
  phone.refuses = ''
  talk.press()
  await settled()
  take()
  given[0]?.dispatchEvent(new Event('ended'))
  assert.deepEqual(talk.talk.value, { state: 'refused', why: 'taken' })
  assert.deepEqual(take(), ['give back', 'silence', 'off'])
})

test('a page that is hidden lets go, and one that is left gives the microphone back', async (t) => {
  const { talk, page, take } = setUp(t)
  talk.press()
  await settled()
  page.visibilityState = 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
  assert.equal(talk.talk.value.state, 'idle')
  take()
  talk.close()
  assert.deepEqual(take(), ['silence', 'give back'])
})
