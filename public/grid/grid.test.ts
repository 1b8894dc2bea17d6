import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { openHousehold } from '../household/household.ts'
import type { KnownStation, LastStation } from '../parent/last-station.ts'
import { createPlayer } from '../parent/player.ts'
import { createWatched } from '../parent/watched.ts'
import type { Watched } from '../parent/watched.ts'
import { targetOf } from '../parent/watching.ts'
import { clientIdSchema, sessionIdSchema } from '../shared/protocol.ts'
import type { RunningSession } from '../shared/protocol.ts'
import type { ChannelListener } from '../signalling/channel.ts'
import { gridText } from '../text/en-grid.ts'
import { nightText } from '../text/en-night.ts'
import { createBabies } from './babies.ts'
import { createGrid } from './grid.ts'
import type { Kept } from './memory.ts'

const known = (name: string): KnownStation => ({ id: v.parse(clientIdSchema, name.padEnd(22, '_')), name })
const kept = (name: string, stopped = false): Kept => ({ ...known(name), stopped })

/** The box lists it and waits for it to come back. */
const lost = (name: string): RunningSession => ({
  id: v.parse(sessionIdSchema, name.padEnd(22, '-')),
  name,
  startedAt: '2026-01-01T00:00:00.000Z',
  station: known(name).id,
  peer: null,
  lost: true,
})

/** A Parent Station after a reload: what the tab remembers of its large one and of all. */
function reloaded(t: TestContext, large: KnownStation | null, together: readonly Kept[]) {
  let nowMs = 0
  t.mock.timers.enable({ apis: ['setInterval', 'setTimeout'] })
  t.mock.method(performance, 'now', () => nowMs)
  Object.assign(globalThis, { document: new EventTarget(), window: new EventTarget() })
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true })
  t.after(() => ['document', 'window'].map((name) => Reflect.deleteProperty(globalThis, name)))
  t.after(() => Reflect.deleteProperty(navigator, 'onLine'))

  const nothing = (): void => undefined
  const sessions = signal<readonly RunningSession[] | null>(null)
  const listeners = new Set<ChannelListener>()
  const channel = {
    state: signal({ state: 'open', door: 'socket', peer: '', device: '' } as never),
    sessions,
    send: () => false,
    on(listener: ChannelListener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: nothing,
  }
  const player = createPlayer()
  const recording = {
    state: signal({ state: 'idle' } as const),
    room: signal(null),
    load: nothing,
    start: nothing,
    setStream: nothing,
    stop: nothing,
    close: nothing,
  }
  let remembered = large
  const last: LastStation = {
    read: () => remembered,
    write: (station) => void (remembered = station),
    clear: () => void (remembered = null),
  }
  const watched = signal<readonly Watched[]>([])
  const open = (lastOf: LastStation): Watched =>
    createWatched({
      channel,
      household: openHousehold(() => null, ''),
      last: lastOf,
      free: (all, own) =>
        all.filter(({ id }) =>
          watched.peek().every(({ watching: { watch } }) => watch === own || targetOf(watch.peek()) !== id),
        ),
      looked: nothing,
      player,
      awake: { state: signal('off'), start: nothing, stop: nothing, close: nothing },
      recording,
    })
  const first = open(last)
  watched.value = [first]
  const focus = signal(first)
  const several = {
    watched,
    focus,
    channel,
    reachable: signal([]),
    newcomer: signal(null),
    player,
    recording,
    last,
    open,
  }
  const babies = createBabies(several)
  let written: readonly Kept[] = together
  const grid = createGrid({
    several,
    babies,
    memory: {
      readWatched: () => together,
      writeWatched: (next) => void (written = next),
      readSounds: () => 'all',
      writeSounds: nothing,
    },
  })
  t.after(() => {
    grid.close()
    babies.close()
    for (const one of watched.peek()) one.close()
  })
  return {
    grid,
    list: (...all: readonly RunningSession[]) => void (sessions.value = all),
    stop(session: RunningSession) {
      for (const listener of listeners) listener({ type: 'stopped', sessionId: session.id }, undefined)
    },
    pass(ms: number) {
      nowMs += ms
      t.mock.timers.tick(1000)
    },
    names: () => babies.all.value.map(({ watched: { night } }) => night.station.value?.name),
    large: () => babies.focus.value.watched.night.station.value?.name,
    causes: () => babies.causes.value.map(({ sentence }) => sentence),
    written: () => written,
    last: () => remembered,
  }
}

const cannotBeHeard = (name: string): string => gridText.of(name, nightText.alarm.causes['baby-unreachable'].sentence)

test('who is not there after a reload is missed under its own name, and not who was stopped', (t) => {
  const { grid, list, pass, names, causes, written } = reloaded(t, known('Attic'), [
    kept('Attic'),
    kept('Cellar'),
    kept('Nursery', true),
  ])
  list()
  assert.deepEqual(names(), ['Attic', 'Cellar', 'Nursery'])
  assert.deepEqual(grid.missing.value, ['Attic', 'Cellar', 'Nursery'])
  pass(9000)
  assert.deepEqual(causes(), [])
  pass(1500)
  assert.deepEqual(causes(), ['Attic', 'Cellar'].map(cannotBeHeard))
  // Another reload forgets nothing of it.
  assert.deepEqual(written(), [kept('Attic'), kept('Cellar'), kept('Nursery', true)])
})

test('who is missed can be unticked, and goes back to its station by itself', (t) => {
  const { grid, list, names, causes, pass, written } = reloaded(t, known('Attic'), [kept('Attic'), kept('Cellar')])
  list()
  list(lost('Cellar'))
  assert.deepEqual(grid.missing.value, ['Attic'])
  const [attic] = grid.choices.value.filter(({ name }) => name === 'Attic')
  assert.ok(attic)
  grid.toggle(attic)
  assert.deepEqual([names(), grid.missing.value], [['Cellar'], []])
  assert.deepEqual(written(), [])
  pass(10_500)
  assert.deepEqual(causes(), [nightText.alarm.causes['baby-closed'].sentence])
})

test('a place that found no station is none beside those that are missed', (t) => {
  const { list, names, large, last } = reloaded(t, null, [kept('Cellar'), kept('Nursery')])
  list(lost('Attic'))
  assert.deepEqual([names(), large()], [['Cellar', 'Nursery'], 'Cellar'])
  assert.deepEqual(last(), known('Cellar'))
})

test('who is stopped while it is large is not missed by the next reload', (t) => {
  const { list, stop, written, last } = reloaded(t, known('Attic'), [kept('Attic'), kept('Cellar')])
  list(lost('Attic'), lost('Cellar'))
  assert.deepEqual(last(), known('Attic'))
  stop(lost('Attic'))
  assert.deepEqual([written(), last()], [[kept('Attic', true), kept('Cellar')], null])
})
