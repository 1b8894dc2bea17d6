import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import type { Result } from '../shell/api.ts'
import { text } from '../text/text.ts'
import type { Asked } from './api.ts'
import { createNewcomerModel } from './newcomer-model.ts'

const turns = () => new Promise((resolve) => setImmediate(resolve))
const over = { ok: false, problem: { code: 'code-over' } } as const
const { errors } = text.joining

function open(
  context: { after(work: () => void): void },
  { code = 'c'.repeat(43), asked }: { code?: string | null; asked?: Result<Asked> } = {},
) {
  mock.timers.enable({ apis: ['setTimeout'] })
  context.after(() => mock.timers.reset())
  const log: string[] = []
  const box: { collect: Result<{ state: 'waiting' | 'joined' }> } = {
    collect: { ok: true, value: { state: 'waiting' } },
  }
  let timeMs = 0
  const model = createNewcomerModel({
    api: {
      async askToJoin(given, name) {
        log.push(`ask ${given} ${name}`)
        return asked ?? { ok: true, value: { ticket: 't', name: name || 'Chrome on Android', leftMs: 10_000 } }
      },
      collect: async () => box.collect,
    },
    code,
    onJoined: (by) => log.push(`joined by ${by}`),
    nowMs: () => timeMs,
  })
  context.after(() => model.close())
  return {
    model,
    log,
    box,
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
  assert.deepEqual(model.state.value, { state: 'waiting', name: 'Grandma' })
  box.collect = { ok: false, problem: { code: 'unreachable' } }
  await pass(1000)
  box.collect = { ok: true, value: { state: 'joined' } }
  await pass(1000)
  assert.deepEqual(log, [`ask ${'c'.repeat(43)} Grandma`, 'joined by link'])
})

test('a code that is wrong, used or too old gives way to the letters of another', async (context) => {
  const { model } = open(context, { asked: over })
  await model.submit({ letters: '', name: '' })
  assert.deepEqual(model.state.value, { state: 'asking', code: null, fault: errors.codeOver })
})

test('one that is sent away is told', async (context) => {
  const { model, box, pass } = open(context, { code: null })
  await model.submit({ letters: '', name: '' })
  assert.deepEqual(model.state.value, { state: 'asking', code: null, fault: errors.lettersMissing })
  await model.submit({ letters: 'abc def', name: '' })
  assert.deepEqual(model.state.value, { state: 'waiting', name: 'Chrome on Android' })
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
