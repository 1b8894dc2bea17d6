// The tokens' contrast in both themes, by WCAG 2.2's formula; and that every colour is a token.

import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')
const sheet = await readFile(join(root, 'ui/base.css'), 'utf8')

type Tokens = ReadonlyMap<string, string>

function tokensOf(selector: string, text = sheet): Tokens {
  const from = text.indexOf(`${selector} {`)
  assert.notEqual(from, -1, `there is no ${selector}`)
  const body = text.slice(from, text.indexOf('}', from))
  return new Map([...body.matchAll(/--([a-z]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const night = tokensOf(':root')
const day = tokensOf(":root[data-theme='day']")
/** Paper gives no more than 5.8 to a colour that can still be told from ink, which is above the 4.5 that WCAG asks. */
const themes = [
  { theme: 'night', tokens: night, text: 14, secondary: 7, tones: 7 },
  { theme: 'day', tokens: day, text: 14, secondary: 6.3, tones: 5.8 },
] as const

for (const { theme, tokens, ...least } of themes) {
  const contrast = (one: string, other: string): number => {
    const [first, second] = [tokens.get(one), tokens.get(other)]
    assert.ok(first && second, `${theme} lacks --${one} or --${other}`)
    const [dark = 0, light = 0] = [luminance(first), luminance(second)].toSorted((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  const expectAtLeast = (one: string, other: string, wanted: number): void => {
    const found = contrast(one, other)
    assert.ok(found >= wanted, `${theme}: ${one} on ${other} has ${found.toFixed(2)}, not ${wanted}`)
  }

  for (const surface of ['night', 'dusk', 'station', 'panel']) {
    test(`by ${theme}, words on ${surface} can be read`, () => {
      expectAtLeast('mist', surface, least.text)
      expectAtLeast('fog', surface, least.secondary)
      for (const tone of ['amber', 'mint', 'coral', 'lavender']) expectAtLeast(tone, surface, least.tones)
    })

    test(`by ${theme}, the edges of fields and buttons stand out from ${surface} at 3 to 1`, () => {
      expectAtLeast('edge', surface, 3)
    })
  }

  test(`by ${theme}, words in the page's colour can be read on amber, mint and coral`, () => {
    for (const tone of ['amber', 'mint', 'coral']) {
      for (const words of ['night', 'station']) expectAtLeast(words, tone, least.tones)
    }
  })
}

test('by night, what is black at a station is black', () => {
  assert.equal(night.get('station'), '#000000')
})

test('day has a colour for each that night has', () => {
  assert.deepEqual([...day.keys()], [...night.keys()])
})

test('the welcome page, which stands alone, has the colours of the others', async () => {
  const own = tokensOf(':root', await readFile(join(root, 'welcome/welcome.css'), 'utf8'))
  assert.ok(own.size > 5)
  for (const [name, value] of own) assert.equal(value, night.get(name), name)
})

test('whoever wants less motion has none', () => {
  const [, rules = ''] = sheet.split('@media (prefers-reduced-motion: reduce)')
  for (const property of ['animation-duration: 1ms', 'animation-iteration-count: 1', 'transition-duration: 1ms']) {
    assert.ok(rules.includes(`${property} !important`), property)
  }
})

/** What looks the same in either theme: black around a picture, the veil over it, a code for a scanner; and what is for the dark alone. */
const ownColours = /^(?:ui\/base\.css|welcome\/|bedside\/|dim\/)/
const fixed = new Set(['#000', '#000000'])

test('outside the tokens no sheet has a colour of its own, so that it has both themes', async () => {
  const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.css'))
  assert.ok(names.length > 10)
  for (const name of names.filter((one) => !ownColours.test(one))) {
    const text = await readFile(join(root, name), 'utf8')
    const literals = [...text.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/:[^;{]*?(#[0-9a-f]{3,8}\b)/gi)].map(
      ([, colour = '']) => colour,
    )
    assert.deepEqual(
      literals.filter((colour) => !fixed.has(colour)),
      [],
      `${name}: use a token of ui/base.css`,
    )
  }
})
