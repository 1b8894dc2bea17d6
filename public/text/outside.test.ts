// Words that a person sees are in the catalogue and nowhere else, or they stay English whatever the language.

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')

interface Literal {
  /** As it stands in the source; what is put in is left out as a NUL. */
  readonly text: string
  /** What stands before it. */
  readonly before: string
  readonly isTemplate: boolean
}

/** A reader of just enough TypeScript to tell literals from comments and from patterns. */
function literalsIn(source: string): readonly Literal[] {
  const found: Literal[] = []
  const ends = { '//': '\n', '/*': '*/' } as const

  /** Reads code up to the brace that closes it, or to the end. */
  function code(from: number): number {
    let depth = 0
    for (let at = from; at < source.length; at += 1) {
      const sign = source[at] ?? ''
      const pair = source.slice(at, at + 2)
      if (pair === '//' || pair === '/*') {
        const end = source.indexOf(ends[pair], at + 2)
        if (end < 0) return source.length
        at = end + ends[pair].length - 1
      } else if (sign === "'" || sign === '"') at = quoted(at, sign)
      else if (sign === '`') at = template(at)
      else if (sign === '/' && /(?:^|[=(,:[!&|?{};\n]|return|=>)\s*$/.test(source.slice(Math.max(0, at - 40), at))) {
        at = pattern(at)
      } else if (sign === '{') depth += 1
      else if (sign === '}' && depth-- === 0) return at
    }
    return source.length
  }

  function quoted(from: number, quote: string): number {
    let at = from + 1
    while (at < source.length && source[at] !== quote) at += source[at] === '\\' ? 2 : 1
    found.push({ text: source.slice(from + 1, at), before: before(from), isTemplate: false })
    return at
  }

  function template(from: number): number {
    let text = ''
    let at = from + 1
    while (at < source.length && source[at] !== '`') {
      if (source.startsWith('${', at)) {
        text += '\0'
        at = code(at + 2) + 1
      } else {
        text += source[at]
        at += source[at] === '\\' ? 2 : 1
      }
    }
    found.push({ text, before: before(from), isTemplate: true })
    return at
  }

  function pattern(from: number): number {
    let inClass = false
    for (let at = from + 1; at < source.length; at += 1) {
      if (source[at] === '\\') at += 1
      else if (source[at] === '[') inClass = true
      else if (source[at] === ']') inClass = false
      else if (source[at] === '/' && !inClass) return at
    }
    return source.length
  }

  const before = (at: number): string => source.slice(Math.max(0, at - 60), at)
  code(0)
  return found
}

const word = /\p{L}{2,}/u
const spoken =
  /\b(?:aria-label|aria-description|aria-valuetext|aria-roledescription|title|alt|placeholder|label)="([^"]*)"/g
/** Keys under which words are handed on to a component. */
const handedOn = /\b(?:label|title|text|hint|children|message|placeholder|sentence|advice)\s*:\s*$/
const sentence = /^\p{Lu}\p{L}* \p{L}|^\p{Lu}[^\0]*\p{L}[.?]$/u

/** What of a literal a person would see. */
function visible({ text, before, isTemplate }: Literal): readonly string[] {
  if (/\bhtml$/.test(before) || (isTemplate && /^\s*<[a-z!]/i.test(text))) {
    const attributes = [...text.matchAll(spoken)].map(([, value = '']) => value)
    // What is between % signs, the box fills in.
    return [text.replace(/<[^>]*>|%[a-z-]+%/g, ' '), ...attributes]
      .filter((part) => word.test(part))
      .map((part) => part.trim())
  }
  // What a bug throws is for its finder.
  if (/\b(?:\w*Error|\w*Exception|reject)\(\s*$/.test(before)) return []
  const isSeen = !isTemplate && handedOn.test(before) ? /^\p{Lu}\p{L}/u : sentence
  return isSeen.test(text) ? [text] : []
}

test('every word that a person sees is in the catalogue', () => {
  const files = globSync('**/*.ts', { cwd: root }).filter((file) => !/\.test\.ts$|^text\//.test(file))
  assert.ok(files.length > 100)
  const outside = files.flatMap((file) =>
    literalsIn(readFileSync(join(root, file), 'utf8')).flatMap((literal) =>
      visible(literal).map((words) => `${file}: ${words}`),
    ),
  )
  assert.deepEqual(outside, [])
})

const views: readonly (readonly [source: string, seen: readonly string[]])[] = [
  ['html`<p>Hello</p>`', ['Hello']],
  ['html`<p class="a b">${text.hello}</p>`', []],
  ['html`<p>${is && html`<b>Now</b>`}</p>`', ['Now']],
  ['html`<button aria-label="Zoom in">+</button>`', ['Zoom in']],
  ['html`<input placeholder=${words} name="user" />`', []],
  ["h(Notice, { tone: 'danger', children: 'Broken' })", ['Broken']],
  ["show('The box is away.')", ['The box is away.']],
  ["throw new Error('The bundle has no style')", []],
  ["// html`<p>Hello</p>`\nconst a = /'Hello you'/", []],
]
for (const [source, seen] of views) {
  test(`in ${source.replaceAll('\n', ' ')} a person sees ${seen.length === 0 ? 'no words' : seen.join(', ')}`, () => {
    assert.deepEqual(literalsIn(source).flatMap(visible), seen)
  })
}
