import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Result } from '../shell/api.ts'
import { joiningText } from '../text/en-joining.ts'
import { text } from '../text/text.ts'
import type { Addresses, InvitedGuest, Station } from './api.ts'
import { createGuestsModel } from './guests-model.ts'

const station: Station = { id: 'nursery', name: 'Nursery' }
const guest: InvitedGuest = {
  id: 'one',
  name: 'Grandma',
  station: 'Nursery',
  until: '2126-11-22T20:00:00Z',
  lastUsedAt: null,
}
const addresses: Addresses = { byName: 'https://beddybytes.local', byAddress: [], welcome: null }
const wanted = { sessionId: 'nursery', name: 'Grandma', until: new Date('2126-11-22T20:00:00Z') }
const away = { ok: false, problem: { code: 'unreachable' } } as const

function open() {
  const log: string[] = []
  const box: { away: boolean; stations: Station[] } = { away: false, stations: [station] }
  const answer = <Value>(value: Value): Result<Value> => (box.away ? away : { ok: true, value })
  const model = createGuestsModel({
    api: {
      guests: async () => answer([guest]),
      stations: async () => answer(box.stations),
      addresses: async () => answer(addresses),
      async invite({ name }) {
        log.push(`invite ${name}`)
        return answer({ ...guest, code: 'c' })
      },
      removeGuest: async () => answer(null),
    },
    makeSecret: async () => 'the secret of this guest',
    onLoggedOut: () => log.push('logged out'),
  })
  return { model, box, log }
}

test('two taps make one link', async () => {
  const { model, log } = open()
  await model.load()
  await Promise.all([model.invite(wanted), model.invite(wanted)])
  assert.deepEqual(log, ['invite Grandma'])
  assert.equal(model.link.value?.code, 'c')
  assert.equal(model.link.value?.household, 'the secret of this guest')
  assert.equal(model.inviting.value, false)
})

test('a list that could not be had can be asked for again', async () => {
  const { model, box } = open()
  box.away = true
  await model.load()
  assert.deepEqual(model.state.value, { state: 'failed', message: text.shell.errors.unreachable })
  box.away = false
  await model.load()
  assert.equal(model.state.value.state, 'listed')
})

test('a link that could not be ended is told where no station runs too, and no longer when the box is back', async () => {
  const { model, box } = open()
  box.stations = []
  await model.load()
  box.away = true
  await model.remove(guest)
  assert.deepEqual(model.fault.value, { about: 'page', message: text.shell.errors.unreachable })
  box.away = false
  await model.load()
  assert.equal(model.fault.value, null)
})

test('a time that is over is said beside the button, without asking the box', async () => {
  const { model, log } = open()
  await model.load()
  await model.invite({ ...wanted, until: new Date(0) })
  assert.deepEqual(model.fault.value, { about: 'invitation', message: joiningText.errors.time })
  assert.deepEqual(log, [])
})
