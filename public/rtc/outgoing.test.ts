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
    getParameters: () => parameters as RTCRtpSendParameters,
    setParameters: () => Promise.resolve(),
  }
  let failures = 0
  const outgoing = createOutgoing(sender as unknown as RTCRtpSender, () => (failures += 1))
  return {
    outgoing,
    own,
    cropped,
    sender,
    parameters,
    failures: () => failures,
    refuse: () => (refuses = true),
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

test('a sender that cannot go on ends the call', async () => {
  const { outgoing, refuse, failures } = setUp()
  refuse()
  outgoing.replace(null)
  await settled()
  assert.equal(failures(), 1)
})
