import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import type { VNode } from 'preact'
import { conditionText } from '../text/en-bedside.ts'
import type { NoticeProps } from '../ui/notice.ts'
import type { Power } from './low-battery.ts'
import { OwnBattery } from './own-battery.ts'

function shown(power: Power | null): readonly unknown[] | null {
  const notice = OwnBattery({ power: signal(power) }) as VNode<NoticeProps> | null
  return notice === null ? null : [notice.props.tone, notice.props.children]
}

test('a phone that is not charging says so at 20 %, and more plainly at 10 %', () => {
  assert.equal(shown(null), null)
  assert.equal(shown({ level: 0.21, charging: false }), null)
  assert.deepEqual(shown({ level: 0.2, charging: false }), ['warning', conditionText.own(20)])
  assert.deepEqual(shown({ level: 0.1, charging: false }), ['danger', conditionText.own(10)])
  assert.equal(shown({ level: 0.1, charging: true }), null)
})
