// A test in a house of its own; where there can be none, it is reported as skipped, by its name.

import { test } from 'node:test'
import { whyNoAvahi } from './avahi.ts'
import { openHouse, whyNoHouse, type House } from './house.ts'

/** Enough for a short walk. */
const walkMs = 180_000
const reason = whyNoHouse() ?? whyNoAvahi()

export function inHouse(
  name: string,
  rooms: readonly string[],
  walk: (house: House) => Promise<void>,
  timeoutMs = walkMs,
): void {
  const skip = reason === null ? false : `There can be no house here: ${reason}`
  test(name, { skip, timeout: timeoutMs }, async () => {
    const house = await openHouse({ rooms })
    try {
      await walk(house)
    } finally {
      house.close()
    }
  })
}
