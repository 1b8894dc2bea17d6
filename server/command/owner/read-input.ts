// Reads what is given by `< FILE` or a pipe.

import type { Readable } from 'node:stream'

/** Null when it is longer. */
export async function readInput(input: Readable, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of input) {
    chunks.push(chunk as Buffer)
    bytes += (chunk as Buffer).length
    if (bytes > maxBytes) return null
  }
  return Buffer.concat(chunks)
}
