// Talking to the baby: pressed and held, one way at a time. Pure; talk.ts asks for the microphone and sends it.

/** Why there is no microphone. */
export type Refusal = 'blocked' | 'none' | 'taken' | 'unsupported'

export type Talk =
  /** `why` is what a person has to know of the last time. */
  | { readonly state: 'idle'; readonly why: 'ended' | 'unheard' | 'old' | null }
  /** The browser asks the person; `held`: and the button is still pressed. */
  | { readonly state: 'asking'; readonly held: boolean }
  /** The microphone is there, and the press that it was asked for with has ended: browsers put their question over the page. */
  | { readonly state: 'ready' }
  /** The voice is on its way; `heard`: the baby's phone has said that it plays it. */
  | { readonly state: 'talking'; readonly sinceMs: number; readonly heard: boolean }
  /** Somebody else talks already. */
  | { readonly state: 'waiting'; readonly sinceMs: number }
  | { readonly state: 'refused'; readonly why: Refusal }

export type TalkEvent =
  /** `way`: whether the baby can be reached, and plays voices; `open`: the microphone is there. */
  | { readonly type: 'press'; readonly way: 'there' | 'away' | 'old'; readonly open: boolean }
  | { readonly type: 'release' }
  | { readonly type: 'opened' }
  | { readonly type: 'refused'; readonly why: Refusal }
  /** The baby's word about who has the floor. */
  | { readonly type: 'floor'; readonly yours: boolean }
  /** The baby cannot be reached any more. */
  | { readonly type: 'away' }
  | { readonly type: 'look' }

export const idle: Talk = { state: 'idle', why: null }

/** A button that got stuck, or was pressed by a pillow, does not send the night from the parents' room. */
export const mostTalkMs = 120_000

export function nextTalk(now: Talk, event: TalkEvent, nowMs: number): Talk {
  switch (event.type) {
    case 'press':
      if (now.state === 'asking') return { state: 'asking', held: true }
      if (isHeld(now)) return now
      if (event.way === 'away') return { state: 'idle', why: 'unheard' }
      if (event.way === 'old') return { state: 'idle', why: 'old' }
      return event.open ? { state: 'talking', sinceMs: nowMs, heard: false } : { state: 'asking', held: true }
    case 'release':
      if (now.state === 'asking') return { state: 'asking', held: false }
      return isHeld(now) ? idle : now
    case 'opened':
      if (now.state !== 'asking') return now
      return now.held ? { state: 'talking', sinceMs: nowMs, heard: false } : { state: 'ready' }
    case 'refused':
      return now.state === 'asking' || isHeld(now) ? { state: 'refused', why: event.why } : now
    case 'floor':
      if (!isHeld(now)) return now
      return event.yours
        ? { state: 'talking', sinceMs: now.sinceMs, heard: true }
        : { state: 'waiting', sinceMs: now.sinceMs }
    case 'away':
      return isHeld(now) ? { state: 'idle', why: 'unheard' } : now
    case 'look':
      return isHeld(now) && nowMs - now.sinceMs >= mostTalkMs ? { state: 'idle', why: 'ended' } : now
  }
}

/** Whether the baby is told that this phone wants to talk. */
export function isHeld(now: Talk): now is Extract<Talk, { state: 'talking' | 'waiting' }> {
  return now.state === 'talking' || now.state === 'waiting'
}
