// What goes wrong in a soak, and when: drawn from a seed, so that a night that went badly can be had again.

export type Trouble =
  /** The Wi-Fi is out of reach for one phone. */
  | { readonly kind: 'link down'; readonly who: string; readonly forS: number }
  /** Packets vanish and nobody is told. */
  | { readonly kind: 'blackhole'; readonly who: string; readonly forS: number }
  | { readonly kind: 'loss'; readonly who: string; readonly percent: number; readonly forS: number }
  /** The process of the page stands still. */
  | { readonly kind: 'frozen'; readonly who: string; readonly forS: number }
  /** The process of the page is killed, and the page opened anew. */
  | { readonly kind: 'tab killed'; readonly who: string; readonly forS: number }
  /** The box is killed, and started again. */
  | { readonly kind: 'box killed'; readonly forS: number }
  | { readonly kind: 'address changed'; readonly forS: number }
  | { readonly kind: 'leaf rotated'; readonly forS: number }
  | { readonly kind: 'clock jumped'; readonly byHours: number; readonly forS: number }

export type Planned = Trouble & {
  /** Seconds after the soak began. */
  readonly atS: number
}

export interface Rooms {
  readonly babies: readonly string[]
  readonly parents: readonly string[]
}

/** Between one trouble's end and the next: long enough to come back from the slowest, and to see that it lasts. */
const restS = { least: 12, most: 30 }
const longestLinkS = 600

export function plan(seed: number, durationS: number, { babies, parents }: Rooms): readonly Planned[] {
  const random = mulberry32(seed)
  const between = (least: number, most: number): number => least + random() * (most - least)
  const whole = (least: number, most: number): number => Math.round(between(least, most))
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
  /** As many short ones as long ones, by their order of magnitude. */
  const spread = (least: number, most: number): number => Math.round(least * (most / least) ** random())
  const phones = [...babies, ...parents]
  // A single outage is never most of a short soak.
  const longestS = Math.min(longestLinkS, durationS / 6)

  const draw: readonly (() => Trouble)[] = [
    () => ({ kind: 'link down', who: oneOf(phones), forS: spread(1, longestS) }),
    () => ({ kind: 'link down', who: oneOf(phones), forS: spread(1, longestS) }),
    () => ({ kind: 'blackhole', who: oneOf(phones), forS: spread(1, Math.min(60, longestS)) }),
    () => ({ kind: 'loss', who: oneOf(phones), percent: whole(1, 30), forS: whole(5, Math.min(60, longestS)) }),
    () => ({ kind: 'frozen', who: oneOf(phones), forS: spread(2, Math.min(60, longestS)) }),
    () => ({ kind: 'tab killed', who: oneOf(phones), forS: whole(1, 5) }),
    () => ({ kind: 'box killed', forS: spread(1, 30) }),
    () => ({ kind: 'address changed', forS: 20 }),
    () => ({ kind: 'leaf rotated', forS: 20 }),
    () => ({ kind: 'clock jumped', byHours: oneOf([-25, -1, 1, 26, 24 * 20]), forS: 10 }),
  ]

  const planned: Planned[] = []
  // Every kind once before any comes twice: a short soak sees as many as it can.
  let left: (() => Trouble)[] = []
  for (let atS = between(restS.least, restS.most); ;) {
    if (left.length === 0) left = shuffled(draw, random)
    const trouble = left.pop()!()
    if (atS + trouble.forS + restS.least > durationS) return planned
    planned.push({ ...trouble, atS: Math.round(atS) })
    atS += trouble.forS + between(restS.least, restS.most)
  }
}

export function describe(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'loss':
      return `${trouble.percent} % loss at ${trouble.who} for ${trouble.forS} s`
    case 'clock jumped':
      return `the box's clock jumped by ${trouble.byHours} h`
    case 'box killed':
      return `the box killed, back after ${trouble.forS} s`
    case 'address changed':
    case 'leaf rotated':
      return `${trouble.kind}`
    case 'link down':
    case 'blackhole':
    case 'frozen':
    case 'tab killed':
      return `${trouble.kind} at ${trouble.who} for ${trouble.forS} s`
  }
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}

/** Tommy Ettinger's generator of 32 bits: the same seed gives the same soak on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
