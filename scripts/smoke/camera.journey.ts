// The camera of the Baby Station as a parent sets it: another one, none for a while, and less of its picture.

import assert from 'node:assert/strict'
import { cameraText } from '../../public/text/en-camera.ts'
import { parentText } from '../../public/text/en-parent.ts'
import { expectAbsence } from './absence.ts'
import { createHouse } from './house.ts'
import type { Phone } from './phone.ts'
import {
  expectLive,
  expectMovingPicture,
  expectSound,
  expectStatus,
  openParent,
  pressStart,
  startBaby,
} from './stations.ts'
import { until } from './wait.ts'

// Chromium's second camera gives depths, which nothing encodes; the third one gives pictures again.
const house = createHouse({ camera: 'large', cameras: 3 })

/** Of the cameras that the baby's page ever had: which one, and whether it is on. */
function cameras(baby: Phone): Promise<readonly { readonly id: string; readonly on: boolean }[]> {
  return baby.page.evaluate(() =>
    window.observed.captured
      .filter(({ kind }) => kind === 'video')
      .map((track) => ({ id: track.getSettings().deviceId ?? '', on: track.readyState === 'live' })),
  )
}

/** Longest side of the picture that goes out, in pixels. */
function sentSide(baby: Phone): Promise<number> {
  return baby.page.evaluate(async () => {
    let side = 0
    for (const connection of window.observed.connections) {
      if (connection.connectionState !== 'connected') continue
      const stats = await connection.getStats()
      stats.forEach((one: { type: string; frameWidth?: number; frameHeight?: number }) => {
        if (one.type === 'outbound-rtp') side = Math.max(side, one.frameWidth ?? 0, one.frameHeight ?? 0)
      })
    }
    return side
  })
}

house.journey(
  'a parent switches cameras, turns the picture off and on again, and takes less of it, all without the box; it stays live',
  async (family) => {
    const baby = await family.phone('baby')
    await startBaby(baby, family.account)
    // From now on the browser tells what its cameras are called.
    await baby.tap('button', 'Stop')
    await baby.choose('Camera', 'fake_device_2')
    await pressStart(baby, family.account)
    const parent = await family.phone('parent')
    await openParent(parent)
    await expectLive(parent)
    await parent.page.locator(`::-p-xpath(//summary[text()="${cameraText.title}"])`).click()
    const { front, back } = cameraText.facing
    const facing = async (): Promise<string | undefined> => {
      const text = await parent.text()
      return [front, back].find((words) => text.includes(words))
    }
    const first = await until('the parent is told which camera is on', facing)
    expectAbsence(baby, parent)
    await family.box.kill()
    await parent.tap('button', cameraText.switchCamera)
    await until(
      'the other camera is on, and the first one off',
      () => cameras(baby),
      (all) => all.length === 3 && all[1]?.on === false && all[2]?.on === true && all[1].id !== all[2].id,
    )
    await until('the parent is told that it is the other one', facing, (now) => now !== undefined && now !== first)
    await expectMovingPicture(parent)
    await expectStatus(parent, 'Live')

    await parent.choose(cameraText.quality, cameraText.qualities['sound-only'])
    await until(
      'all cameras are off',
      () => cameras(baby),
      (all) => all.every(({ on }) => !on),
    )
    await parent.sees(parentText.soundOnly)
    await baby.sees(cameraText.offHere)
    await expectSound(parent)
    await expectStatus(parent, 'Live')

    await parent.choose(cameraText.quality, cameraText.qualities.low)
    await until(
      'the camera that was on last is on again',
      () => cameras(baby),
      (all) => all.length === 4 && all[3]?.on === true && all[3].id === all[2]?.id,
    )
    await expectMovingPicture(parent)
    await expectStatus(parent, 'Live')
    await until(
      'a small picture goes out',
      () => sentSide(baby),
      (side) => side > 0 && side <= 640,
    )
    assert.ok(!(await parent.text()).includes(cameraText.torch), 'no lamp is offered where there is none')
  },
)
