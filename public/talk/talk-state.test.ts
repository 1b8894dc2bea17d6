import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idle, mostTalkMs, nextTalk } from './talk-state.ts'
import type { Talk, TalkEvent } from './talk-state.ts'

const press = (open: boolean, way: 'there' | 'away' | 'old' = 'there'): TalkEvent => ({ type: 'press', way, open })
const talking = (sinceMs: number, heard: boolean): Talk => ({ state: 'talking', sinceMs, heard })
const waiting = (sinceMs: number): Talk => ({ state: 'waiting', sinceMs })
const asking = (held: boolean): Talk => ({ state: 'asking', held })
const ready: Talk = { state: 'ready' }
const refused = (why: 'blocked' | 'taken'): Talk => ({ state: 'refused', why })
const off = (why: 'ended' | 'unheard' | 'old'): Talk => ({ state: 'idle', why })

const table: readonly (readonly [sentence: string, now: Talk, event: TalkEvent, atMs: number, after: Talk])[] = [
  ['the first press asks for the microphone', idle, press(false), 0, asking(true)],
  ['it is talked at once when it is given while held', asking(true), { type: 'opened' }, 5, talking(5, false)],
  ['the question made the thumb let go: hold again', asking(false), { type: 'opened' }, 5, ready],
  ['letting go under the question', asking(true), { type: 'release' }, 5, asking(false)],
  ['pressing again under the question', asking(false), press(false), 5, asking(true)],
  ['the person says no', asking(true), { type: 'refused', why: 'blocked' }, 5, refused('blocked')],
  ['after a no it is asked again', refused('blocked'), press(false), 9, asking(true)],
  ['the next press talks', ready, press(true), 9, talking(9, false)],
  ['any press with the microphone there talks', idle, press(true), 9, talking(9, false)],
  ['the baby says that it plays it', talking(9, false), { type: 'floor', yours: true }, 20, talking(9, true)],
  ['somebody else talks already', talking(9, false), { type: 'floor', yours: false }, 20, waiting(9)],
  ['and has ended', waiting(9), { type: 'floor', yours: true }, 900, talking(9, true)],
  ['letting go ends it', talking(9, true), { type: 'release' }, 900, idle],
  ['letting go ends the waiting', waiting(9), { type: 'release' }, 900, idle],
  ['another app takes the microphone', talking(9, true), { type: 'refused', why: 'taken' }, 900, refused('taken')],
  ['the baby cannot be reached', idle, press(true, 'away'), 0, off('unheard')],
  ['the baby goes out of reach', talking(9, true), { type: 'away' }, 900, off('unheard')],
  ['a Baby Station of before cannot play it', idle, press(true, 'old'), 0, off('old')],
  ['the next press begins anew', off('unheard'), press(true), 7, talking(7, false)],
  ['nobody talks for hours', talking(9, true), { type: 'look' }, 9 + mostTalkMs, off('ended')],
  ['until then it goes on', talking(9, true), { type: 'look' }, 8 + mostTalkMs, talking(9, true)],
  ['a press while talking is the same press', talking(9, true), press(true), 10, talking(9, true)],
  ['what is said late changes nothing', idle, { type: 'floor', yours: true }, 10, idle],
  ['a microphone that comes late changes nothing', idle, { type: 'opened' }, 10, idle],
  ['a release alone changes nothing', ready, { type: 'release' }, 10, ready],
]
for (const [sentence, now, event, atMs, after] of table) {
  test(sentence, () => assert.deepEqual(nextTalk(now, event, atMs), after))
}
