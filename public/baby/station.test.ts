import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { sessionIdSchema } from '../shared/protocol.ts'
import { nextStation, off } from './station.ts'
import type { Station, StationEvent } from './station.ts'

const sessionId = v.parse(sessionIdSchema, 's'.repeat(22))
const other = v.parse(sessionIdSchema, 'o'.repeat(22))
const start: StationEvent = { type: 'start', name: 'Nursery' }
const captured: StationEvent = { type: 'captured', sessionId }
const started: StationEvent = { type: 'started', sessionId, startedAt: '2026-01-01T00:00:00.000Z' }

const after = (...events: readonly StationEvent[]): Station => events.reduce(nextStation, off)

/** State, and what went wrong, in a word. */
function brief(now: Station): string {
  switch (now.state) {
    case 'idle':
      return now.problem === null ? 'idle' : `idle: ${now.problem.kind}`
    case 'starting':
      return 'starting'
    case 'running':
      return `running ${now.sessionId.slice(0, 1)}${now.startedAt === null ? '' : ', known'}${now.refused === null ? '' : ', refused'}`
  }
}

const rows: readonly [string, readonly StationEvent[], string][] = [
  ['Start turns on', [start], 'starting'],
  [
    'a name that cannot be shown is refused before anything is turned on',
    [{ type: 'start', name: null }],
    'idle: name',
  ],
  ['it runs when the camera is there, whether or not the box has heard', [start, captured], 'running s'],
  ['the box has heard', [start, captured, started], 'running s, known'],
  ['a camera that is not given explains itself', [start, { type: 'problem', reason: 'blocked' }], 'idle: capture'],
  ['Stop while it turns on', [start, { type: 'stop' }, captured], 'idle'],
  ['Stop while it runs', [start, captured, started, { type: 'stop' }], 'idle'],
  ['Start twice is once', [start, captured, start], 'running s'],
  [
    'a licence keeps it from beginning',
    [start, captured, { type: 'refused', sessionId, reason: 'licence-missing' }],
    'idle: refused',
  ],
  [
    'a licence never ends what runs',
    [start, captured, started, { type: 'refused', sessionId, reason: 'licence-expired' }],
    'running s, known, refused',
  ],
  [
    'and is forgotten when the box takes it back',
    [start, captured, started, { type: 'refused', sessionId, reason: 'licence-expired' }, started],
    'running s, known',
  ],
  [
    'stopped from elsewhere',
    [start, captured, started, { type: 'stopped-elsewhere', sessionId }],
    'idle: stopped-elsewhere',
  ],
  [
    'news of another session is not its business',
    [start, captured, started, { type: 'stopped-elsewhere', sessionId: other }],
    'running s, known',
  ],
  [
    'goes on under another id when its own is taken',
    [start, captured, { type: 'renewed', sessionId: other }],
    'running o',
  ],
  ['without a log-in it cannot begin', [start, captured, { type: 'logged-out' }], 'idle: logged-out'],
  ['a log-in that ends later ends nothing', [start, captured, started, { type: 'logged-out' }], 'running s, known'],
]

for (const [name, events, expected] of rows) {
  test(name, () => assert.equal(brief(after(...events)), expected))
}
