// The oldest browsers that families still have in a drawer: Safari 15, Chrome 90, Firefox 100. What is newer is called only
// where it may be missing (`?.`), or not at all; types and journeys know only the newest browsers and would not notice.

import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')

const words = (text: string): string[] => text.trim().split(/\s+/)

const methods = words(`toSorted toReversed toSpliced with at findLast findLastIndex resizable transferToFixedLength
  union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom isWellFormed toWellFormed
  throwIfAborted showModal showPopover hidePopover showPicker checkVisibility randomUUID`)
const functions = words('structuredClone reportError requestIdleCallback cancelIdleCallback')
const statics = words(`AbortSignal.timeout AbortSignal.any AbortSignal.abort Object.hasOwn Object.groupBy Map.groupBy
  Array.fromAsync Promise.withResolvers Promise.try URL.parse URL.canParse Iterator.from Error.isError Response.json
  RegExp.escape Uint8Array.fromBase64`)
/** Classes that are looked for in `globalThis` where they are wanted, or known by what they do. */
const classes = words('CanvasCaptureMediaStreamTrack OverconstrainedError CompressionStream BroadcastChannel')

const tooNew = [
  ...methods.map((name) => new RegExp(`\\.${name}\\(`)),
  ...functions.map((name) => new RegExp(`(?<!\\.)\\b${name}\\(`)),
  ...statics.map((name) => new RegExp(`\\b${name.replace('.', '\\.')}\\(`)),
  ...classes.map((name) => new RegExp(`(new|instanceof) ${name}\\b`)),
  // Regular expressions that look behind, or with the flag v, are syntax errors there.
  /\/.*\(\?<[=!].*\//,
  /[^/]\/[gimsuy]*v[gimsuy]*[,;)\s.]/,
]

async function sources(ending: string): Promise<Map<string, string>> {
  const names = await readdir(root, { recursive: true })
  const wanted = names.filter((name) => name.endsWith(ending) && !name.endsWith('.test.ts'))
  return new Map(
    await Promise.all(wanted.map(async (name) => [name, await readFile(join(root, name), 'utf8')] as const)),
  )
}

test('nothing is called that a phone of 2021 does not have', async () => {
  const files = await sources('.ts')
  assert.ok(files.size > 50)
  for (const [name, text] of files) {
    for (const [index, line] of text.split('\n').entries()) {
      const code = line.replace(/^\s*(\/\/|\*|\/\*).*$/, '').replace(/ \/\/ .*$/, '')
      for (const pattern of tooNew) assert.doesNotMatch(code, pattern, `${name}:${index + 1}`)
    }
  }
})

test('sheets have a plain height before each dynamic one, and hide no focus by what may be missing', async () => {
  const sheets = await sources('.css')
  assert.ok(sheets.size > 3)
  for (const [name, text] of sheets) {
    for (const [, before, property] of text.matchAll(/([^\n]*)\n\s*([a-z-]+): [^;\n]*\d[dsl]v[hw]\b/g))
      assert.match(before ?? '', new RegExp(`^\\s*${property}: .*vh`), name)
    assert.doesNotMatch(text, /:has\(|@layer|@container|color-mix|oklch|^\s*&/m, name)
  }
})
