import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createOutgoing } from './outgoing.ts'

function fakeTrack(width: number): MediaStreamTrack {
  return { kind: 'video', getSettings: () => ({ width }) } as MediaStreamTrack
}

/** A sender whose replacements are done only when they are told to be. */
function setUp() {
  const own = fakeTrack(1280)
  const cropped = fakeTrack(1280)
  const pending: (() => void)[] = []
  let refuses = false
  const parameters: { encodings: RTCRtpEncodingParameters[] } = { encodings: [{ scaleResolutionDownBy: 1 }] }
  const sender = {
    track: own as MediaStreamTrack | null,
    replaceTrack(track: MediaStreamTrack | null) {
      if (refuses) return Promise.reject(new DOMException('', 'InvalidStateError'))
      return new Promise<void>((resolve) => {
        pending.push(() => {
          sender.track = track
          resolve()
        })
      })
    },
    getParameters: () => structuredClone(parameters) as RTCRtpSendParameters,
    setParameters(next: RTCRtpSendParameters) {
      sets += 1
      if (failing === 0) {
        Object.assign(parameters, next)
        return Promise.resolve()
      }
      failing -= 1
      return Promise.reject(new DOMException('', 'InvalidModificationError'))
    },
  }
  let failures = 0
  let sets = 0
  let failing = 0
  const outgoing = createOutgoing(sender as unknown as RTCRtpSender, () => (failures += 1))
  return {
    outgoing,
    own,
    cropped,
    sender,
    parameters,
    failures: () => failures,
    sets: () => sets,
    refuse: () => (refuses = true),
    failNext: (times: number) => (failing = times),
    async finish() {
      await settled()
      const finished = pending.length
      for (const finishOne of pending.splice(0)) finishOne()
      await settled()
      return finished
    },
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('the last wanted track is sent, however fast it changes', async () => {
  const { outgoing, own, cropped, sender, finish } = setUp()
  outgoing.replace(cropped)
  await settled()
  outgoing.replace(own)
  assert.equal(await finish(), 1)
  assert.equal(await finish(), 1)
  assert.equal(sender.track, own)
})

test('tracks that were wanted only in between are never sent', async () => {
  const { outgoing, own, cropped, sender, finish } = setUp()
  outgoing.replace(cropped)
  outgoing.replace(null)
  outgoing.replace(own)
  assert.equal(await finish(), 0)
  assert.equal(sender.track, own)
})

test('a larger picture is encoded smaller', async () => {
  const { outgoing, parameters, finish } = setUp()
  outgoing.replace(fakeTrack(2560))
  await finish()
  assert.deepEqual(parameters.encodings, [{ scaleResolutionDownBy: 2 }])
})

test('limits hold for this picture and the next, and what is not limited any more is free', async () => {
  const { outgoing, parameters, finish } = setUp()
  outgoing.limit({ side: 640, maxBitrate: 400_000, maxFramerate: 15, degradationPreference: 'maintain-framerate' })
  await settled()
  const low = { maxBitrate: 400_000, maxFramerate: 15 }
  assert.deepEqual(parameters.encodings, [{ scaleResolutionDownBy: 2, ...low }])
  outgoing.replace(fakeTrack(1920))
  await finish()
  assert.deepEqual(parameters.encodings, [{ scaleResolutionDownBy: 3, ...low }])
  outgoing.limit({ side: 1920 })
  await settled()
  assert.deepEqual(parameters, {
    encodings: [{ scaleResolutionDownBy: 1 }],
    degradationPreference: 'maintain-framerate',
  })
})

test('what is limited to what it was is not set again', async () => {
  const { outgoing, sets } = setUp()
  for (let turn = 0; turn < 1000; turn++) outgoing.limit({ side: 640 })
  await settled()
  assert.equal(sets(), 1)
})

test('limits that came while a description was being made are set all the same', async () => {
  const { outgoing, parameters, sets, failures, failNext } = setUp()
  failNext(1)
  outgoing.limit({ side: 320 })
  await settled()
  assert.equal(sets(), 2)
  assert.deepEqual(parameters.encodings, [{ scaleResolutionDownBy: 4 }])
  failNext(Infinity)
  outgoing.limit({ side: 160 })
  await settled()
  assert.equal(failures(), 0)
})

test('a sender that cannot go on ends the call', async () => {
  const { outgoing, refuse, failures } = setUp()
  refuse()
  outgoing.replace(null)
  await settled()
  assert.equal(failures(), 1)
})
