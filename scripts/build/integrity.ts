// What Subresource Integrity expects of a file: the browser takes no other content for it, whoever sends or keeps it.

import { createHash } from 'node:crypto'

export function integrityOf(content: Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`
}
