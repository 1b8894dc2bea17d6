// Keeps the night's timeline on this phone: listens to the Parent Station and writes what lasted, and the levels of each minute.
// Nothing of it goes anywhere else.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Night } from '../parent/night.ts'
import { randomId } from '../signalling/random-id.ts'
import type { Entry, Minute, Remembered } from './entry.ts'
import { keptMs, minuteMs } from './entry.ts'
import { gather, minuteOf } from './minutes.ts'
import type { Gathering } from './minutes.ts'
import { extended, nextSpans } from './spans.ts'
import type { Baby, Ongoing } from './spans.ts'
import { openStore } from './store.ts'
import type { Store } from './store.ts'
import { holdTurn } from './turn.ts'

export type TimelineState =
  | 'opening'
  | 'keeping'
  /** Another tab of this browser watches the same baby and writes it down. */
  | 'elsewhere'
  /** A private window, or storage is forbidden or broken: nothing is kept, everything else goes on. */
  | 'unavailable'
  /** The phone has no room. */
  | 'full'

export interface Timeline {
  readonly state: ReadonlySignal<TimelineState>
  /** Rejects when it cannot be read. */
  read(fromMs: number, toMs: number): Promise<Remembered>
  remove(fromMs: number, toMs: number): Promise<void>
  close(): void
}

export interface TimelineDeps {
  readonly night: Pick<Night, 'station' | 'status' | 'faults' | 'onReport'> & {
    readonly recording: Pick<Night['recording'], 'state'>
  }
  /** Whose timeline it is: two accounts on one phone do not see each other's. */
  readonly username: string
  /** What the other rooms find: `noise`, `movement` and `alarm` that are there now. */
  readonly ongoing: ReadonlySignal<readonly Ongoing[]>
  readonly open?: (name: string) => Promise<Store>
  readonly locks?: LockManager | undefined
  readonly nowMs?: () => number
}

const pruneMs = 3600_000
/** A lock that nobody holds is had within this. */
const aMomentMs = 1000
/** A battery is written down when it has changed by so much. */
const batteryStep = 0.05

export function createTimeline(deps: TimelineDeps): Timeline {
  const { night, open: openIt = openStore, nowMs = Date.now } = deps
  const { locks = (navigator as Partial<Navigator>).locks } = deps
  const state = signal<TimelineState>('opening')
  const closing = new AbortController()
  let store: Promise<Store> | null = null
  let open: readonly Entry[] = []
  let gathering: { readonly baby: Baby; readonly minute: Gathering } | null = null
  let battery: { readonly station: string; readonly level: number; readonly charging: boolean } | null = null
  let prunedMs = 0
  let turn: { readonly station: string; readonly mine: ReadonlySignal<boolean>; free(): void } | null = null

  const stored = async (): Promise<Store> => {
    store ??= openIt(`beddybytes.timeline.${deps.username}`)
    try {
      const opened = await store
      if (!opened.closed) return opened
      store = openIt(`beddybytes.timeline.${deps.username}`)
      return await store
    } catch (error) {
      store = null
      throw error
    }
  }

  const write = async (entries: readonly Entry[], minutes: readonly Minute[] = []): Promise<void> => {
    // Two tabs write one night once. Spans that began while it was this one's turn are ended by it, too.
    if (turn?.mine.peek() === false) {
      state.value = 'elsewhere'
      return
    }
    try {
      const opened = await stored()
      await opened.write({ entries, minutes })
      if (nowMs() - prunedMs >= pruneMs) {
        prunedMs = nowMs()
        await opened.remove(0, nowMs() - keptMs)
      }
      state.value = 'keeping'
    } catch (error) {
      state.value = error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'unavailable'
    }
  }

  const ongoing = computed((): readonly Ongoing[] => {
    const lasting = (kind: Ongoing['kind'], detail = ''): Ongoing => ({ kind, detail, acknowledged: false })
    return [
      ...(night.status.value === 'live' ? [lasting('live')] : []),
      ...night.faults.value.map(({ fault }) => lasting('fault', fault)),
      ...(night.recording.state.value.state === 'recording' ? [lasting('recording')] : []),
      ...deps.ongoing.value,
    ]
  })

  const follow = (baby: Baby | null, now: readonly Ongoing[]): void => {
    const next = nextSpans(open, now, { baby, nowMs: nowMs(), newId: randomId })
    open = next.open
    if (next.changed.length > 0) void write(next.changed)
  }

  const takeTurn = (waitedMs: number): void => {
    // What went on until now is in the other tab's writing.
    if (waitedMs > aMomentMs) open = open.map((span) => ({ ...span, id: randomId(), fromMs: nowMs(), toMs: nowMs() }))
    void write(open)
  }

  const flush = (): void => {
    const done = gathering
    gathering = null
    if (done !== null) void write([], [minuteOf(done.minute, { station: done.baby.id, name: done.baby.name })])
  }

  const stopFollowing = effect(() => {
    const baby = night.station.value
    const now = ongoing.value
    untracked(() => {
      if (baby?.id !== turn?.station) {
        flush()
        turn?.free()
        turn = null
        if (baby !== null) {
          turn = { station: baby.id, ...holdTurn(`beddybytes.timeline.${baby.id}`, locks, takeTurn) }
        }
      }
      follow(baby, now)
    })
  })

  const stopHearing = night.onReport((report) => {
    const baby = night.station.peek()
    if (baby === null) return
    if (gathering !== null && gathering.baby.id !== baby.id) flush()
    const { gathering: minute, done } = gather(gathering?.minute ?? null, report, nowMs())
    gathering = { baby, minute }
    if (done !== null) void write([], [minuteOf(done, { station: baby.id, name: baby.name })])
    const told = report.battery
    const isNew =
      told !== null &&
      (battery?.station !== baby.id ||
        battery.charging !== told.charging ||
        Math.abs(battery.level - told.level) >= batteryStep)
    if (!isNew) return
    battery = { station: baby.id, ...told }
    const detail = `${Math.round(told.level * 100)} %${told.charging ? ', charging' : ''}`
    const atMs = nowMs()
    const { id: station, name } = baby
    void write([
      { id: randomId(), station, name, kind: 'battery', detail, acknowledged: false, fromMs: atMs, toMs: atMs },
    ])
  })

  const clock = setInterval(() => {
    // First what has been asleep: a page that was frozen has not seen what it would now extend.
    follow(night.station.peek(), ongoing.peek())
    open = extended(open, nowMs())
    void write(open)
  }, minuteMs)
  void write([])

  return {
    state,
    async read(fromMs, toMs) {
      return (await stored()).read(fromMs, toMs)
    },
    async remove(fromMs, toMs) {
      await (await stored()).remove(fromMs, toMs)
      // What goes on begins anew.
      open = open.filter((span) => span.toMs < fromMs || span.toMs >= toMs)
    },
    close() {
      if (closing.signal.aborted) return
      closing.abort()
      stopFollowing()
      stopHearing()
      clearInterval(clock)
      follow(null, [])
      flush()
      turn?.free()
      void store?.then((opened) => opened.close()).catch(() => undefined)
    },
  }
}
