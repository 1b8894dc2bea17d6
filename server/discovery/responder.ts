// The box's voice on the home network: claims its name, answers for it, follows the addresses, and says goodbye. Whatever goes
// wrong here costs the name and nothing else.

import { networkInterfaces } from 'node:os'
import { isDeepStrictEqual } from 'node:util'
import type { Log } from '../log.ts'
import { lanAddresses, watchAddresses, type AddressChoice, type LanAddress } from './addresses.ts'
import { mayAnswer, next, waitMs, type Claim, type ClaimEvent } from './claim.ts'
import { isConflict, isOutranked } from './conflict.ts'
import { createConversation } from './conversation.ts'
import { createFaults, originOf } from './faults.ts'
import {
  decodeMessage,
  encodeQuery,
  encodeResponse,
  type HeardRecord,
  type Message,
  type OwnRecord,
} from './message.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { besides, identity, isEndedByGoodbye, keyOf, keyOfHeard, recordsFor, uniqueNames } from './records.ts'
import { linksOf, mdnsPort, openTransport, type Link, type Sender, type Transport } from './transport.ts'

export interface Responder {
  /** The name that is the box's own: as configured until another box turns out to have it. */
  readonly name: string
  /** Calls back whenever the box has got another name. */
  onName(listener: (name: string) => void): { close(): void }
  /** Says goodbye, so that phones forget the name at once; never takes longer than a second. */
  close(): Promise<void>
}

export interface ResponderOptions extends AddressChoice {
  readonly hostname: string
  readonly httpsPort: number
  readonly log: Log
  /** For tests. */
  readonly random?: () => number
}

interface Voice {
  readonly link: Link
  readonly outbox: Outbox
}

/** How often to try again for a port that somebody else has. */
const retryMs = 10_000

export function openResponder(options: ResponderOptions): Responder {
  const { hostname, httpsPort, log, random = Math.random } = options
  const listeners = new Set<(name: string) => void>()
  const { complain, isWell } = createFaults(log, httpsPort, options)
  let name = hostname
  let claim: Claim = { state: 'offline', number: 1 }
  let transport: Transport | null = null
  let voices: readonly Voice[] = []
  /** What was said of addresses that are gone, by interface: others forget it with the next announcement. */
  let gone: ReadonlyMap<string, readonly OwnRecord[]> = new Map()
  let timer: NodeJS.Timeout | null = null
  let retry: NodeJS.Timeout | null = null
  let closing: Promise<void> | null = null
  let changes: Promise<void> = Promise.resolve()
  /** The addresses for which the sockets are open. */
  let spokenFor: readonly LanAddress[] = []

  const recordsOn = (link: Link, { number } = claim) =>
    recordsFor(identity(hostname, number, httpsPort), link.addresses)

  const step = (event: ClaimEvent) => {
    const before = claim
    claim = next(before, event)
    if (claim === before) return
    if (timer !== null) clearTimeout(timer)
    const delayMs = waitMs(claim, random())
    timer = delayMs === null ? null : setTimeout(step, delayMs, 'due')
    act(before)
  }
  const act = (before: Claim) => {
    switch (claim.state) {
      case 'probing':
        // What waits to be said may be another's by now.
        if (mayAnswer(before)) for (const { outbox } of voices) outbox.close()
        if (claim.sent > 0) for (const { link } of voices) probe(link)
        break
      case 'announcing':
        for (const voice of voices) announce(voice)
        if (claim.sent === 1) take(identity(hostname, claim.number, httpsPort).hostname)
        break
      case 'offline':
      case 'yielding':
      case 'owned':
        break
    }
  }
  const take = (taken: string) => {
    if (taken === name) return
    log.info(`Another machine here is called ${hostname}. This box is at ${originOf(taken, httpsPort)} now.`)
    name = taken
    for (const listener of listeners) listener(taken)
  }

  const probe = (link: Link) => {
    const own = recordsOn(link)
    const names = uniqueNames(own)
    const proposed = own.filter(({ isUnique }) => isUnique)
    transport?.send(link, encodeQuery({ questions: names.map((asked) => ({ name: asked, type: 'ANY' })), proposed }))
  }
  const announce = ({ link, outbox }: Voice) => {
    const own = recordsOn(link)
    const answers = gone.get(link.interface) ?? []
    if (answers.length > 0) transport?.send(link, encodeResponse({ answers, isGoodbye: true }))
    gone = new Map([...gone].filter(([key]) => key !== link.interface))
    transport?.send(link, encodeResponse({ answers: own, additionals: besides(own, own) }))
    outbox.noteSaid(own)
  }
  const conversation = createConversation({
    random,
    records: (link) => (mayAnswer(claim) ? recordsOn(link) : []),
    outbox: (link) => voices.find((voice) => voice.link === link)?.outbox,
    send: (link, bytes, to) => transport?.send(link, bytes, to),
  })

  /** A packet that nobody thought of must not end the box, which would end again when it comes again. */
  const hear = (link: Link, bytes: Buffer, from: Sender) => {
    try {
      understand(link, bytes, from)
    } catch (cause) {
      complain('packet', `A packet was not understood: this is a bug. ${name} may not be found.`, cause)
    }
  }
  const understand = (link: Link, bytes: Buffer, from: Sender) => {
    const message = decodeMessage(bytes)
    if (message?.kind === 'query') hearQuery(link, message, from)
    // A response from another port is no multicast DNS (section 6).
    else if (message !== null && from.port === mdnsPort) hearResponse(link, message.records)
  }
  const hearQuery = (link: Link, query: Message & { kind: 'query' }, from: Sender) => {
    if (claim.state === 'probing' && isOutranked(query.proposed, recordsOn(link))) step('outranked')
    else conversation.answer(link, query, from)
  }
  const hearResponse = (link: Link, records: readonly HeardRecord[]) => {
    if (claim.state === 'offline') return
    const own = recordsOn(link)
    const machine = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
    if (records.some((record) => isConflict(record, own, machine))) {
      step('taken')
      return
    }
    if (!mayAnswer(claim)) return
    // Somebody lets a record of ours die, as a second box on this machine does when it goes: say it again.
    const dying = new Map(records.map((record) => [keyOfHeard(record), record.ttlS]))
    const rescued = own.filter((record) => (dying.get(keyOf(record)) ?? record.ttlS) < record.ttlS / 2)
    if (rescued.length > 0) voices.find((voice) => voice.link === link)?.outbox.add(rescued)
  }

  const leave = async () => {
    if (retry !== null) clearTimeout(retry)
    retry = null
    for (const { outbox } of voices) outbox.close()
    conversation.forget()
    const leaving = transport
    transport = null
    await leaving?.close()
  }
  /** Opens the sockets for the present addresses, then claims the name anew: whoever is on another network may have it there. */
  const follow = async (addresses: readonly LanAddress[]) => {
    if (transport !== null && isDeepStrictEqual(addresses, spokenFor)) return
    const said = new Map(voices.map(({ link }) => [link.interface, mayAnswer(claim) ? recordsOn(link) : []]))
    step('offline')
    await leave()
    const links = linksOf(addresses)
    voices = []
    spokenFor = addresses
    if (closing !== null || links.length === 0) return
    try {
      transport = await openTransport(links, {
        onPacket: hear,
        onSent,
        onFailure: (cause) => fail(cause),
      })
    } catch (cause) {
      fail(cause)
      return
    }
    isWell('port', `Port ${mdnsPort} is to be had again: ${name} can be found.`)
    const { served, shortfall } = transport
    if (shortfall === null) isWell('interface', `${name} can be found on every interface again.`)
    else complain('interface', `${name} can be found on ${served.length} interfaces of ${links.length}.`, shortfall)
    voices = served.map((link) => ({ link, outbox: createOutbox({ say: say(link), now, random }) }))
    gone = new Map(served.map((link) => [link.interface, ended(said.get(link.interface) ?? [], recordsOn(link))]))
    step('online')
  }
  const say = (link: Link) => (answers: readonly OwnRecord[]) =>
    transport?.send(link, encodeResponse({ answers, additionals: besides(answers, recordsOn(link)) }))
  const onSent = (failure: Error | null) => {
    if (failure === null) {
      isWell('send', `The network takes announcements of ${name} again.`)
      return
    }
    const present = lanAddresses(options)
    // The network went from under it, which is no fault.
    if (!isDeepStrictEqual(present, spokenFor)) change(present)
    else complain('send', `The network takes no announcement of ${name}.`, failure.message)
  }
  const fail = (cause: unknown) => {
    spokenFor = []
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
    complain(
      'port',
      isTaken
        ? `Another program keeps port ${mdnsPort}/udp for itself, so nobody can find ${name}.`
        : `${name} cannot be announced.`,
      isTaken ? undefined : cause,
    )
    retry ??= setTimeout(() => {
      retry = null
      change(lanAddresses(options))
    }, retryMs)
  }
  /** One after the other, whatever comes in between. */
  const change = (addresses: readonly LanAddress[]) => {
    changes = changes.then(() => follow(addresses))
  }

  const watch = watchAddresses(change, options)
  change(lanAddresses(options))

  return {
    get name() {
      return name
    },
    onName(listener) {
      listeners.add(listener)
      return { close: () => void listeners.delete(listener) }
    },
    close() {
      closing ??= (async () => {
        watch.close()
        listeners.clear()
        await changes
        if (mayAnswer(claim)) {
          for (const { link } of voices) {
            transport?.send(
              link,
              encodeResponse({ answers: recordsOn(link).filter(isEndedByGoodbye), isGoodbye: true }),
            )
          }
        }
        step('offline')
        await leave()
      })()
      return closing
    },
  }
}

const now = () => performance.now()

function ended(before: readonly OwnRecord[], after: readonly OwnRecord[]): OwnRecord[] {
  const still = new Set(after.map(keyOf))
  return before.filter((record) => isEndedByGoodbye(record) && !still.has(keyOf(record)))
}
