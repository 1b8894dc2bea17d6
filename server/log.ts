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

/** Control characters are encoded, so that nothing from outside can forge a line or move the terminal's cursor. */
function describe(cause: unknown): string {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
  return text.replace(/[^\P{Cc}\n]/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
