// What a connection's statistics tell of the way that sound and picture take. Pure.

export interface Way {
  /** Whether it goes from phone to phone inside the home; null where the browser does not tell. */
  readonly direct: boolean | null
  readonly rttMs: number | null
  /** Of sound and picture, since the call began. */
  readonly packets: number
  readonly lost: number
  /** Pictures that were decoded. */
  readonly frames: number
}

type Stats = RTCStats &
  Partial<RTCInboundRtpStreamStats> &
  Partial<Omit<RTCIceCandidatePairStats, keyof RTCStats>> & {
    readonly candidateType?: string
    readonly selectedCandidatePairId?: string
    /** Firefox's mark of the pair in use. */
    readonly selected?: boolean
  }

/** What a phone learns of the other one's address by the first packet counts as direct, too: there is no server in between. */
const directTypes: ReadonlySet<string> = new Set(['host', 'prflx'])

export function readWay(report: Pick<RTCStatsReport, 'forEach'>): Way {
  const all = new Map<string, Stats>()
  report.forEach((stats: Stats) => all.set(stats.id, stats))
  const list = [...all.values()]
  const pair = pairOf(list, all)
  const types = [pair?.localCandidateId, pair?.remoteCandidateId].map((id) => all.get(id ?? '')?.candidateType)
  const inbound = list.filter(({ type }) => type === 'inbound-rtp')
  const sum = (count: (stats: Stats) => number | undefined): number =>
    inbound.reduce((total, stats) => total + (count(stats) ?? 0), 0)
  const rttS = pair?.currentRoundTripTime
  return {
    direct: types.includes(undefined) ? null : types.every((type) => directTypes.has(type ?? '')),
    rttMs: rttS === undefined ? null : rttS * 1000,
    packets: sum(({ packetsReceived }) => packetsReceived),
    lost: sum(({ packetsLost }) => packetsLost),
    frames: sum(({ framesDecoded }) => framesDecoded),
  }
}

function pairOf(list: readonly Stats[], all: ReadonlyMap<string, Stats>): Stats | undefined {
  const chosen = list.find(({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId)
  const pairs = list.filter(({ type }) => type === 'candidate-pair')
  return (
    all.get(chosen?.selectedCandidatePairId ?? '') ??
    pairs.find(({ selected }) => selected === true) ??
    pairs.find(({ nominated, state }) => nominated === true && state === 'succeeded')
  )
}
