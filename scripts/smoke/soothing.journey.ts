// Lullabies and noise: played by the Baby Station from either station, without the box, and never taken for the baby.

import assert from 'node:assert/strict'
import { melodyOf } from '../../public/soothing/melodies.ts'
import { nightText } from '../../public/text/en-night.ts'
import { roomText } from '../../public/text/en-room.ts'
import { expectAbsence } from './absence.ts'
import { createHouse } from './house.ts'
import { stageNursery } from './nursery.ts'
import type { Phone } from './phone.ts'
import { expectStatus, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()
const words = roomText.soothing

/** What the parent's phone receives at this moment, before its own volume, as a share of full scale. */
const receivedDb = (phone: Phone): Promise<number> =>
  phone.page.evaluate(() => {
    const sources = window.observed.connections.flatMap((connection) =>
      connection.getReceivers().flatMap((receiver) => receiver.getSynchronizationSources()),
    )
    const loudest = Math.max(0, ...sources.map(({ audioLevel = 0 }) => audioLevel))
    return 20 * Math.log10(loudest + 1e-6)
  })

const playedDb = (phone: Phone): Promise<number> => phone.page.evaluate(() => window.nursery.playedDb())

/** From now on, whatever time this parent chooses is so short: a page offers a quarter of an hour and more. */
function shortenTimers({ page }: Phone, toMs: number): Promise<void> {
  return page.evaluate((ms) => {
    const send = RTCDataChannel.prototype.send as (this: RTCDataChannel, data: string) => void
    RTCDataChannel.prototype.send = function (this: RTCDataChannel, data: string) {
      send.call(this, data.replace(/"remainingMs":\d+/, `"remainingMs":${ms}`))
    } as typeof RTCDataChannel.prototype.send
  }, toMs)
}

/** Everything that the page has shown since: what flickers by counts too. */
async function watchFor(phone: Phone, sentence: string): Promise<() => Promise<boolean>> {
  await phone.page.evaluate((wanted) => {
    const seen = { yes: false }
    const look = (): void => {
      seen.yes ||= document.body.innerText.includes(wanted)
    }
    look()
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { seenSince: seen })
  }, sentence)
  return () => phone.page.evaluate(() => (window as { seenSince?: { yes: boolean } }).seenSince?.yes === true)
}

house.journey(
  'a noise that a parent starts is heard, opens no gate, and hides no cry; all of it without the box',
  async (family) => {
    const baby = await family.phone('baby')
    await stageNursery(baby)
    await startBaby(baby, family.account)
    const parent = await family.phone('parent')
    await openParent(parent)
    await expectStatus(parent, 'Live')
    await parent.page.locator(`::-p-text(${nightText.noise.title})`).click()
    await parent.page.locator(`::-p-text(${nightText.noise.gate})`).click()
    await parent.sees(nightText.noise.gateState.closed, 25_000)
    await parent.page.locator(`::-p-text(${words.title})`).click()
    await parent.find('button', words.sounds.white)
    expectAbsence(baby, parent)
    await family.box.kill()

    const quietDb = await receivedDb(parent)
    const opened = await watchFor(parent, nightText.noise.gateState.open)
    await parent.tap('button', words.sounds.white)
    await parent.sees(words.playingFor(words.sounds.white, '30 minutes'))
    await baby.sees(words.playingFor(words.sounds.white, '30 minutes'))
    // As loud as it becomes: the volume is 16 dB below the loudest.
    await until(
      'it has swollen',
      () => playedDb(baby),
      (db) => db > -40,
    )
    const heard: number[] = []
    await until('the parent’s phone receives it for a while', async () => {
      heard.push(await receivedDb(parent))
      return heard.filter((db) => db > quietDb + 6).length > 60
    })
    assert.equal(await opened(), false, 'the parent’s room stayed quiet')
    assert.ok((await parent.text()).includes(nightText.noise.noSound), 'no sound of the baby was counted')

    await baby.page.evaluate(() => window.nursery.cry(true))
    await parent.sees(nightText.noise.soundNow)
    assert.equal(await opened(), true, 'a cry over the noise opens it at once')
    await baby.page.evaluate(() => window.nursery.cry(false))

    // The same sound from the other station: softer, without an end, and off.
    const loudness = await baby.page.$(`::-p-aria([name="${words.volume}"])`)
    assert.equal(loudness, null, 'one tap away at the Baby Station')
    await baby.page.locator(`::-p-text(${words.title})`).click()
    await baby.choose(words.timer, words.never)
    await parent.sees(words.playing(words.sounds.white))

    const loudDb = await playedDb(baby)
    await shortenTimers(parent, 2500)
    await parent.choose(words.timer, words.after('15 minutes'))
    const levels: number[] = []
    await until('its time is up', async () => {
      levels.push(await playedDb(baby))
      return !(await baby.has('button', words.stop))
    })
    const fading = levels.filter((db) => db < loudDb - 6 && db > loudDb - 50)
    assert.ok(fading.length >= 3, `it fades, and is not cut off: ${levels.map(Math.round).join(' ')}`)
    assert.ok((levels.at(-2) ?? 0) < loudDb - 10, 'it is soft before its time is up')
    await until('the parent knows that it is over', async () => !(await parent.has('button', words.stop)))

    await baby.tap('button', words.sounds.brahms)
    await parent.sees(words.playing(words.sounds.brahms))
    const { notes } = melodyOf('brahms')
    const sung = new Set<number>()
    await until('notes of the lullaby are heard beside the cot', async () => {
      const heardHz = await baby.page.evaluate(() => window.nursery.playedHz())
      const note = notes.find(({ hz }) => Math.abs(heardHz / hz - 1) < 0.02)
      if (note !== undefined) sung.add(note.hz)
      return sung.size >= 2
    })
    await baby.tap('button', words.stop)
    await until(
      'it has faded away',
      () => playedDb(baby),
      (db) => db < -90,
    )
    await until('the parent knows', async () => !(await parent.has('button', words.stop)))
    await expectStatus(parent, 'Live')
  },
)
