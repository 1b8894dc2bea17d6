// "Live" is said only while it is proven: each way to be wrong is noticed in its time, named, and over when it is over.

import assert from 'node:assert/strict'
import { babyText } from '../../public/text/en-baby.ts'
import { parentText } from '../../public/text/en-parent.ts'
import { nightText } from '../../public/text/en-night.ts'
import { keepDiary } from './diary.ts'
import type { Diary } from './diary.ts'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import { processOf } from './phone.ts'
import type { Phone } from './phone.ts'
import { stageCapture } from './staged-capture.ts'
import { expectLive, expectStatus, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()
const causes = nightText.alarm.causes

/** What the issue promises, and what a busy machine adds to it. */
const linkMs = 2000
const mediumMs = 5000
const busyMs = 1000

interface Scene {
  readonly baby: Phone
  readonly parent: Phone
  readonly diary: Diary
}

async function setUp(family: Family, staged: boolean): Promise<Scene> {
  const baby = await family.phone('baby')
  if (staged) await stageCapture(baby)
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectStatus(parent, 'Live')
  // Where its words are loaded, it is ready to say them.
  await baby.sees(nightText.proof.hearing(1))
  return { baby, parent, diary: await keepDiary(parent) }
}

/** Brings it about, and tells how long it was called live after that, and until it was named. */
async function measure(diary: Diary, sentence: string, limitMs: number, bringAbout: () => Promise<void> | void) {
  const sinceMs = Date.now()
  await bringAbout()
  const notLiveMs = await diary.notLive(sinceMs, limitMs)
  const namedMs = await diary.says(sentence, sinceMs, limitMs)
  console.log(`# not live after ${notLiveMs} ms, named after ${namedMs} ms: ${sentence}`)
  assert.ok(notLiveMs <= limitMs + busyMs, `it was called live for ${notLiveMs} ms`)
  assert.ok(namedMs <= limitMs + busyMs, `it was named after ${namedMs} ms`)
}

house.journey('the proof and its age stand in one line with the status', async (family) => {
  const { parent } = await setUp(family, false)
  await until(
    'the line reads as one',
    () => parent.page.$eval('.status', (line) => (line as HTMLElement).innerText.trim()),
    (line) => /^Live, checked \d s ago$/.test(line),
  )
  await expectStatus(parent, 'Live')
})

house.journey(
  'a baby’s phone that stands still is not live after 2 s, and live again when it goes on',
  async (family) => {
    const { baby, parent, diary } = await setUp(family, false)
    const process = await processOf(baby)
    try {
      await measure(diary, causes['baby-unreachable'].sentence, linkMs, () => process.stop())
      await expectStatus(parent, 'Reconnecting')
    } finally {
      process.goOn()
    }
    await expectLive(parent)
    assert.ok(!(await parent.text()).includes(causes['baby-unreachable'].sentence))
  },
)

house.journey('a page that is frozen while its picture and sound go on is not live after 2 s', async (family) => {
  const { baby, parent, diary } = await setUp(family, false)
  baby.expectErrors(/WebSocket connection to .* failed: Page entered Back-Forward Cache/)
  const devtools = await baby.page.createCDPSession()
  await measure(diary, causes['baby-frozen'].sentence, linkMs, async () => {
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  })
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  await expectLive(parent)
})

house.journey('a Baby Station that is closed without Stop is called closed', async (family) => {
  const { baby, diary } = await setUp(family, false)
  await measure(diary, causes['baby-closed'].sentence, linkMs, () => baby.close())
})

house.journey('a microphone that gives zeros is named within 5 s', async (family) => {
  const { baby, parent, diary } = await setUp(family, true)
  const silence = (yes: boolean) => baby.page.evaluate((silent) => void (window.staged.silent = silent), yes)
  await measure(diary, causes['microphone-silent'].sentence, mediumMs, () => silence(true))
  await silence(false)
  await expectStatus(parent, 'Live')
})

for (const [kind, fault] of [
  ['audio', 'microphone-lost'],
  ['video', 'camera-taken'],
] as const) {
  house.journey(`${kind} that another app has taken is named within 5 s, and fetched back`, async (family) => {
    const { baby, parent, diary } = await setUp(family, true)
    await measure(diary, causes[fault].sentence, mediumMs, () =>
      baby.page.evaluate((taken) => window.staged.take(taken), kind),
    )
    await baby.page.evaluate(() => void (window.staged.taken = false))
    await expectStatus(parent, 'Live')
  })
}

house.journey('a picture that stands still is named within 5 s', async (family) => {
  const { baby, parent, diary } = await setUp(family, true)
  const freeze = (yes: boolean) => baby.page.evaluate((still) => void (window.staged.still = still), yes)
  await measure(diary, causes['picture-frozen'].sentence, mediumMs, () => freeze(true))
  await freeze(false)
  await expectStatus(parent, 'Live')
})

house.journey('a parent’s phone without its network says that it is this phone', async (family) => {
  const { baby, parent, diary } = await setUp(family, false)
  parent.expectErrors(/ERR_INTERNET_DISCONNECTED/, /WebSocket/)
  const process = await processOf(baby)
  try {
    // The browser cuts off requests, not streams between phones: those are cut off at the other end.
    await measure(diary, causes['parent-offline'].sentence, linkMs, async () => {
      await parent.page.setOfflineMode(true)
      process.stop()
    })
  } finally {
    process.goOn()
    await parent.page.setOfflineMode(false)
  }
  await expectLive(parent)
})

house.journey('a phone that may not play the sound says so beside the picture', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent', { path: '/parent' })
  // Looking into a page by Puppeteer counts as a tap there; the other phone tells when this one is connected.
  await baby.sees(babyText.watching(1))
  await baby.sees(nightText.proof.nobodyListening)
  await parent.sees(causes['sound-blocked'].sentence)
  await parent.tap('button', parentText.tapToListen)
  await baby.sees(nightText.proof.hearing(1))
  await until('it is over', async () => !(await parent.text()).includes(causes['sound-blocked'].sentence))
})

house.journey('the Baby Station says when nobody listens, and how many do', async (family) => {
  const { baby, parent } = await setUp(family, false)
  await parent.tap('button', 'Mute')
  await baby.sees(nightText.proof.nobodyListening)
  await parent.tap('button', 'Mute')
  await baby.sees(nightText.proof.hearing(1))
  const second = await family.phone('second parent')
  await openParent(second)
  await baby.sees(nightText.proof.hearing(2))
  second.expectErrors(/WebSocket connection to .* failed: Page entered Back-Forward Cache/)
  const devtools = await second.page.createCDPSession()
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  await baby.sees(nightText.proof.dropped(1))
  await parent.sees(nightText.proof.othersDropped(1))
  await baby.sees(nightText.proof.hearing(1))
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  await baby.sees(nightText.proof.hearing(2))
})
