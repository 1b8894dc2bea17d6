// A parent's phone wakes them when it does not hear the cot any more, and "Ready for the night?" looks at both phones.

import assert from 'node:assert/strict'
import { nightText } from '../../public/text/en-night.ts'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import { hearsTone, listen } from './loudspeaker.ts'
import { allowNotifications } from './notifications.ts'
import { openTab, processOf } from './phone.ts'
import type { Phone } from './phone.ts'
import { expectLive, expectSound, openParent, startBaby } from './stations.ts'
import { measure, until } from './wait.ts'

declare global {
  interface Window {
    /** Titles of the notifications that the page has shown. */
    notified: string[]
  }
}

const house = createHouse()
const promisedMs = 10_000
/** Longer than the silence between two bursts of the alarm. */
const pauseMs = 3500
/** What has been played already is still to be heard: pulses with gaps between them. */
const fadingMs = 1000
const words = nightText.alarm

/** The room of this baby is quiet, and somebody claps there every two seconds. */
async function clapBesideTheCot(baby: Phone): Promise<void> {
  await baby.page.evaluate(() => {
    const devices = navigator.mediaDevices
    const getUserMedia = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (constraints) => {
      const context = new AudioContext()
      const noise = context.createBuffer(1, context.sampleRate, context.sampleRate)
      noise.copyToChannel(
        Float32Array.from({ length: context.sampleRate }, () => Math.random() - 0.5),
        0,
      )
      const room = new AudioBufferSourceNode(context, { buffer: noise, loop: true })
      const volume = new GainNode(context, { gain: 0.002 })
      const out = context.createMediaStreamDestination()
      room.connect(volume).connect(out)
      room.start()
      setInterval(() => {
        volume.gain.value = 0.5
        volume.gain.setValueAtTime(0.002, context.currentTime + 0.15)
      }, 2000)
      const camera = await getUserMedia({ ...constraints, audio: false })
      return new MediaStream([...camera.getTracks(), ...out.stream.getTracks()])
    }
  })
}

async function openNight(
  family: Family,
  prepare: (baby: Phone) => Promise<void> = () => Promise.resolve(),
): Promise<{ baby: Phone; parent: Phone }> {
  const baby = await family.phone('baby')
  await prepare(baby)
  await startBaby(baby, family.account)
  const parent = await family.phone('parent', { path: null })
  await listen(parent.page)
  await allowNotifications(parent, family.box.url)
  await parent.page.evaluateOnNewDocument(() => {
    window.notified = []
    window.Notification = new Proxy(window.Notification, {
      construct(target, args) {
        window.notified.push(String(args[0]))
        return Reflect.construct(target, args) as Notification
      },
    })
  })
  await parent.go('/')
  await openParent(parent)
  await expectLive(parent)
  // What watches over the night is loaded after the first picture.
  await parent.find('button', nightText.ready.title)
  return { baby, parent }
}

const alarmOf = (phone: Phone): Promise<string | null> =>
  phone.page.evaluate(() => document.querySelector<HTMLElement>('[role=alertdialog]')?.innerText ?? null)

const soundOf = (phone: Phone) => phone.page.evaluate(() => window.tone())

async function expectSilence(phone: Phone): Promise<void> {
  const beganMs = performance.now()
  let heardMs = beganMs
  await until('no other burst comes', async () => {
    const nowMs = performance.now()
    if (hearsTone(await soundOf(phone))) {
      assert.ok(nowMs - beganMs < fadingMs, 'it still sounds')
      heardMs = nowMs
    }
    return nowMs - heardMs > pauseMs
  })
}

house.journey(
  'short gaps wake nobody; one that lasts wakes the parent within 10 s, behind another app too, until they are awake',
  async (family) => {
    const { baby, parent } = await openNight(family)
    const process = await processOf(baby)
    for (const gapMs of [3000, 5000]) {
      process.stop()
      const beganMs = performance.now()
      try {
        await until('the gap is over', () => performance.now() - beganMs > gapMs)
      } finally {
        process.goOn()
      }
      await expectLive(parent)
      assert.equal(await alarmOf(parent), null)
    }
    assert.ok(!(await parent.text()).includes('Was silent from '))

    await parent.page.focus('[aria-pressed]')
    const app = family.adopt(await openTab(parent, 'another app'))
    await app.page.bringToFront()
    await until('nobody looks', () => parent.page.evaluate(() => document.hidden))
    await expectSound(parent)
    assert.equal(await parent.page.evaluate(() => navigator.mediaSession.playbackState), 'playing')
    process.stop()
    try {
      const tookMs = await measure(() => until('the alarm sounds', () => soundOf(parent), hearsTone))
      assert.ok(tookMs < promisedMs, `it took ${tookMs} ms`)
      assert.equal((await parent.page.evaluate(() => window.notified)).length, 1)
      await parent.page.bringToFront()
      const shown = (await until('the alarm is on the screen', () => alarmOf(parent))) ?? ''
      assert.match(shown, /Since \d\d:\d\d, \d+ s ago/)
      assert.ok(
        Object.values(words.causes).some(({ sentence }) => shown.includes(sentence)),
        shown,
      )
      const focused = (): Promise<string> => parent.page.evaluate(() => document.activeElement?.textContent ?? '')
      await until('the answer has the focus', focused, (name) => name === words.awake)
      await parent.page.keyboard.press('Tab')
      assert.equal(await focused(), words.pause)
      await parent.page.keyboard.press('Tab')
      assert.equal(await focused(), words.awake)

      await parent.tap('button', words.pause)
      await until(
        'it makes room',
        () => alarmOf(parent),
        (alarm) => alarm === null,
      )
      await parent.sees('The alarm is paused.')
      await expectSilence(parent)
      // Two minutes go by.
      await parent.page.evaluate(() => {
        const real = performance.now.bind(performance)
        performance.now = () => real() + 120_000
      })
      await until('it sounds again by itself', () => soundOf(parent), hearsTone)
      await parent.page.keyboard.press('Enter')
      await until(
        'it makes room',
        () => alarmOf(parent),
        (alarm) => alarm === null,
      )
      await parent.sees(words.silenced)
      assert.match(await parent.page.evaluate(() => document.activeElement?.textContent ?? ''), /Mute/)
      await expectSilence(parent)
    } finally {
      process.goOn()
    }
    await expectLive(parent)
    await parent.sees('Was silent from ')
    await parent.tap('button', words.seen)
    await until('the line is gone', async () => !(await parent.text()).includes('Was silent from '))
  },
)

house.journey('"Ready for the night?" looks at both phones in 10 s', async (family) => {
  const { parent } = await openNight(family, clapBesideTheCot)
  const tookMs = await measure(async () => {
    await parent.tap('button', nightText.ready.title)
    await until('the alarm is tried out', () => soundOf(parent), hearsTone)
    await parent.tap('button', nightText.ready.yes)
    await until(
      'it is done',
      () => parent.page.$eval('[role=dialog]', (dialog) => (dialog as HTMLElement).innerText),
      (shown) => !shown.includes(nightText.ready.hint),
    )
  })
  assert.ok(tookMs < 14_000, `it took ${tookMs} ms`)
  const lines = await parent.page.$$eval('.ready-lines li', (found) =>
    found.map((line) => (line as HTMLElement).innerText.replaceAll(/\s+/g, ' ')),
  )
  const good = ['Alarm', 'Picture', 'Microphone', 'Way between the phones', 'Signal', 'The baby’s phone stays awake']
  for (const name of good) {
    assert.ok(
      lines.some((line) => line.startsWith(`${name}: ${nightText.ready.verdicts.good}`)),
      `${name} is good in: ${lines.join('; ')}`,
    )
  }
  await parent.tap('button', nightText.ready.close)
  await until('the check is closed', () => parent.page.$('[role=dialog]').then((dialog) => dialog === null))
})
