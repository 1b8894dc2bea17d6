// The screens by night: the Baby Station black or a lamp while the camera goes on, and the parent's beside the bed.

import assert from 'node:assert/strict'
import { nightText } from '../../public/text/en-night.ts'
import { bedsideText, conditionText, stopwatchText } from '../../public/text/en-bedside.ts'
import { roomText } from '../../public/text/en-room.ts'
import { expectAbsence } from './absence.ts'
import { createHouse } from './house.ts'
import type { Phone } from './phone.ts'
import { expectMovingPicture, expectSound, expectStatus, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()
const { dim, light } = roomText

/** The colour that a screen has near its four corners: where a thumb and a clock seldom are. */
async function corners(phone: Phone): Promise<readonly (readonly number[])[]> {
  const shot = await phone.page.screenshot({ encoding: 'base64' })
  return phone.page.evaluate(async (data) => {
    const picture = new Image()
    picture.src = `data:image/png;base64,${data}`
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = picture.width
    canvas.height = picture.height
    const drawing = canvas.getContext('2d')
    drawing?.drawImage(picture, 0, 0)
    return [4, picture.width - 5].flatMap((x) =>
      [4, picture.height - 5].map((y) => [...(drawing?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3)),
    )
  }, shot)
}

const isBlack = (all: readonly (readonly number[])[]): boolean => all.flat().every((value) => value === 0)

async function stageBattery(phone: Phone): Promise<(level: number) => Promise<void>> {
  await phone.page.evaluateOnNewDocument(() => {
    const battery = Object.assign(new EventTarget(), { level: 0.8, charging: false })
    Object.assign(navigator, { getBattery: () => Promise.resolve(battery) })
    Object.assign(window, { battery })
  })
  return (level) =>
    phone.page.evaluate((next) => {
      const { battery } = window as unknown as { battery: EventTarget & { level: number } }
      battery.level = next
      battery.dispatchEvent(new Event('levelchange'))
    }, level)
}

house.journey(
  'dimmed or a lamp, from either station, the Baby Station goes on; and a parent’s screen for the night',
  async (family) => {
    const baby = await family.phone('baby', { path: null })
    const setBattery = await stageBattery(baby)
    await baby.go('/')
    await startBaby(baby, family.account)
    const parent = await family.phone('parent')
    await openParent(parent)
    await expectStatus(parent, 'Live')
    await parent.sees(conditionText.battery(80))
    expectAbsence(baby, parent)
    await family.box.kill()

    await baby.tap('button', dim.dim)
    await baby.find('button', dim.back)
    assert.ok(isBlack(await corners(baby)), 'black is black')
    await parent.sees(dim.hint)
    await expectMovingPicture(parent)
    await expectSound(parent)
    await baby.tap('button', dim.back)
    await baby.find('button', 'Stop')
    await until('the parent knows', async () => !(await parent.text()).includes(dim.hint))

    await parent.tap('button', light.light)
    await baby.find('button', light.show)
    const lit = await until(
      'the lamp is red',
      () => corners(baby),
      (all) => all.every(([red = 0, green = 0, blue = 0]) => red > 90 && red > 1.5 * green && blue < green),
    )
    await parent.page.focus(`::-p-aria([name="${light.brightness}"][role="slider"])`)
    await parent.page.keyboard.press('End')
    await until(
      'it is brighter',
      () => corners(baby),
      (all) => all.every(([red = 0], index) => red > (lit[index]?.[0] ?? 255)),
    )
    await expectMovingPicture(parent)
    await parent.tap('button', dim.dim)
    await baby.find('button', dim.back)
    assert.ok(isBlack(await corners(baby)))
    await baby.tap('button', dim.back)

    await parent.tap('button', bedsideText.bedside)
    await parent.sees(bedsideText.live)
    assert.ok(isBlack(await corners(parent)))
    await parent.tap('button', bedsideText.back)
    await parent.page.locator(`::-p-text(${stopwatchText.title})`).click()
    await parent.tap('button', stopwatchText.start.feed)
    await parent.tap('button', stopwatchText.end.feed)
    await parent.find('button', stopwatchText.start.feed)

    await setBattery(0.2)
    await parent.sees(nightText.proof.notes['battery-low'])
    await baby.sees(conditionText.own(20))
    assert.equal(await parent.has('button', nightText.alarm.awake), false)
    await setBattery(0.1)
    await parent.sees(nightText.alarm.causes['battery-critical'].sentence)
    await parent.tap('button', nightText.alarm.awake)
  },
)
