// The timeline in a real browser's IndexedDB: kept over a reload and for 7 days, saved, deleted, in two tabs and in none; and nothing
// of it is sent.

import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { before } from 'node:test'
import { build } from 'esbuild'
import { commonText } from '../../public/text/en-common.ts'
import { nightText } from '../../public/text/en-night.ts'
import { createHouse } from './house.ts'
import type { Phone } from './phone.ts'
import { openTab } from './phone.ts'
import type { TimelinePage } from './timeline-page.ts'
import { until } from './wait.ts'

declare global {
  interface Window {
    page: TimelinePage
  }
}

const house = createHouse()
const words = nightText.timeline
const dayMs = 24 * 3600_000
let code: string

before(async () => {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'timeline-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
  })
  code = bundle.outputFiles[0]?.text ?? ''
})

/** Opens the box's page and runs a timeline in it, by the debugger: the page's own policy allows no foreign code. */
async function open(phone: Phone): Promise<void> {
  // A page that asks the box for nothing by itself.
  await phone.go('/join')
  await phone.find('heading', commonText.shell.titles.join)
  await phone.page.evaluate(code)
  await phone.page.evaluate(() => {
    window.page = window.openTimeline()
  })
}

const stateOf = (phone: Phone) => phone.page.evaluate(() => window.page.timeline.state.value)
const keeps = (phone: Phone) => until('it is kept', async () => (await stateOf(phone)) === 'keeping')
const rows = (phone: Phone) =>
  phone.page.evaluate(async () => {
    const { entries, minutes } = await window.page.timeline.read(0, Number.MAX_SAFE_INTEGER)
    return {
      kinds: entries.map(({ kind, detail }) => `${kind} ${detail}`.trim()),
      minutes: minutes.map(({ loudest }) => loudest),
    }
  })

house.journey(
  'what happened is there after a reload, as a picture, a list and a table; nothing is sent',
  async (family) => {
    const phone = await family.phone('phone', { account: null, path: null })
    await open(phone)
    const sent: string[] = []
    phone.page.on('request', (request) => sent.push(request.url()))
    await keeps(phone)
    await phone.page.evaluate(() => {
      const { page } = window
      page.hear([-60, -35])
      page.say({ ongoing: [{ kind: 'noise', detail: '', acknowledged: false }] })
      page.say({ ongoing: [{ kind: 'alarm', detail: 'noise', acknowledged: false }] })
      page.say({ ongoing: [{ kind: 'alarm', detail: 'noise', acknowledged: true }] })
      page.say({ ongoing: [], status: 'reconnecting', faults: [{ fault: 'baby-unreachable', sinceMs: Date.now() }] })
      page.pass(60_000)
      page.hear([-60])
    })
    const expected = ['live', 'battery 80 %', 'noise', 'alarm noise', 'fault baby-unreachable'].toSorted()
    await until('all of it is written', async () => {
      const { kinds, minutes } = await rows(phone)
      return kinds.toSorted().join() === expected.join() && minutes[0] === 25
    })
    assert.deepEqual(sent, [], 'nothing was asked for or sent')

    await phone.page.reload()
    await phone.page.evaluate(code)
    await phone.page.evaluate(() => {
      window.page = window.openTimeline('=1+1')
    })
    await phone.tap('button', words.title)
    const picture = await phone.page.waitForSelector('.timeline svg[role=img]')
    const said = await picture?.evaluate((svg) => svg.getAttribute('aria-label'))
    assert.match(said ?? '', /Sounds that counted: 1\. Movements: 0\. Alarms: 1\. Troubles: 1\./)
    await phone.page.click('.timeline summary')
    await phone.sees('alarm. A sound that counted. Somebody was awake.')
    await phone.tap('button', words.save)
    const name = await until('the table is saved', async () =>
      (await readdir(family.downloads)).find((file) => file.endsWith('.csv')),
    )
    assert.match(name ?? '', /^BeddyBytes-timeline-\d{4}-\d\d-\d\d\.csv$/)
    const table = await readFile(join(family.downloads, name ?? ''), 'utf8')
    assert.match(table, /T\d\d:\d\d:\d\d[+-]\d\d:\d\d,Nursery,alarm,noise,yes/)
    assert.ok(!/(^|,)=/m.test(table), 'no cell is a formula')

    await phone.tap('button', words.deleteAll)
    await phone.sees(words.deleteAllQuestion)
    await phone.tap('button', words.deleteNo)
    await phone.tap('button', words.deleteAll)
    await phone.tap('button', words.deleteYes)
    await until('all is deleted', async () => (await rows(phone)).minutes.length === 0)
    assert.ok(!(await rows(phone)).kinds.includes('alarm noise'))
  },
)

house.journey('nothing is kept for longer than 7 days', async (family) => {
  const phone = await family.phone('phone', { account: null, path: null })
  await open(phone)
  await keeps(phone)
  await phone.page.evaluate(() => {
    window.page.say({ status: 'stopped' })
    window.page.hear([-40])
  })
  await until('it is there', async () => (await rows(phone)).kinds.includes('live'))
  await phone.page.evaluate((ms) => {
    window.page.pass(ms)
    window.page.say({ status: 'live' })
  }, 7 * dayMs)
  await until('only what is new is there', async () => {
    const { kinds, minutes } = await rows(phone)
    return kinds.length === 1 && minutes.length === 0
  })
})

house.journey('of two tabs one writes, and the other goes on when it is closed', async (family) => {
  const phone = await family.phone('phone', { account: null, path: null })
  await open(phone)
  await keeps(phone)
  const other = await openTab(phone, 'second tab')
  await open(other)
  await until('the second leaves it to the first', async () => (await stateOf(other)) === 'elsewhere')
  await other.tap('button', words.title)
  await other.sees(words.states.elsewhere)
  assert.deepEqual((await rows(other)).kinds, ['live'], 'it reads what the first has written')
  await phone.close()
  await keeps(other)
  await until('both are there', async () => (await rows(other)).kinds.join() === 'live,live')
})

house.journey('without IndexedDB it says so, and goes on', async (family) => {
  const phone = await family.phone('phone', { account: null, path: null })
  await phone.page.evaluateOnNewDocument(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('It is forbidden here.', 'SecurityError')
      },
    })
  })
  await open(phone)
  await until('it says so', async () => (await stateOf(phone)) === 'unavailable')
  await phone.tap('button', words.title)
  await phone.sees(words.states.unavailable)
  await phone.sees(words.failed)
})

house.journey('without room it says so, and goes on when there is some again', async ({ browser, box }) => {
  // Not a phone with a profile of its own: in those, Chromium takes no other quota.
  const page = await browser.newPage()
  try {
    await page.evaluateOnNewDocument('globalThis.__name = (target) => target')
    await page.goto(`${box.url}/join`)
    const quota = await page.createCDPSession()
    await quota.send('Storage.overrideQuotaForOrigin', { origin: box.url, quotaSize: 1 })
    await page.evaluate(code)
    await page.evaluate(() => {
      window.page = window.openTimeline()
    })
    const is = (state: string) =>
      until(
        `it is ${state}`,
        async () => {
          await page.evaluate(() => {
            const detail = 'x'.repeat(10_000)
            window.page.say({ ongoing: [{ kind: 'noise', detail, acknowledged: false }] })
            window.page.say({ ongoing: [] })
          })
          return page.evaluate(() => window.page.timeline.state.value)
        },
        (now) => now === state,
      )
    await is('full')
    await page.click('.timeline button')
    await page.waitForSelector(`::-p-text(${words.states.full})`)
    await quota.send('Storage.overrideQuotaForOrigin', { origin: box.url })
    await is('keeping')
  } finally {
    await page.close()
  }
})
