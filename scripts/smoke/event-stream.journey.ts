// A phone that refuses the socket uses the event stream, and nobody notices.

import assert from 'node:assert/strict'
import { createHouse } from './house.ts'
import { expectForgotten, expectLive, expectStatus, openParent, startBaby } from './stations.ts'
import { openProxy } from './proxy.ts'
import { measure } from './wait.ts'

const house = createHouse()
const promisedMs = 3000

house.journey('with sockets refused, the event stream carries everything for both stations', async (family) => {
  const proxy = await openProxy(family.box)
  try {
    const baby = await family.phone('baby', { url: proxy.url })
    const parent = await family.phone('parent', { url: proxy.url })
    for (const phone of [baby, parent]) phone.expectErrors(/WebSocket connection to .* failed/)
    const session = await startBaby(baby, family.account)
    const tookMs = await measure(async () => {
      await openParent(parent)
      await expectStatus(parent, 'Live', promisedMs)
    })
    assert.ok(tookMs < promisedMs, `it took ${tookMs} ms`)
    await expectLive(parent)
    assert.ok(proxy.counted.refused >= 2, 'both have tried the socket')
    assert.ok(proxy.counted.streams >= 2)
    assert.ok(proxy.counted.messages >= 4)
    await baby.tap('button', 'Stop')
    await expectStatus(parent, 'Baby Station stopped')
    await expectForgotten(family.account, session)
    // The proxy goes next: the parent still has its stream, and the baby may be about to hear that it was forgotten.
    for (const phone of [baby, parent]) await phone.close()
  } finally {
    await proxy.close()
  }
})

house.journey('a socket that throws leads to the event stream', async (family) => {
  const baby = await family.phone('baby')
  const parent = await family.phone('parent')
  for (const phone of [baby, parent]) {
    await phone.page.evaluate(() => {
      window.WebSocket = new Proxy(window.WebSocket, {
        construct() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    })
  }
  await startBaby(baby, family.account)
  await openParent(parent)
  await expectLive(parent)
})
