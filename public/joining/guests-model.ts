// The family's guests: who may watch which Baby Station until when, a new link, and the end of one.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Problem, Result } from '../shell/api.ts'
import { sayProblem } from '../shell/problem.ts'
import { joiningText } from '../text/en-joining.ts'
import type { Addresses, InvitedGuest, JoiningApi, Station } from './api.ts'

export type GuestsState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | {
      readonly state: 'listed'
      readonly guests: readonly InvitedGuest[]
      readonly stations: readonly Station[]
      readonly addresses: Addresses
    }

/** The link just made: it is shown once, because the box keeps only its hash. */
export interface NewLink {
  readonly guest: InvitedGuest
  readonly code: string
  /** The guest's secret of this household, which the box does not get. */
  readonly household: string | null
}

export interface Fault {
  /** Where it is said: beside the button for a new link, or for the page. */
  readonly about: 'invitation' | 'page'
  readonly message: string
}

export interface GuestsModel {
  readonly state: ReadonlySignal<GuestsState>
  readonly link: ReadonlySignal<NewLink | null>
  readonly fault: ReadonlySignal<Fault | null>
  /** The box is being asked for a link: a second tap asks for none. */
  readonly inviting: ReadonlySignal<boolean>
  load(): Promise<void>
  invite(wanted: { readonly sessionId: string; readonly name: string; readonly until: Date | null }): Promise<void>
  remove(guest: InvitedGuest): Promise<void>
}

export interface GuestsDeps {
  readonly api: Pick<JoiningApi, 'guests' | 'stations' | 'addresses' | 'invite' | 'removeGuest'>
  /** Makes a secret for one guest; null where this phone has none itself. */
  readonly makeSecret: () => Promise<string | null>
  readonly onLoggedOut: () => void
}

const { errors } = joiningText

export function createGuestsModel({ api, makeSecret, onLoggedOut }: GuestsDeps): GuestsModel {
  const state = signal<GuestsState>({ state: 'loading' })
  const link = signal<NewLink | null>(null)
  const fault = signal<Fault | null>(null)
  const inviting = signal(false)

  function fail(problem: Problem, about: Fault['about'] = 'page'): void {
    const message = sayProblem(problem, {
      'not-found': errors.stationGone,
      'bad-time': errors.time,
      'bad-request': errors.name,
      'too-many': errors.tooManyGuests,
    })
    if (problem.code === 'logged-out') onLoggedOut()
    else if (state.peek().state === 'listed') fault.value = { about, message }
    else state.value = { state: 'failed', message }
  }

  async function load(): Promise<void> {
    const [guests, stations, addresses] = await Promise.all([api.guests(), api.stations(), api.addresses()])
    const failed = [guests, stations, addresses].find((answer): answer is Result<never> & { ok: false } => !answer.ok)
    if (failed !== undefined) fail(failed.problem)
    else if (guests.ok && stations.ok && addresses.ok) {
      fault.value = null
      state.value = {
        state: 'listed',
        guests: guests.value,
        stations: stations.value,
        addresses: addresses.value,
      }
    }
  }

  return {
    state,
    link,
    fault,
    inviting,
    load,
    async invite({ sessionId, name, until }) {
      if (inviting.peek()) return
      fault.value = null
      if (until === null || Number.isNaN(until.getTime()) || until.getTime() <= Date.now()) {
        fault.value = { about: 'invitation', message: errors.time }
        return
      }
      inviting.value = true
      const answer = await api.invite({ sessionId, name: name.trim(), until: until.toISOString() })
      inviting.value = false
      if (!answer.ok) {
        fail(answer.problem, 'invitation')
        return
      }
      const { code, ...guest } = answer.value
      link.value = { guest, code, household: await makeSecret() }
      await load()
    },
    async remove(guest) {
      fault.value = null
      const answer = await api.removeGuest(guest.id)
      // One that is not found has ended by itself: what was asked for is so.
      if (!answer.ok && answer.problem.code !== 'not-found') {
        fail(answer.problem)
        return
      }
      if (link.peek()?.guest.id === guest.id) link.value = null
      await load()
    },
  }
}
