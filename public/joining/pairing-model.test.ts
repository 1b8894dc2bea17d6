import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { text } from '../text/text.ts'
import type { Progress } from './api.ts'
import { createPairingModel } from './pairing-model.ts'

const shown = { id: 'one', code: 'c'.repeat(43), letters: 'ABCDEF', leftMs: 5000 }
const addresses = { byName: 'https://beddybytes.local', byAddress: [], welcome: null }
const turns = () => new Promise((resolve) => setImmediate(resolve))

function open(context: { after(work: () => void): void }) {
  mock.timers.enable({ apis: ['setTimeout'] })
  context.after(() => mock.timers.reset())
  const log: string[] = []
  const box: { progress: Progress; away: boolean } = {
    progress: { state: 'shown', newcomer: null, takesLetters: true },
    away: false,
  }
  let timeMs = 0
  const gone = { ok: false, problem: { code: 'unreachable' } } as const
  const model = createPairingModel({
    api: {
      addresses: async () => ({ ok: true, value: addresses }),
      showCode: async () => ({ ok: true, value: shown }),
      progress: async () => (box.away ? gone : { ok: true, value: box.progress }),
      async answer(id, admit) {
        if (box.away) return gone
        log.push(`answer ${id} ${admit}`)
        return { ok: true, value: null }
      },
      async withdraw(id) {
        log.push(`withdraw ${id}`)
        return { ok: true, value: null }
      },
    },
    onLoggedOut: () => log.push('logged out'),
    nowMs: () => timeMs,
  })
  return {
    model,
    log,
    box,
    async pass(ms: number) {
      for (const endMs = timeMs + ms; timeMs < endMs;) {
        timeMs += 1000
        mock.timers.tick(1000)
        await turns()
      }
    },
  }
}

const asked: Progress = { state: 'asked', newcomer: 'Grandma', takesLetters: true }

test('the newcomer is shown by name, let in with a tap, and reported when it is there', async (context) => {
  const { model, log, box, pass } = open(context)
  await model.begin()
  box.progress = asked
  await pass(1000)
  assert.deepEqual(model.state.value, { state: 'asked', newcomer: 'Grandma', fault: null })
  await model.answer(true)
  assert.deepEqual(log, ['answer one true'])
  box.progress = { ...asked, state: 'joined' }
  await pass(1000)
  assert.deepEqual(model.state.value, { state: 'joined', newcomer: 'Grandma' })
  model.close()
  assert.deepEqual(log, ['answer one true'], 'nothing is left to withdraw')
})

test('a no ends it', async (context) => {
  const { model, log, box, pass } = open(context)
  await model.begin()
  box.progress = asked
  await pass(1000)
  await model.answer(false)
  assert.deepEqual(log, ['answer one false'])
  assert.equal(model.state.value.state, 'refused')
})

test('the time that is left counts down, and at its end the code is over without asking the box', async (context) => {
  const { model, pass } = open(context)
  await model.begin()
  await pass(2000)
  const state = model.state.value
  assert.equal(state.state === 'shown' && state.leftS, 3)
  await pass(3000)
  assert.equal(model.state.value.state, 'over')
})

test('a box that is away is asked again, and a yes that did not reach it can be said again', async (context) => {
  const { model, box, pass } = open(context)
  await model.begin()
  box.away = true
  await pass(1000)
  assert.equal(model.away.value, true)
  const state = model.state.value
  assert.equal(state.state === 'shown' && state.leftS, 4, 'the time goes on')
  box.away = false
  box.progress = asked
  await pass(1000)
  box.away = true
  await model.answer(true)
  assert.deepEqual(model.state.value, { state: 'asked', newcomer: 'Grandma', fault: text.shell.errors.unreachable })
})

test('leaving the page withdraws a code that nobody has used', async (context) => {
  const { model, log } = open(context)
  await model.begin()
  model.close()
  assert.deepEqual(log, ['withdraw one'])
})
