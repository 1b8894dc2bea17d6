// Whether the other station of a call is who it says: what is decided about its description, and what is shown of it. Pure.

export type Trust =
  | { readonly state: 'verified' }
  /** It works, and nobody can vouch for it. */
  | { readonly state: 'unverified'; readonly why: 'no-secret-here' | 'no-proof' | 'other-secret' }
  /** `changed`: not the description that the other station has signed. `unproven`: it could prove who it is once, and now does not. */
  | { readonly state: 'refused'; readonly why: Refusal }

export type Refusal = 'changed' | 'unproven'

export interface Evidence {
  /** Whether the description names one certificate, and the same as before in this call. */
  readonly consistent: boolean
  /** The id of this station's secret; null when it has none. */
  readonly own: string | null
  /** The id of the secret that the description says it was signed with, if it was. */
  readonly theirs: string | null
  /** Whether the signature is right; only asked where both have the same secret. */
  readonly genuine: boolean
  /** The other station has been verified before. */
  readonly known: boolean
}

export function judge({ consistent, own, theirs, genuine, known }: Evidence): Trust {
  if (!consistent) return { state: 'refused', why: 'changed' }
  if (own !== null && theirs === own) return genuine ? { state: 'verified' } : { state: 'refused', why: 'changed' }
  if (known) return { state: 'refused', why: 'unproven' }
  if (own === null) return { state: 'unverified', why: 'no-secret-here' }
  return { state: 'unverified', why: theirs === null ? 'no-proof' : 'other-secret' }
}

/** What was decided, of whom, and when (Date.now()). */
export interface Found {
  readonly other: string
  readonly trust: Trust
  readonly sinceMs: number
}

/** By call, the latest last. */
export type Findings<Call extends string = string> = ReadonlyMap<Call, Found>

const mostFindings = 64

export function withFinding<Call extends string>(before: Findings<Call>, call: Call, found: Found): Findings<Call> {
  const last = latestOf(before, found.other)
  const after = new Map(before)
  after.delete(call)
  // Tried again and refused again is still the same trouble.
  const same = last?.trust.state === 'refused' && found.trust.state === 'refused'
  after.set(call, same ? { ...found, sinceMs: last.sinceMs } : found)
  for (const oldest of after.keys()) {
    if (after.size <= mostFindings) break
    after.delete(oldest)
  }
  return after
}

export function latestOf(findings: Findings, other: string | null): Found | null {
  let latest: Found | null = null
  for (const found of findings.values()) if (found.other === other) latest = found
  return latest
}
