// How a name becomes the box's own (RFC 6762, sections 8 and 9): ask three times whether anybody has it, say that one has it,
// go on to the next number when somebody else does.

export type Claim =
  | { readonly state: 'offline'; readonly number: number }
  /** `conflicts` since the box last had a name in peace. */
  | { readonly state: 'probing'; readonly number: number; readonly sent: number; readonly conflicts: number }
  /** Another box probes for the same name at this moment, and goes first. */
  | { readonly state: 'yielding'; readonly number: number; readonly conflicts: number }
  | { readonly state: 'announcing'; readonly number: number; readonly sent: number; readonly conflicts: number }
  | { readonly state: 'owned'; readonly number: number }

/**
 * `online`: there is a network, or another one than before. `taken`: somebody said a record of this name. `outranked`: somebody
 * probes for it with data that sort after ours. `due`: the time that `waitMs` told is over.
 */
export type ClaimEvent = 'online' | 'offline' | 'taken' | 'outranked' | 'due'

const probes = 3
const announcements = 3

export function next(claim: Claim, event: ClaimEvent): Claim {
  const { number } = claim
  switch (event) {
    case 'offline':
      return { state: 'offline', number }
    case 'online':
      return { state: 'probing', number, sent: 0, conflicts: 0 }
    case 'taken':
      return afterConflict(claim)
    case 'outranked':
      return claim.state === 'probing' ? { state: 'yielding', number, conflicts: claim.conflicts } : claim
    case 'due':
      return afterWait(claim)
  }
}

function afterConflict(claim: Claim): Claim {
  const { number } = claim
  switch (claim.state) {
    case 'offline':
      return claim
    case 'probing':
    case 'yielding':
      return { state: 'probing', number: number + 1, sent: 0, conflicts: claim.conflicts + 1 }
    // Two networks became one, or somebody does not ask: whoever defends the name now keeps it.
    case 'announcing':
      return { state: 'probing', number, sent: 0, conflicts: claim.conflicts + 1 }
    case 'owned':
      return { state: 'probing', number, sent: 0, conflicts: 1 }
  }
}

function afterWait(claim: Claim): Claim {
  const { number } = claim
  switch (claim.state) {
    case 'offline':
    case 'owned':
      return claim
    case 'yielding':
      return { state: 'probing', number, sent: 0, conflicts: claim.conflicts }
    case 'probing':
      if (claim.sent < probes) return { ...claim, sent: claim.sent + 1 }
      return { state: 'announcing', number, sent: 1, conflicts: claim.conflicts }
    case 'announcing':
      return claim.sent < announcements ? { ...claim, sent: claim.sent + 1 } : { state: 'owned', number }
  }
}

const betweenProbesMs = 250
const yieldMs = 1000
/** After 15 conflicts (section 8.1), a name every five seconds is enough. */
const patientAfter = 15
const patientMs = 5000

/** Until `due`; null if there is nothing to wait for. `chance` is from 0 to 1: boxes that start together should not probe together. */
export function waitMs(claim: Claim, chance: number): number | null {
  switch (claim.state) {
    case 'offline':
    case 'owned':
      return null
    case 'yielding':
      return yieldMs
    case 'probing':
      if (claim.sent > 0) return betweenProbesMs
      return claim.conflicts >= patientAfter ? patientMs : betweenProbesMs * chance
    case 'announcing':
      return 1000 * 2 ** (claim.sent - 1)
  }
}

/** Only then does the box answer for it. */
export const mayAnswer = ({ state }: Claim) => state === 'announcing' || state === 'owned'
