// better-sqlite3, required and not imported: before Node imports a CommonJS package, it reads it with a parser in WebAssembly, which each
// start would have to load.

import { createRequire } from 'node:module'
import type Package from 'better-sqlite3'

export type Connection = Package.Database

export const Database = createRequire(import.meta.url)('better-sqlite3') as typeof Package
