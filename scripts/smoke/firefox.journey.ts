// Firefox at one end and Chromium at the other: picture, sound and talk, each way round; as baby its zoom, night picture and
// dimmed screen; as parent its files.

import assert from 'node:assert/strict'
import { babyText } from '../../public/text/en-baby.ts'
import { cameraText } from '../../public/text/en-camera.ts'
import { recordingText } from '../../public/text/en-recording.ts'
import { roomText } from '../../public/text/en-room.ts'
import { talkText } from '../../public/text/en-talk.ts'
import { expectAudible, expectLasts, expectSeekable, expectVisible, pixels, probe } from './file.ts'
import { firefoxProgram, openFirefox } from './firefox.ts'
import type { Family } from './house.ts'
import { createHouse } from './house.ts'
import { openPhone } from './phone.ts'
import type { Phone } from './phone.ts'
import { nearest } from './picture.ts'
import { names, press, record, savedFiles } from './recorder.ts'
import { expectLive, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse({ camera: 'moving quarters', skip: firefoxProgram === null && 'for want of firefox-esr' })

/** The energy of what has arrived from parents, as the browser counts what it plays. */
const heardEnergy = (baby: Phone): Promise<number> => baby.page.evaluate(() => window.observed.soundEnergy())

async function expectTalk(baby: Phone, parent: Phone): Promise<void> {
  const button = await parent.find('button', talkText.talk)
  await button.scrollIntoView()
  const { x, y } = await button.clickablePoint()
  await parent.page.mouse.move(x, y)
  await parent.page.mouse.down()
  await parent.sees(talkText.states.talking)
  const before = await heardEnergy(baby)
  await until(
    `${baby.label} plays what is said`,
    () => heardEnergy(baby),
    (now) => now - before > 0.001,
  )
  await parent.page.mouse.up()
}

async function expectMuteAndStop(baby: Phone, parent: Phone): Promise<void> {
  await parent.tap('button', 'Mute')
  await until('The picture is muted', () => parent.page.evaluate(() => document.querySelector('video')?.muted === true))
  await baby.tap('button', babyText.stop)
  await parent.sees('Baby Station stopped')
}

/** Firefox's camera gives one colour that changes slowly, and marks in its upper left corner, which zoom cuts off. */
function contrastOfMarks(parent: Phone): Promise<number> {
  return parent.page.evaluate(() => {
    const [width, height] = [64, 2]
    const drawing = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
    const video = document.querySelector('video')
    if (video === null || drawing === null) return NaN
    drawing.drawImage(video, 0, 0, width, height, 0, 0, width, height)
    const greens = [...drawing.getImageData(0, 0, width, height).data].filter((_, index) => index % 4 === 1)
    return Math.max(...greens) - Math.min(...greens)
  })
}

const sees = (parent: Phone, marks: boolean): Promise<number> =>
  until(
    `${parent.label} sees ${marks ? 'all of the picture' : 'the middle alone'}`,
    () => contrastOfMarks(parent),
    (contrast) => (marks ? contrast > 50 : contrast < 20),
  )

type Rgb = readonly [number, number, number]

/** What the camera itself gives, before the station changes it. */
function cameraColour(baby: Phone): Promise<Rgb> {
  return baby.page.evaluate(async () => {
    const track = window.observed.captured.find(({ kind, readyState }) => kind === 'video' && readyState === 'live')
    const video = document.createElement('video')
    video.muted = true
    video.srcObject = track === undefined ? null : new MediaStream([track])
    await video.play()
    const drawing = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')
    drawing?.drawImage(video, 320, 240, 1, 1, 0, 0, 1, 1)
    video.srcObject = null
    const [red = 0, green = 0, blue = 0] = drawing?.getImageData(0, 0, 1, 1).data ?? []
    return [red, green, blue] as const
  })
}

async function seenColour(parent: Phone): Promise<Rgb> {
  const [colour] = (await parent.page.evaluate(() => window.observed.colours([[0.5, 0.5]]))) ?? []
  return colour ?? [0, 0, 0]
}

const brightened = (colour: Rgb): Rgb => {
  const [red, green, blue] = colour.map((value) => 255 * (1 - (1 - value / 255) ** 4))
  return [red ?? 0, green ?? 0, blue ?? 0]
}

const distance = (one: Rgb, other: Rgb): number => Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)))

/** Dimmed, zoomed and brightened from the other station, on canvases: Firefox has no frames in workers. */
async function expectNight(baby: Phone, parent: Phone): Promise<void> {
  await sees(parent, true)
  await press(baby, roomText.dim.dim)
  await baby.find('button', roomText.dim.back)
  await parent.tap('button', cameraText.zoom.zoomIn)
  await parent.tap('button', cameraText.zoom.zoomIn)
  await sees(parent, false)
  await parent.tap('button', cameraText.zoom.reset)
  await sees(parent, true)
  await parent.page.locator(`::-p-xpath(//summary[text()="${cameraText.title}"])`).click()
  await parent.page.locator(`::-p-aria([name="${cameraText.nightPicture}"][role="checkbox"])`).click()
  await until(
    `${parent.label} sees the picture brightened`,
    async () => {
      const [given, seen] = await Promise.all([cameraColour(baby), seenColour(parent)])
      return { given, seen, toBright: distance(brightened(given), seen), toGiven: distance(given, seen) }
    },
    ({ toBright, toGiven }) => toBright < toGiven / 2,
  )
  await press(baby, roomText.dim.back)
  await baby.find('button', babyText.stop)
}

/** Firefox records WebM, which no other journey does. */
async function expectFiles(family: Family, parent: Phone): Promise<void> {
  const { file, ...span } = await record(family, parent, 3)
  assert.match(file, /\.webm$/)
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio', 'video'])
  expectLasts(found.seconds, span)
  await expectSeekable(file, found.seconds)
  await expectVisible(file, found.seconds)
  await expectAudible(file)

  await press(parent, recordingText.snapshot)
  const [snapshot = ''] = await savedFiles(family, names.picture)
  const picture = await pixels(snapshot)
  assert.deepEqual(
    [0.3, 0.7].map((x) => nearest(picture.at(x, 0.3))),
    ['red', 'green'],
  )

  // Without H.264 of sound alone, if nobody asks for more.
  await press(parent, recordingText.lastMinute)
  const [minute = ''] = await savedFiles(family, names.whole, 1, [file])
  assert.deepEqual((await probe(minute)).kinds, ['audio'])
  await expectAudible(minute)
}

house.journey('Firefox as baby and as parent', async (family) => {
  const firefox = await openFirefox()
  try {
    const inFirefox = async (label: string): Promise<Phone> => {
      const cookie = await family.account.logIn()
      const phone = await openPhone(firefox, label, { url: family.box.url, cookie, downloads: family.downloads })
      await phone.go('/')
      return family.adopt(phone)
    }
    const watch = async (baby: Phone, parent: Phone, further: () => Promise<void>): Promise<void> => {
      await startBaby(baby, family.account)
      await openParent(parent)
      await expectLive(parent)
      await further()
      await expectTalk(baby, parent)
      await expectMuteAndStop(baby, parent)
    }
    const baby = await inFirefox('baby in Firefox')
    const parent = await family.phone('parent')
    await watch(baby, parent, () => expectNight(baby, parent))
    await baby.close()
    await parent.close()
    const other = await inFirefox('parent in Firefox')
    await watch(await family.phone('baby'), other, () => expectFiles(family, other))
  } finally {
    await firefox.close()
  }
})
