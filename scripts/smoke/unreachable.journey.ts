// Two phones that cannot reach each other, as on a guest Wi-Fi: the parent is told why, and it goes on trying.

import assert from 'node:assert/strict'
import { explainingText } from '../../public/text/en-explaining.ts'
import { createHouse } from './house.ts'
import type { Phone } from './phone.ts'
import { expectLive, expectStatus, openParent, startBaby } from './stations.ts'

const house = createHouse()
const promisedMs = 10_000

/** While it is set, connections that the page makes find no way: they may use relays only, and there are none. */
async function cutOff(phone: Phone, yes: boolean): Promise<void> {
  await phone.page.evaluate((isCutOff) => {
    const cut = window as Window & { isCutOff?: boolean }
    if (cut.isCutOff === undefined) {
      window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
        construct(target, [configuration, ...rest]: [RTCConfiguration?, ...unknown[]], newTarget) {
          const policy: RTCConfiguration = cut.isCutOff ? { iceTransportPolicy: 'relay' } : {}
          return Reflect.construct(target, [{ ...configuration, ...policy }, ...rest], newTarget) as object
        },
      })
    }
    cut.isCutOff = isCutOff
  }, yes)
}

house.journey('a parent who cannot reach the baby is told why after 10 s, and connects when it can', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await cutOff(parent, true)
  await openParent(parent)
  await expectStatus(parent, 'Connecting')
  await parent.sees(explainingText.explanations['cannot-reach'], promisedMs + 2000)
  await expectStatus(parent, 'Connecting')
  const tried = await parent.page.evaluate(() => window.observed.connections.length)
  assert.ok(tried >= 2, `it has tried ${tried} times`)
  await cutOff(parent, false)
  await expectLive(parent)
})
