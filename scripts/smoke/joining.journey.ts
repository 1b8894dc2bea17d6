// Another phone joins by a code, is listed, and is removed again; a page that explains why a phone may not find the box.

import assert from 'node:assert/strict'
import { findingText } from '../../public/text/en-finding.ts'
import { joiningText } from '../../public/text/en-joining.ts'
import { babyText } from '../../public/text/en-baby.ts'
import { explainingText } from '../../public/text/en-explaining.ts'
import { commonText } from '../../public/text/en-common.ts'
import { parentText } from '../../public/text/en-parent.ts'
import { createHouse } from './house.ts'
import { expectNarrow } from './narrow.ts'
import type { Phone } from './phone.ts'
import { expectLive, expectStatus, openParent, startBaby } from './stations.ts'
import { measure, until } from './wait.ts'

const house = createHouse()

interface Shown {
  readonly code: string
  readonly letters: string
}

/** What a camera would read from the QR code: the page got it with this answer. */
async function showCode(phone: Phone): Promise<Shown> {
  const answer = phone.page.waitForResponse((response) => response.url().endsWith('/api/pairings'))
  await phone.tap('link', 'Add a phone')
  const shown = (await (await answer).json()) as Shown
  await phone.sees(`${shown.letters.slice(0, 3)} ${shown.letters.slice(3)}`)
  return shown
}

const fields = (phone: Phone) =>
  phone.page.evaluate(() => Object.fromEntries(new FormData(document.querySelector('form') ?? undefined)))

async function confirm(phone: Phone, name: string): Promise<void> {
  await phone.find('heading', joiningText.letInQuestion(name))
  await phone.tap('button', joiningText.letIn)
  await phone.sees(joiningText.hasJoined(name))
}

house.journey('a phone joins by a link without a password, and may then watch', async (family) => {
  const first = await family.phone('first')
  const { code } = await showCode(first)
  const newcomer = await family.phone('newcomer', { account: null, path: `/join#${code}` })
  await expectNarrow(first)
  await until('the code leaves the address bar', () => !newcomer.page.url().includes('#'))
  await newcomer.fill(joiningText.phoneName, 'Kitchen tablet')
  await newcomer.tap('button', joiningText.join)
  await newcomer.sees(joiningText.waitingForYes('Kitchen tablet'))
  assert.ok(!(await newcomer.has('link', 'Parent Station')), 'nothing before somebody says yes')
  await confirm(first, 'Kitchen tablet')
  await newcomer.find('link', 'Parent Station')
  const seen = await newcomer.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  assert.ok(!seen.some((url) => url.includes(code)), 'the code is in no request')

  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  await openParent(newcomer)
  await expectLive(newcomer)
})

house.journey('a phone joins by six letters; the other phones are told of it', async (family) => {
  const other = await family.phone('other')
  await openParent(other)
  await other.sees(parentText.noneRunning.family)
  const first = await family.phone('first')
  const { letters } = await showCode(first)
  const newcomer = await family.phone('newcomer', { account: null })
  await newcomer.tap('link', joiningText.joinInstead)
  newcomer.expectErrors(/status of 404.*\/api\/joining/)
  await newcomer.fill(joiningText.letters, letters.startsWith('A') ? 'BBBBBB' : 'AAAAAA')
  await newcomer.tap('button', joiningText.join)
  await newcomer.sees(joiningText.errors.codeOver)
  await newcomer.fill(joiningText.letters, letters.toLowerCase())
  await newcomer.fill(joiningText.phoneName, 'Grandma’s phone')
  await newcomer.tap('button', joiningText.join)
  await confirm(first, 'Grandma’s phone')
  await newcomer.find('link', 'Parent Station')
  await other.sees(explainingText.newcomer('Grandma’s phone'))
  await other.go('/')
  await other.sees('New: Grandma’s phone was let in')
  await other.tap('button', joiningText.newcomerSeen)
  await until('the notice goes', async () => !(await other.text()).includes('New: Grandma'))
  await other.go('/')
  await other.find('link', 'Add a phone')
  assert.ok(!(await other.text()).includes('New: Grandma'))
})

house.journey(
  'a newcomer whose page is loaded anew goes on waiting; a second use of its link is none',
  async (family) => {
    const first = await family.phone('first')
    const { code } = await showCode(first)
    const newcomer = await family.phone('newcomer', { account: null, path: `/join#${code}` })
    await newcomer.fill(joiningText.phoneName, 'Kitchen tablet')
    await newcomer.tap('button', joiningText.join)
    await newcomer.sees(joiningText.waitingForYes('Kitchen tablet'))
    await newcomer.page.reload()
    await newcomer.sees(joiningText.waitingForYes('Kitchen tablet'))

    const second = await family.phone('second', { account: null, path: `/join#${code}` })
    second.expectErrors(/status of 404.*\/api\/joining/)
    await second.fill(joiningText.phoneName, 'Neighbour')
    await second.tap('button', joiningText.join)
    await second.sees(joiningText.errors.codeOver)
    assert.deepEqual(await fields(second), { letters: '', name: 'Neighbour' }, 'what was typed stays in its field')

    await first.find('heading', joiningText.letInQuestion('Kitchen tablet'))
    await expectNarrow(first)
    const focused = await first.page.evaluate(() => document.activeElement?.textContent ?? '')
    assert.ok(
      focused.startsWith(joiningText.letInQuestion('Kitchen tablet')),
      'a screen reader is told of the question',
    )
    await first.tap('button', joiningText.letIn)
    await newcomer.find('link', 'Parent Station')
  },
)

house.journey(
  'a box that goes away while a code is shown is told at both ends, and all goes on when it is back',
  async (family) => {
    const first = await family.phone('first')
    const { code } = await showCode(first)
    const newcomer = await family.phone('newcomer', { account: null, path: `/join#${code}` })
    await newcomer.tap('button', joiningText.join)
    await first.find('button', joiningText.letIn)
    for (const phone of [first, newcomer]) phone.expectErrors(/ERR_CONNECTION_REFUSED/, /WebSocket connection/)
    await family.box.kill()
    await first.sees(joiningText.boxAway)
    await newcomer.sees(joiningText.boxAway)
    await family.box.start()
    await until('the box is seen again', async () => !(await first.text()).includes(joiningText.boxAway))
    await first.tap('button', joiningText.letIn)
    await newcomer.find('link', 'Parent Station')
  },
)

house.journey('a newcomer who is sent away is told, and stays a stranger', async (family) => {
  const first = await family.phone('first')
  const { code } = await showCode(first)
  const newcomer = await family.phone('newcomer', { account: null, path: `/join#${code}` })
  newcomer.expectErrors(/status of 404.*\/api\/joining/)
  await newcomer.fill(joiningText.phoneName, 'A neighbour')
  await newcomer.tap('button', joiningText.join)
  await first.find('heading', joiningText.letInQuestion('A neighbour'))
  await first.tap('button', joiningText.sendAway)
  await newcomer.sees(joiningText.errors.notLetIn)
  await newcomer.go('/')
  await newcomer.find('button', 'Log in')
})

house.journey('removing a device under Devices ends its log-in and its stream within 2 s', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  const owner = await family.phone('owner', { path: '/account' })
  await owner.find('heading', 'Devices')
  const device = await parent.page.evaluate(async () => {
    const me = (await (await fetch('/api/me')).json()) as { devices: { id: string; current: boolean }[] }
    return me.devices.find(({ current }) => current)?.id ?? ''
  })
  // Phones of one kind have one name: the row is found by its log-in.
  const [row] = await owner.page.$$(`li:has(#device-${device}) >>> ::-p-aria([name="Remove"][role="button"])`)
  assert.ok(row)
  const ms = await measure(async () => {
    await row.click()
    await until('the baby has closed the call', async () =>
      baby.page.evaluate(() =>
        window.observed.connections.every(({ connectionState }) => connectionState === 'closed'),
      ),
    )
  })
  assert.ok(ms < 2000, `within 2 s, not ${Math.round(ms)} ms`)
  await baby.sees(babyText.watching(0))
  await expectStatus(parent, 'Reconnecting')
  await parent.sees(explainingText.explanations['logged-out'])
})

house.journey('the page about not finding the box tests this phone and explains the rest', async (family) => {
  const phone = await family.phone('phone', { account: null, path: '/find' })
  await phone.find('heading', commonText.finding.title)
  await phone.sees(findingText.boxAnswers)
  await phone.sees(findingText.opened.itself)
  // By name or by number: whether Chromium hides the address depends on what the page may use.
  await until('it says what it offers to other phones', async () => / to other phones/.test(await phone.text()))
  for (const { name } of findingText.causes) await phone.sees(name)
  await expectNarrow(phone)
})
