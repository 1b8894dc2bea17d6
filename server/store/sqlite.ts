// better-sqlite3, required and not imported: before Node imports a CommonJS package, it reads all of it with a parser in WebAssembly,
// which costs each start some milliseconds and a MiB.

import { createRequire } from 'node:module'
import type Package from 'better-sqlite3'

export type Connection = Package.Database

export const Database = createRequire(import.meta.url)('better-sqlite3') as typeof Package
