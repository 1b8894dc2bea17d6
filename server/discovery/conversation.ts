// Who asked what, and how it is answered: aloud, to the asker alone, or as an ordinary name server would.

import { encodeLegacyResponse, encodeResponse, type Message, type OwnRecord } from './message.ts'
import type { Outbox } from './outbox.ts'
import { answersTo, besides, uniqueNames } from './records.ts'
import { mdnsPort, type Link, type Sender } from './transport.ts'

type Query = Message & { readonly kind: 'query' }

export interface Conversation {
  answer(link: Link, query: Query, from: Sender): void
  forget(): void
}

/** How long the rest of a list of known answers may take (section 7.2). */
const restMs = { least: 400, most: 500 }
const mostWaiting = 32

export function createConversation(deps: {
  /** Empty while nothing is the box's own yet. */
  records(link: Link): readonly OwnRecord[]
  outbox(link: Link): Outbox | undefined
  send(link: Link, bytes: Buffer, to: Sender): void
  random(): number
}): Conversation {
  /** By sender: questions whose known answers are still coming. */
  const unfinished = new Map<string, { readonly query: Query; readonly timer: NodeJS.Timeout }>()

  const respond = (link: Link, { id, questions, known, proposed }: Query, from: Sender) => {
    const own = deps.records(link)
    if (own.length === 0 || questions.length === 0) return
    if (from.port !== mdnsPort) {
      // Names of others are not repeated: what cannot be read cannot be written either.
      const answered = questions.filter((question) => answersTo([question], [], own).length > 0)
      const answers = answersTo(answered, [], own)
      if (answers.length === 0) return
      const additionals = besides(answers, own)
      deps.send(link, encodeLegacyResponse({ id, questions: answered, answers, additionals }), from)
      return
    }
    const alone = answersTo(
      questions.filter(({ isUnicast }) => isUnicast),
      known,
      own,
    )
    if (alone.length > 0) {
      deps.send(link, encodeResponse({ answers: alone, additionals: besides(alone, own) }), from)
    }
    const outbox = deps.outbox(link)
    // A prober is told aloud as well: on its machine the port may be another's, which gets what is sent to it alone.
    const isProbe = proposed.some(({ name }) => uniqueNames(own).includes(name))
    const stale = alone.filter((record) => isProbe || outbox?.wasSaidLately(record) !== true)
    const aloud = answersTo(
      questions.filter(({ isUnicast }) => !isUnicast),
      known,
      own,
    )
    outbox?.add([...aloud, ...stale], { isDefence: isProbe })
  }

  return {
    answer(link, query, from) {
      const sender = `${from.address} ${from.port}`
      const begun = unfinished.get(sender)
      if (begun !== undefined && query.questions.length === 0) {
        const merged = { ...begun.query, known: [...begun.query.known, ...query.known].slice(0, 1000) }
        unfinished.set(sender, { ...begun, query: merged })
        return
      }
      if (!query.isTruncated || begun !== undefined || unfinished.size >= mostWaiting) {
        respond(link, query, from)
        return
      }
      const timer = setTimeout(
        () => {
          const finished = unfinished.get(sender)
          unfinished.delete(sender)
          if (finished !== undefined) respond(link, finished.query, from)
        },
        restMs.least + deps.random() * (restMs.most - restMs.least),
      )
      unfinished.set(sender, { query, timer })
    },
    forget() {
      for (const { timer } of unfinished.values()) clearTimeout(timer)
      unfinished.clear()
    },
  }
}
