// Talking to the baby: what a parent says comes out of the Baby Station, with the box away and nothing negotiated anew, while the
// baby itself is heard more softly.

import assert from 'node:assert/strict'
import { soundText, talkText } from '../../public/text/en-talk.ts'
import { expectAbsence } from './absence.ts'
import { createHouse } from './house.ts'
import type { Phone } from './phone.ts'
import { expectLive, expectSound, expectStatus, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()

declare global {
  interface Window {
    ear: AnalyserNode
    /** Each change of what has been negotiated. */
    negotiated: string[]
    /** The elements that were told to. */
    played: Set<HTMLMediaElement>
  }
}

/** Before the page asks for its microphone: it gets this tone. */
async function speakAt(phone: Phone, hz: number): Promise<void> {
  await phone.page.evaluate((frequency) => {
    const { mediaDevices } = navigator
    mediaDevices.getUserMedia = (constraints) => {
      window.observed.asked.push(constraints)
      const context = new AudioContext()
      const voice = context.createOscillator()
      voice.frequency.value = frequency
      const out = context.createMediaStreamDestination()
      voice.connect(out)
      voice.start()
      return Promise.resolve(out.stream)
    }
  }, hz)
}

/** What the Baby Station's own element plays aloud: its strongest tone in Hz, or null. */
function tone(baby: Phone): Promise<number | null> {
  return baby.page.evaluate(() => {
    const audio = document.querySelector('audio')
    if (audio === null || audio.paused || audio.muted || audio.volume === 0) return null
    const { srcObject } = audio
    if (!(srcObject instanceof MediaStream)) return null
    const [track] = srcObject.getAudioTracks()
    if (audio.dataset['ear'] !== track?.id) {
      const context = new AudioContext()
      window.ear = context.createAnalyser()
      window.ear.fftSize = 4096
      window.ear.smoothingTimeConstant = 0
      context.createMediaStreamSource(srcObject).connect(window.ear)
      audio.dataset['ear'] = track?.id ?? ''
      return null
    }
    const levels = new Float32Array(window.ear.frequencyBinCount)
    window.ear.getFloatFrequencyData(levels)
    const loudest = levels.reduce((best, level, bin) => (level > (levels[best] ?? 0) ? bin : best), 0)
    if ((levels[loudest] ?? -Infinity) < -50) return null
    return (loudest * window.ear.context.sampleRate) / window.ear.fftSize
  })
}

function expectTone(baby: Phone, hz: number): Promise<unknown> {
  return until(
    `the baby hears ${hz} Hz`,
    () => tone(baby),
    (heard) => heard !== null && Math.abs(heard - hz) < 30,
  )
}

const expectSilence = (baby: Phone): Promise<unknown> =>
  until(
    'the baby hears nobody',
    () => tone(baby),
    (heard) => heard === null,
  )

async function watchNegotiation(phone: Phone): Promise<void> {
  await phone.page.evaluate(() => {
    window.negotiated = []
    for (const connection of window.observed.connections) {
      connection.addEventListener('signalingstatechange', () => window.negotiated.push(connection.signalingState))
    }
  })
}

const negotiated = (phone: Phone): Promise<{ changes: string[]; connections: number }> =>
  phone.page.evaluate(() => ({ changes: window.negotiated, connections: window.observed.connections.length }))

async function hold(phone: Phone): Promise<void> {
  const button = await phone.find('button', talkText.talk)
  await button.scrollIntoView()
  const { x, y } = await button.clickablePoint()
  await phone.page.mouse.move(x, y)
  await phone.page.mouse.down()
}

const volume = (phone: Phone): Promise<number> =>
  phone.page.evaluate(() => {
    const video = document.querySelector('video')
    return video === null || video.muted ? 0 : video.volume
  })

const expectVolume = (phone: Phone, wanted: (now: number) => boolean, what: string): Promise<number> =>
  until(`${phone.label} plays the baby ${what}`, () => volume(phone), wanted)
const isDucked = (now: number): boolean => now > 0.05 && now < 0.2

house.journey('two parents talk to the baby by turns, with the box away and without another offer', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account, { camera: false })
  const mother = await family.phone('mother')
  await openParent(mother)
  await expectStatus(mother, 'Live')
  const father = await family.phone('father')
  await openParent(father)
  await expectStatus(father, 'Live')
  await speakAt(mother, 1000)
  await speakAt(father, 2000)
  const phones = [baby, mother, father]
  expectAbsence(...phones)
  for (const phone of phones) await watchNegotiation(phone)
  const before = await Promise.all(phones.map(negotiated))
  await mother.find('button', talkText.talk)
  await father.find('button', talkText.talk)
  await family.box.kill()

  await hold(mother)
  await expectTone(baby, 1000)
  await mother.sees(talkText.states.talking)
  await baby.sees('talks to the baby.')
  await expectVolume(mother, isDucked, 'more softly')
  await expectVolume(father, isDucked, 'more softly')
  await expectSound(mother)

  await hold(father)
  await father.sees(talkText.states.waiting)
  await expectTone(baby, 1000)
  await mother.page.mouse.up()
  await father.sees(talkText.states.talking)
  await expectTone(baby, 2000)
  await mother.sees('talks to the baby.')
  await father.page.mouse.up()
  await expectSilence(baby)
  for (const parent of [mother, father]) await expectVolume(parent, (now) => now === 1, 'as loud as before')
  await until('nobody is said to talk', async () => !(await baby.text()).includes('talks to the baby.'))

  // By keyboard, and with the microphone that is there.
  await mother.page.bringToFront()
  await (await mother.find('button', talkText.talk)).focus()
  await mother.page.keyboard.down('Space')
  await expectTone(baby, 1000)
  await mother.page.keyboard.up('Space')
  await expectSilence(baby)

  assert.deepEqual(await Promise.all(phones.map(negotiated)), before)
  assert.deepEqual(
    before.map(({ changes }) => changes.length),
    [0, 0, 0],
  )
  for (const parent of [mother, father]) {
    const asked = await parent.page.evaluate(() => window.observed.asked.map((one) => Boolean(one?.audio)))
    assert.deepEqual(asked, [true], `${parent.label} was asked for the microphone once`)
  }
  await family.box.start()
})

house.journey('the level has a peak, the volume is kept, and the phone shows what it plays', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await parent.page.evaluate(() => {
    const play = HTMLMediaElement.prototype.play
    window.played = new Set()
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      window.played.add(this)
      return play.call(this)
    }
  })
  await openParent(parent)
  await expectLive(parent)
  const meter = (): Promise<number> =>
    parent.page.$$eval(`::-p-aria([name="${soundText.level}"][role="meter"])`, ([one]) =>
      Number(one?.getAttribute('aria-valuenow')),
    )
  await until('the meter shows the beeps', meter, (level) => level > 30)
  await until('and the silence between them', meter, (level) => level < 30)

  const slider = await parent.page.waitForSelector(`::-p-aria([name="${soundText.volume}"][role="slider"])`)
  assert.ok(slider)
  await slider.focus()
  await parent.page.keyboard.press('PageDown')
  const quieter = await expectVolume(parent, (now) => now < 1 && now > 0.3, 'more softly')
  const shown = await parent.page.evaluate(() => ({
    title: navigator.mediaSession.metadata?.title,
    state: navigator.mediaSession.playbackState,
  }))
  assert.deepEqual(shown, { title: 'Nursery', state: 'playing' })
  const playsFile = (): Promise<boolean> =>
    parent.page.evaluate(() =>
      [...window.played].some((one) => one.loop && !one.paused && one.duration > 5 && one.currentTime > 0),
    )
  await until('a file that nobody hears plays, and keeps the page alive behind others', playsFile)
  await parent.tap('button', 'Mute')
  await until('its pause is Mute', () => parent.page.evaluate(() => navigator.mediaSession.playbackState === 'paused'))
  await parent.tap('button', 'Mute')

  await parent.tap('button', soundText.pictureInPicture)
  await until('the small window', () => parent.page.evaluate(() => document.pictureInPictureElement !== null))
  await parent.tap('button', soundText.pictureInPicture)
  await until('the page again', () => parent.page.evaluate(() => document.pictureInPictureElement === null))

  await parent.page.reload()
  await parent.find('button', soundText.pictureInPicture)
  assert.equal(await parent.page.evaluate(() => document.querySelector('video')?.volume), quieter)
})
