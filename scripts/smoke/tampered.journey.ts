// A box that swaps the keys of a connection: between verified phones it is refused and both say so; between others it would hear and
// see everything, which is why they say that they are not verified.

import assert from 'node:assert/strict'
import { nightText } from '../../public/text/en-night.ts'
import type { Eavesdropper } from './eavesdropper.ts'
import { openEavesdropper } from './eavesdropper.ts'
import type { Family } from './house.ts'
import { createHouse } from './house.ts'
import { expectVerified, verifyPhone } from './household.ts'
import type { Phone } from './phone.ts'
import { openProxy } from './proxy.ts'
import type { Proxy } from './proxy.ts'
import { expectMovingPicture, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()
const words = nightText.household
const promisedMs = 2000

interface Tampered {
  readonly baby: Phone
  readonly parent: Phone
  readonly eavesdropper: Eavesdropper
}

/** All of them behind a box that may meddle; the parent has yet to open its station. */
async function setUp(family: Family, walk: (tampered: Tampered) => Promise<void>): Promise<void> {
  const eavesdropper = await openEavesdropper(await family.phone('eavesdropper', { account: null, path: null }))
  const proxy: Proxy = await openProxy(family.box, eavesdropper)
  try {
    const baby = await family.phone('baby', { url: proxy.url })
    const parent = await family.phone('parent', { url: proxy.url })
    for (const phone of [baby, parent]) phone.expectErrors(/WebSocket connection to .* failed/)
    await startBaby(baby, family.account)
    await walk({ baby, parent, eavesdropper })
    for (const phone of [baby, parent]) await phone.close()
  } finally {
    await proxy.close()
  }
}

const framesAt = (phone: Phone): Promise<number> =>
  phone.page.evaluate(async () => {
    let frames = 0
    for (const connection of window.observed.connections) {
      const report = await connection.getStats()
      report.forEach((stats: Partial<RTCInboundRtpStreamStats>) => {
        if (stats.type === 'inbound-rtp') frames += (stats.framesDecoded ?? 0) + (stats.bytesReceived ?? 0)
      })
    }
    return frames
  })

house.journey('a box that listens in hears and sees phones that are not verified, and they say so', async (family) => {
  await setUp(family, async ({ parent, baby, eavesdropper }) => {
    eavesdropper.listen(true)
    await openParent(parent)
    await expectMovingPicture(parent)
    assert.ok((await eavesdropper.frames()) > 0, 'the attack of the next journey is a real one')
    await expectVerified(parent, false)
    await expectVerified(baby, false)
  })
})

house.journey('verified phones refuse a box that listens in, within 2 s and before any media', async (family) => {
  await setUp(family, async ({ parent, baby, eavesdropper }) => {
    await verifyPhone(baby, parent, family.account)
    eavesdropper.listen(true)
    await openParent(parent)
    await parent.sees(words.refused.parent.changed)
    const tookMs = performance.now() - (eavesdropper.swappedMs ?? 0)
    assert.ok(tookMs < promisedMs, `it took ${Math.round(tookMs)} ms`)
    await until('the baby says so', async () => /The box has changed the keys/.test(await baby.text()))
    // Tried again, and refused again.
    const { length } = await until(
      'another attempt',
      () => parent.page.evaluate(() => window.observed.connections.map(({ connectionState }) => connectionState)),
      (states) => states.length >= 3,
    )
    assert.ok(length >= 3)
    assert.equal(await framesAt(parent), 0, 'nothing was received')
    assert.equal(await eavesdropper.frames(), 0, 'and nothing was heard in between')

    eavesdropper.listen(false)
    await expectMovingPicture(parent)
    await expectVerified(parent, true)
    await expectVerified(baby, true)
    assert.ok(!(await parent.text()).includes(words.refused.parent.changed))
  })
})

house.journey('phones that were verified refuse a box that takes the proofs away', async (family) => {
  const strip = { on: false }
  const proxy = await openProxy(family.box, {
    async meddle(frame) {
      const [header, payload] = frame.split('\n', 2)
      if (!strip.on || payload === undefined) return frame
      return `${header}\n${JSON.stringify({ ...(JSON.parse(payload) as object), proof: undefined })}`
    },
  })
  try {
    const baby = await family.phone('baby', { url: proxy.url })
    const parent = await family.phone('parent', { url: proxy.url })
    for (const phone of [baby, parent]) phone.expectErrors(/WebSocket connection to .* failed/)
    await startBaby(baby, family.account)
    await verifyPhone(baby, parent, family.account)
    await openParent(parent)
    await expectMovingPicture(parent)
    await expectVerified(parent, true)
    strip.on = true
    await parent.go('/parent')
    await parent.sees(words.refused.parent.unproven)
    assert.equal(await framesAt(parent), 0)
    // A person may take it as it is, at both ends.
    await parent.tap('button', words.accept)
    await baby.tap('button', words.accept)
    await until('it plays', async () => (await framesAt(parent)) > 0)
    await expectVerified(parent, false)
    for (const phone of [baby, parent]) await phone.close()
  } finally {
    await proxy.close()
  }
})
