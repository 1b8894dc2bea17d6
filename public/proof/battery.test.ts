import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { test } from 'node:test'
import { createBattery } from './battery.ts'
import { criticalLevel, isLow } from './low-battery.ts'

class Manager extends EventTarget {
  level = 0.8
  charging = false
}

test('the battery is told at once and each time that it changes, until it is closed', async () => {
  const manager = new Manager()
  const battery = createBattery({ getBattery: () => Promise.resolve(manager) })
  const levels: (number | undefined)[] = []
  battery.power.subscribe((power) => levels.push(power?.level))
  await setImmediate()
  assert.deepEqual(battery.power.value, { level: 0.8, charging: false })
  manager.level = 0.79
  manager.dispatchEvent(new Event('levelchange'))
  manager.charging = true
  manager.dispatchEvent(new Event('chargingchange'))
  assert.deepEqual(battery.power.value, { level: 0.79, charging: true })
  battery.close()
  manager.level = 0.1
  manager.dispatchEvent(new Event('levelchange'))
  assert.deepEqual(levels, [undefined, 0.8, 0.79, 0.79])
})

test('a browser that does not tell, or will not, or tells nonsense, tells nothing', async () => {
  const nonsense = new Manager()
  nonsense.level = NaN
  for (const phone of [
    {},
    { getBattery: () => Promise.reject(new Error('not here')) },
    { getBattery: () => Promise.resolve(nonsense) },
  ]) {
    const battery = createBattery(phone)
    await setImmediate()
    assert.equal(battery.power.value, null)
  }
})

for (const [power, low, critical] of [
  [{ level: 0.21, charging: false }, false, false],
  [{ level: 0.2, charging: false }, true, false],
  [{ level: 0.1, charging: false }, true, true],
  [{ level: 0.1, charging: true }, false, false],
  [null, false, false],
] as const) {
  test(`${JSON.stringify(power)} is ${critical ? 'critical' : low ? 'low' : 'no trouble'}`, () => {
    assert.equal(isLow(power), low)
    assert.equal(isLow(power, criticalLevel), critical)
  })
}
