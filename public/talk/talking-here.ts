// At the Baby Station: whose voice comes out of it.

import type { ReadonlySignal } from '@preact/signals'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import { talkText } from '../text/en-talk.ts'
import { Notice } from '../ui/notice.ts'

export function TalkingHere({ talking }: { readonly talking: ReadonlySignal<string | null> }): ComponentChildren {
  if (talking.value === null) return null
  return h(Notice, { tone: 'info', children: talkText.talking(talking.value) })
}
