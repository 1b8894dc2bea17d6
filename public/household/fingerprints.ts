// Whose certificate a description asks for: the DTLS fingerprints, which the browser then enforces (RFC 8122).

const form = /^fingerprint:\s*([\w-]+)\s+([0-9a-f]{2}(?::[0-9a-f]{2})+)\s*$/

/**
 * All of a description's fingerprints as one line, in their order, lower case. Null for what no honest browser writes: none at all, one
 * that cannot be read, or media that name other certificates than their neighbours: with those it would be the browser's choice, and not ours,
 * which of them counts.
 */
export function fingerprintsOf(sdp: string): string | null {
  const [session = '', ...media] = sdp.split(/^(?=m=)/m)
  const own = linesOf(session)
  if (own === null || media.length === 0) return null
  let first: string | null = null
  for (const section of media) {
    const lines = linesOf(section)
    if (lines === null) return null
    // Refused by its port: nothing is encrypted under it.
    if (lines.length === 0 && own.length === 0 && /^m=\w+ 0 /.test(section)) continue
    // What a section does not say, the session says for it; when both do, both have to say the same.
    const says = lines.length === 0 ? own : lines
    if (says.length === 0 || (own.length > 0 && own.join() !== says.join())) return null
    first ??= says.join()
    if (says.join() !== first) return null
  }
  return first
}

function linesOf(section: string): string[] | null {
  const found: string[] = []
  for (const line of section.split(/[\r\n]+/)) {
    // Looser than browsers are: what they might still take for a fingerprint must not slip through as something else.
    const attribute = line
      .trim()
      .toLowerCase()
      .replace(/^a\s*=\s*/, '')
    if (!attribute.startsWith('fingerprint')) continue
    const match = form.exec(attribute)
    if (match === null) return null
    found.push(`${match[1]} ${match[2]}`)
  }
  return found
}
