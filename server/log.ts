// One line per change in a lifecycle. Never a token, a password, SDP, a candidate or what a family calls its rooms.

export interface Log {
  info(line: string): void
  error(line: string, cause?: unknown): void
}

export function createLog(): Log {
  return {
    info: (line) => process.stdout.write(`${line}\n`),
    error: (line, cause) => process.stderr.write(`${line}${cause === undefined ? '' : `: ${describe(cause)}`}\n`),
  }
}

/** What is invisible or moves a terminal's cursor is encoded, so that nothing from outside can forge a line; a stack keeps its lines. */
function describe(cause: unknown): string {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
  return text.replace(
    /\n(?! {4}at )|[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
}
