// Stands between the calls and the box: what describes a connection goes out signed with the household's secret, and comes in only when
// it is what the other station has signed. A box that puts other fingerprints into it is noticed before any of it reaches the browser.
//
// Signed is the whole description, so that nothing depends on reading it as the browser does, with its direction, the call, the
// session (no other cot can be put in this one's place), and for the answer the fingerprints of the offer that it answers.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { CallId, DeviceId, Payload, PeerId, SessionId } from '../shared/protocol.ts'
import { fingerprintsOf } from './fingerprints.ts'
import type { Household } from './household.ts'
import { importKey } from './key.ts'
import type { Key } from './key.ts'
import { judge, withFinding } from './trust.ts'
import type { Findings, Trust } from './trust.ts'

type Description = Extract<Payload, { kind: 'offer' | 'answer' }>

export interface Seals {
  readonly findings: ReadonlySignal<Findings<CallId>>
  /** The parent begins a call by this; the baby's begin when they are joined. */
  begin(call: CallId, session: SessionId, station: string): void
  /** To the other station, through the box. */
  send(to: PeerId, call: CallId, payload: Payload): void
  /** From the other station, as the box has stamped it. */
  take(from: PeerId, device: DeviceId, call: CallId, payload: Payload): void
  /** A person takes a station without its proof from now on. */
  accept(other: string): void
}

export interface SealsDeps {
  readonly household: Household
  /** What comes from the other station: the baby offers, the parent answers. */
  readonly takes: 'offer' | 'answer'
  /** The session that runs here; asked at the Baby Station. */
  session(): SessionId | null
  send(to: PeerId, call: CallId, payload: Payload): void
  take(from: PeerId, device: DeviceId, call: CallId, payload: Payload): void
}

interface Line {
  readonly session: SessionId
  readonly other: string
  readonly key: Promise<Key | null>
  /** Of the offer that this call lives by. */
  offered: string
  /** Of the other station; a call never changes them. */
  theirs: string | null
  /** Descriptions come and go one after the other. */
  turn: Promise<void>
}

/** Far more than there are calls; the oldest goes. */
const mostLines = 64

export function createSeals(deps: SealsDeps): Seals {
  const { household } = deps
  const findings = signal<Findings<CallId>>(new Map())
  const lines = new Map<CallId, Line>()

  const open = (call: CallId, session: SessionId, other: string, key: Promise<Key | null>): void => {
    lines.set(call, { session, other, key, offered: '', theirs: null, turn: Promise.resolve() })
    for (const oldest of lines.keys()) {
      if (lines.size <= mostLines) break
      lines.delete(oldest)
    }
  }

  const find = (call: CallId, other: string, trust: Trust): void => {
    findings.value = withFinding(findings.peek(), call, { other, trust, sinceMs: Date.now() })
  }

  const inTurn = (line: Line, work: () => Promise<void>): void => {
    // What fails here never arrives; the parent makes another call.
    line.turn = line.turn.then(work).catch(() => undefined)
  }

  const wordsOf = (line: Line, call: CallId, { kind, sdp }: Description): string[] => [
    kind,
    call,
    line.session,
    sdp,
    kind === 'answer' ? line.offered : '',
  ]

  const sendSealed = async (line: Line, to: PeerId, call: CallId, payload: Description): Promise<void> => {
    if (payload.kind === 'offer') line.offered = fingerprintsOf(payload.sdp) ?? ''
    const words = wordsOf(line, call, payload)
    const key = await line.key
    const proof = key === null ? undefined : { key: key.id, signature: await key.sign(words) }
    deps.send(to, call, { ...payload, proof })
  }

  const check = async (line: Line, call: CallId, payload: Description): Promise<Trust> => {
    const fingerprints = fingerprintsOf(payload.sdp)
    const { proof } = payload
    const words = wordsOf(line, call, payload)
    const key = await line.key
    const trust = judge({
      consistent: fingerprints !== null && (line.theirs ?? fingerprints) === fingerprints,
      own: key?.id ?? null,
      theirs: proof?.key ?? null,
      genuine: key !== null && proof?.key === key.id && (await key.check(words, proof.signature)),
      known: household.memory.has(line.other),
    })
    if (trust.state !== 'refused' && fingerprints !== null) {
      line.theirs = fingerprints
      if (payload.kind === 'offer') line.offered = fingerprints
    }
    return trust
  }

  const takeChecked = async (line: Line, from: PeerId, device: DeviceId, call: CallId, payload: Description) => {
    const trust = await check(line, call, payload)
    find(call, line.other, trust)
    if (trust.state !== 'refused') {
      deps.take(from, device, call, payload)
      if (trust.state === 'verified') household.memory.add(line.other)
      return
    }
    // A call that already runs goes on with what it has.
    if (line.theirs !== null) return
    // First the word of why: the call, which ends by this, says nothing but that it leaves.
    deps.send(from, call, { kind: 'leave', refused: trust.why })
    deps.take(from, device, call, { kind: 'leave' })
    lines.delete(call)
  }

  return {
    findings,
    begin(call, session, station) {
      open(call, session, station, household.key())
    },
    send(to, call, payload) {
      const line = lines.get(call)
      if (payload.kind === 'join' && line !== undefined) {
        deps.send(to, call, { kind: 'join', session: line.session, guest: household.guest ?? undefined })
      } else if ((payload.kind === 'offer' || payload.kind === 'answer') && line !== undefined) {
        inTurn(line, () => sendSealed(line, to, call, payload))
      } else {
        if (payload.kind === 'leave') lines.delete(call)
        deps.send(to, call, payload)
      }
    },
    take(from, device, call, payload) {
      const line = lines.get(call)
      switch (payload.kind) {
        case 'offer':
        case 'answer':
          if (payload.kind !== deps.takes || line === undefined) return
          inTurn(line, () => takeChecked(line, from, device, call, payload))
          return
        case 'join': {
          const session = deps.session()
          // Meant for a session that ran here before, or for another Baby Station altogether.
          if (session === null || (payload.session ?? session) !== session) return
          if (line === undefined) open(call, session, device, keyFor(household, payload.guest))
          break
        }
        case 'leave':
          if (payload.refused !== undefined && line !== undefined) {
            find(call, line.other, { state: 'refused', why: payload.refused })
          }
          lines.delete(call)
          break
        case 'candidate':
        case 'restart':
          break
      }
      deps.take(from, device, call, payload)
    },
    accept(other) {
      household.memory.forget(other)
      findings.value = new Map([...findings.peek()].filter(([, found]) => found.other !== other))
    },
  }
}

/** A guest has a secret of its own, made of the household's and a salt that it tells. */
async function keyFor(household: Household, salt: string | undefined): Promise<Key | null> {
  const key = await household.key()
  if (key === null || salt === undefined) return key
  return importKey(await key.forGuest(salt)).catch(() => null)
}
