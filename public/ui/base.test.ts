// The tokens' contrast, by WCAG 2.2's formula.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'

const sheet = await readFile(new URL('base.css', import.meta.url), 'utf8')

function token(name: string): string {
  const value = new RegExp(`--${name}:\\s*(#[0-9a-f]{6});`, 'i').exec(sheet)?.[1]
  assert.ok(value, `base.css has no colour --${name}`)
  return value
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(token(one)), luminance(token(other))].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['night', 'dusk'] as const

for (const surface of surfaces) {
  test(`text on ${surface} has at least the contrast that the look promises`, () => {
    for (const [name, least] of [
      ['mist', 14],
      ['fog', 7],
    ] as const) {
      assert.ok(contrast(name, surface) >= least, `${name} on ${surface}: ${contrast(name, surface).toFixed(2)}`)
    }
  })

  test(`words in amber, mint, coral and lavender can be read on ${surface} at 7 to 1`, () => {
    for (const name of ['amber', 'mint', 'coral', 'lavender']) {
      assert.ok(contrast(name, surface) >= 7, `${name} on ${surface}: ${contrast(name, surface).toFixed(2)}`)
    }
  })

  test(`the edges of fields and buttons stand out from ${surface} at 3 to 1`, () => {
    assert.ok(contrast('edge', surface) >= 3, contrast('edge', surface).toFixed(2))
  })
}

test('text in night on amber, mint and coral can be read at 7 to 1', () => {
  for (const name of ['amber', 'mint', 'coral']) assert.ok(contrast('night', name) >= 7, name)
})
