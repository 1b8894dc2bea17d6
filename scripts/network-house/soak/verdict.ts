// Whether the parents were told the truth: what each page said in each second, against what it had decoded by then. Pure.

export interface Sample {
  /** Since the soak began. */
  readonly atS: number
  /** Null while the page cannot be asked: frozen, or being opened anew. */
  readonly page: {
    /** The whole text of its status. */
    readonly claim: string
    readonly isAlarming: boolean
    /** Pictures that were shown, samples of sound that were received and not made up; both only grow. */
    readonly frames: number
    readonly samples: number
  } | null
}

export interface Span {
  readonly kind: string
  readonly fromS: number
  readonly toS: number
  /** The parents whose media it may have interrupted. */
  readonly parents: readonly string[]
}

export interface Verdict {
  readonly seconds: number
  /** Seconds in which a page said Live without any proof for longer than `proofS`. */
  readonly silentFailureS: number
  /** Alarms while nothing was wrong, and nothing had been for a while. */
  readonly falseAlarms: number
  /** Outages of more than `alarmS` in which no alarm came. */
  readonly missedAlarms: number
  readonly recoveries: readonly Recovery[]
  /** Where the silent seconds and false alarms were, for whoever has to find out why. */
  readonly remarks: readonly string[]
}

export interface Recovery {
  readonly kind: string
  readonly parent: string
  /** From the end of the trouble to frames and the word Live; null if that had not come by the next trouble. */
  readonly afterS: number | null
}

const proofS = 5
/** Media may be away for this long before an alarm, with a second each for both clocks. */
const alarmS = 13
/** For this long after a trouble an alarm belongs to it. */
const aftermathS = 20

export function judge(samplesOf: ReadonlyMap<string, readonly Sample[]>, troubles: readonly Span[]): Verdict {
  const remarks: string[] = []
  let seconds = 0
  let silentFailureS = 0
  let falseAlarms = 0
  let missedAlarms = 0
  const recoveries: Recovery[] = []

  for (const [parent, samples] of samplesOf) {
    const mine = troubles.filter(({ parents }) => parents.includes(parent))
    const isTroubled = (atS: number) => mine.some(({ fromS, toS }) => atS >= fromS && atS <= toS + aftermathS)
    let provenS = samples[0]?.atS ?? 0
    let former: NonNullable<Sample['page']> | null = null
    let formerS = provenS
    let hasAlarmed = false
    for (const { atS, page } of samples) {
      seconds += atS - formerS
      if (page === null) {
        former = null
        formerS = atS
        // What a page that stands still shows cannot be asked; it begins anew when it can.
        provenS = atS
        continue
      }
      const moves = former === null || (page.frames !== former.frames && page.samples !== former.samples)
      if (moves) {
        if (atS - provenS > alarmS && !hasAlarmed) {
          missedAlarms += 1
          remarks.push(
            `${parent}: nothing came for ${Math.round(atS - provenS)} s before second ${Math.round(atS)}, and no alarm`,
          )
        }
        provenS = atS
        hasAlarmed = false
      }
      const isSilent = page.claim === 'Live' && atS - provenS > proofS
      if (isSilent) {
        silentFailureS += atS - formerS
        remarks.push(
          `${parent}: Live at second ${Math.round(atS)}, the last proof was ${(atS - provenS).toFixed(1)} s old`,
        )
      }
      if (page.isAlarming) {
        const isNew = former?.isAlarming !== true
        if (isNew && !isTroubled(atS) && atS - provenS <= proofS) {
          falseAlarms += 1
          remarks.push(`${parent}: an alarm at second ${Math.round(atS)} for nothing`)
        }
        hasAlarmed = true
      }
      former = page
      formerS = atS
    }
    for (const { kind, toS } of mine) {
      const untilS = Math.min(...mine.map(({ fromS }) => (fromS > toS ? fromS : Infinity)))
      recoveries.push({ kind, parent, afterS: recoveredAfter(samples, toS, untilS) })
    }
  }
  return {
    seconds: Math.round(seconds),
    silentFailureS: Math.round(silentFailureS),
    falseAlarms,
    missedAlarms,
    recoveries,
    remarks,
  }
}

function recoveredAfter(samples: readonly Sample[], toS: number, untilS: number): number | null {
  let former: NonNullable<Sample['page']> | null = null
  for (const { atS, page } of samples) {
    if (atS >= toS && atS < untilS && page !== null && former !== null) {
      if (page.claim === 'Live' && page.frames !== former.frames) return Math.max(0, atS - toS)
    }
    former = page
  }
  return null
}
