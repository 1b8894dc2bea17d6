import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')
const read = (name: string): Promise<string> => readFile(join(root, name), 'utf8')

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio with black */
function onBlack(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) / 0.05
}

function colourOf(sheet: string, selector: string): string {
  const [, body = ''] = sheet.split(`${selector} {`)
  return /(?:^|\s)color: (#[0-9a-f]{6});/.exec(body.slice(0, body.indexOf('}')))?.[1] ?? ''
}

test('what is read beside the bed stands out from black, and gives little light', async () => {
  const contrast = onBlack(colourOf(await read('bedside/bedside.css'), '.bedside .wandering'))
  assert.ok(contrast > 4.5 && contrast < 8, String(contrast))
})

test('the clock of a dimmed screen can just be read, as large letters are', async () => {
  const contrast = onBlack(colourOf(await read('dim/dim.css'), '.wandering'))
  assert.ok(contrast >= 3 && contrast < 3.5, String(contrast))
})

test('in the bedside view there is black and one red, nothing else', async () => {
  const sheet = await read('bedside/bedside.css')
  assert.deepEqual(
    new Set(sheet.match(/#[0-9a-f]{3,8}\b|var\(--(?!space|text)[a-z]+\)/g)),
    new Set(['#ff5a48', '#000']),
  )
})
