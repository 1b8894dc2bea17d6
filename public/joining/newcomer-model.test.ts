import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import type { Result } from '../shell/api.ts'
import { joiningText } from '../text/en-joining.ts'
import type { Asked } from './api.ts'
import type { AskedHere } from './asked-here.ts'
import { createNewcomerModel } from './newcomer-model.ts'

const turns = () => new Promise((resolve) => setImmediate(resolve))
const over = { ok: false, problem: { code: 'code-over' } } as const
const { errors } = joiningText

function open(
  context: { after(work: () => void): void },
  {
    code = 'c'.repeat(43),
    answer,
    kept = null,
  }: { code?: string | null; answer?: Result<Asked>; kept?: AskedHere | null } = {},
) {
  mock.timers.reset() // one test opens two
  mock.timers.enable({ apis: ['setTimeout'] })
  context.after(() => mock.timers.reset())
  const log: string[] = []
  const box: { collect: Result<{ state: 'waiting' | 'joined' }> } = {
    collect: { ok: true, value: { state: 'waiting' } },
  }
  const memory = { kept }
  let timeMs = 0
  const model = createNewcomerModel({
    api: {
      async askToJoin(given, name) {
        log.push(`ask ${given} ${name}`)
        return answer ?? { ok: true, value: { ticket: 't', name: name || 'Chrome (Android)', leftMs: 10_000 } }
      },
      collect: async () => box.collect,
    },
    code,
    household: 'the secret of the link',
    asked: { read: () => memory.kept, write: (asked) => (memory.kept = asked) },
    onJoined: (secret) => log.push(`joined with ${secret ?? 'no secret'}`),
    nowMs: () => timeMs,
  })
  context.after(() => model.close())
  return {
    model,
    log,
    box,
    memory,
    async pass(ms: number) {
      timeMs += ms
      mock.timers.tick(ms)
      await turns()
    },
  }
}

test('with the code of a link only a name is asked for, and it waits until it is let in', async (context) => {
  const { model, log, box, pass } = open(context)
  await model.submit({ letters: '', name: ' Grandma ' })
  assert.deepEqual(model.state.value, { state: 'waiting', name: 'Grandma', away: false })
  box.collect = { ok: false, problem: { code: 'unreachable' } }
  await pass(1000)
  assert.deepEqual(
    model.state.value,
    { state: 'waiting', name: 'Grandma', away: true },
    'and says that the box is away',
  )
  box.collect = { ok: true, value: { state: 'joined' } }
  await pass(1000)
  assert.deepEqual(log, [`ask ${'c'.repeat(43)} Grandma`, 'joined with the secret of the link'])
})

test('a code that is wrong, used or too old gives way to the letters of another', async (context) => {
  const { model } = open(context, { answer: over })
  await model.submit({ letters: '', name: '' })
  assert.deepEqual(model.state.value, { state: 'asking', code: null, fault: errors.codeOver })
})

test('one that is sent away is told', async (context) => {
  const { model, box, pass } = open(context, { code: null })
  await model.submit({ letters: '', name: '' })
  assert.deepEqual(model.state.value, { state: 'asking', code: null, fault: errors.lettersMissing })
  await model.submit({ letters: 'abc def', name: '' })
  assert.deepEqual(model.state.value, { state: 'waiting', name: 'Chrome (Android)', away: false })
  box.collect = over
  await pass(1000)
  assert.deepEqual(model.state.value, { state: 'asking', code: null, fault: errors.notLetIn })
})

test('nobody who answers in time is told without asking the box once more', async (context) => {
  const { model, pass } = open(context)
  await model.submit({ letters: '', name: '' })
  await pass(10_000)
  assert.deepEqual(model.state.value, { state: 'asking', code: null, fault: errors.tooLate })
})

test('a page that is loaded anew while it waits goes on waiting; what is over is forgotten', async (context) => {
  const first = open(context)
  await first.model.submit({ letters: '', name: 'Grandma' })
  const { kept } = first.memory
  assert.deepEqual(kept, { ticket: 't', name: 'Grandma', endsMs: 10_000, secret: 'the secret of the link' })
  first.model.close()
  const second = open(context, { code: null, kept })
  assert.deepEqual(second.model.state.value, { state: 'waiting', name: 'Grandma', away: false })
  await turns()
  second.box.collect = { ok: true, value: { state: 'joined' } }
  await second.pass(1000)
  assert.deepEqual(second.log, ['joined with the secret of the link'])
  assert.equal(second.memory.kept, null)
  const late = open(context, { code: null, kept: { ticket: 't', name: 'Grandma', endsMs: 0, secret: null } })
  assert.deepEqual(late.model.state.value, { state: 'asking', code: null, fault: null })
})
