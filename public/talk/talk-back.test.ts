import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import type { CallId, DeviceId } from '../shared/protocol.ts'
import { goneMs } from './floor.ts'
import { createTalkBack } from './talk-back.ts'

const mother = 'mother' as CallId
const father = 'father' as CallId
const turned = 'turned' as CallId
const motherAgain = 'mother, again' as CallId
const device = (name: string): DeviceId => name as DeviceId

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval', 'setTimeout', 'Date'] })
  const connected = signal<ReadonlySet<CallId>>(new Set([mother, father, motherAgain, turned]))
  const said: string[] = []
  const played: (string | null)[] = []
  const trackOf = (id: string): MediaStreamTrack => ({ id }) as MediaStreamTrack
  const audioLevel = { now: 0.1 }
  const talkBack = createTalkBack({
    now: () => Date.now(),
    calls: {
      connected,
      everybody: signal(
        new Map([
          [mother, { device: device('hers'), name: 'Mum’s phone' }],
          [motherAgain, { device: device('hers'), name: 'Mum’s phone' }],
          [father, { device: device('his'), name: null }],
          [turned, { device: device('other'), name: 'a\u202Eb' }],
        ]),
      ),
      say: (message, only) => message.type === 'floor' && said.push(`${only} ${message.yours}`),
      receiver: (call) => ({
        track: trackOf(call),
        getStats: () => Promise.resolve(new Map([['', { type: 'inbound-rtp', audioLevel: audioLevel.now }]])),
      }),
    },
    loudspeaker: { play: (track) => played.push(track?.id ?? null), close: () => played.push('closed') },
  })
  t.after(() => talkBack.close())
  const talk = (call: CallId, on: boolean): void => talkBack.hear(call, { type: 'talk', on })
  return { talkBack, talk, said, played, connected, audioLevel, tick: (ms: number) => t.mock.timers.tick(ms) }
}

test('plays whoever talks first, by name, and tells the second', async (t) => {
  const { talkBack, talk, said, played, audioLevel, tick } = setUp(t)
  assert.equal(talkBack.playingDb(), null)
  talk(mother, true)
  talk(father, true)
  assert.equal(talkBack.talking.value, 'Mum’s phone')
  assert.deepEqual(said, ['mother true', 'father false'])
  tick(100)
  await settled()
  assert.equal(Math.round(talkBack.playingDb() ?? 0), -20)
  audioLevel.now = 0
  tick(100)
  await settled()
  assert.equal(talkBack.playingDb(), null, 'a pause between two words')
  talk(mother, false)
  assert.equal(talkBack.talking.value, null)
  assert.deepEqual(played, [null, 'mother', null])
})

test('the second has its turn after that, and one without a name is a parent all the same', (t) => {
  const { talkBack, talk, said, tick } = setUp(t)
  talk(mother, true)
  talk(father, true)
  tick(100)
  talk(mother, false)
  talk(father, true)
  assert.deepEqual(said, ['mother true', 'father false', 'father true'])
  assert.equal(talkBack.talking.value, 'A parent')
})

test('a name that would turn the line around is not shown', (t) => {
  const { talkBack, talk } = setUp(t)
  talk(turned, true)
  assert.equal(talkBack.talking.value, 'A parent')
})

test('a phone that presses and lets go a thousand times a second is played a few times, and the last counts', (t) => {
  const { talkBack, talk, said, played, tick } = setUp(t)
  for (let count = 0; count < 1000; count++) {
    talk(mother, true)
    talk(mother, false)
    tick(1)
  }
  tick(200)
  assert.equal(talkBack.talking.value, null)
  assert.ok(said.length <= 12 && played.length <= 24, `${said.length} words, ${played.length} changes`)
})

test('one that is gone is not played any more', (t) => {
  const { talkBack, talk, connected, tick } = setUp(t)
  talk(mother, true)
  tick(goneMs - 500)
  assert.equal(talkBack.talking.value, 'Mum’s phone')
  tick(500)
  assert.equal(talkBack.talking.value, null)
  talk(mother, true)
  connected.value = new Set([father])
  assert.equal(talkBack.talking.value, null)
})

test('a phone that was cut off goes on in its next call', (t) => {
  const { talk, said, played } = setUp(t)
  talk(mother, true)
  talk(motherAgain, true)
  assert.deepEqual(said, ['mother true', 'mother, again true'])
  assert.equal(played[played.length - 1], 'mother, again')
})

test('nothing else that a parent says makes a sound', (t) => {
  const { talkBack, played } = setUp(t)
  talkBack.hear(mother, { type: 'listening', hears: true })
  talkBack.hear(mother, { type: 'floor', yours: true })
  assert.deepEqual(played, [null])
})
