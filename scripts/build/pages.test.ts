import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Metafile } from 'esbuild'
import { outputOf, renderPage, staticClosure } from './pages.ts'

type Output = Metafile['outputs'][string]
type Import = Output['imports'][number]

function output(imports: Import[], entryPoint?: string): Output {
  return { imports, exports: [], inputs: {}, bytes: 1, ...(entryPoint === undefined ? {} : { entryPoint }) }
}
const now = (path: string): Import => ({ path, kind: 'import-statement' })
const later = (path: string): Import => ({ path, kind: 'dynamic-import' })

const metafile: Metafile = {
  inputs: {},
  outputs: {
    'out/main.js': output([now('out/shared.js'), later('out/page.js')], 'public/main.ts'),
    'out/page.js': output([now('out/shared.js'), now('out/rtc.js')], 'public/baby/page.ts'),
    'out/shared.js': output([]),
    'out/rtc.js': output([now('out/shared.js'), now('out/page.js')]),
  },
}

test('a page that is imported later is no part of what has to be there first', () => {
  assert.deepEqual([...staticClosure(metafile, 'out/main.js')], ['out/main.js', 'out/shared.js'])
})

test('chunks that import each other are listed once', () => {
  assert.deepEqual([...staticClosure(metafile, 'out/page.js')], ['out/page.js', 'out/shared.js', 'out/rtc.js'])
})

test('a source is found by the output that begins with it', () => {
  assert.equal(outputOf(metafile, 'public/baby/page.ts'), 'out/page.js')
  assert.equal(outputOf(metafile, 'public/none.ts'), undefined)
})

const blank =
  '<html lang="en"><head><!-- styles --><!-- preloads --><!-- script --></head><noscript><!-- no script --></noscript>'

test('a page links its styles, preloads its modules, runs its script, and says so in its language', () => {
  const html = renderPage(blank, {
    language: 'de',
    script: '/assets/main-1.js',
    styles: ['/assets/style-1.css'],
    preloads: ['/assets/a$&.js', '/assets/b.js'],
  })
  assert.equal(
    html.replace(/<noscript>[^<]+/, '<noscript>'),
    '<html lang="de"><head><link rel="stylesheet" href="/assets/style-1.css">' +
      '<link rel="modulepreload" href="/assets/a$&.js"><link rel="modulepreload" href="/assets/b.js">' +
      '<script type="module" src="/assets/main-1.js"></script></head><noscript></noscript>',
  )
})

test('an index.html that has lost a place is a failed build', () => {
  const assets = { language: 'en', script: '', styles: [], preloads: [] } as const
  assert.throws(() => renderPage(blank.replace('<!-- preloads -->', ''), assets), /preloads/)
})
