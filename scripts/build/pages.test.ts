import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Metafile } from 'esbuild'
import { outputOf, pages, renderPage, staticClosure } from './pages.ts'

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
  '<html lang="en"><head><!-- styles --><!-- preloads --><!-- script --></head><!-- frame --><noscript><!-- no script --></noscript>'

const file = (url: string) => ({ url, integrity: `sha256-${url}=` })

test('a page links its styles, preloads its modules, runs its script, and says so in its language', () => {
  const html = renderPage(blank, {
    path: '/parent',
    language: 'de',
    script: file('/assets/main-1.js'),
    styles: [file('/assets/style-1.css')],
    preloads: [file('/assets/a$&.js'), file('/assets/b.js')],
  })
  assert.equal(
    html.replace(/<main>.*<\/main>/, '').replace(/<noscript>[^<]+/, '<noscript>'),
    '<html lang="de"><head><link rel="stylesheet" href="/assets/style-1.css" integrity="sha256-/assets/style-1.css=">' +
      '<link rel="modulepreload" href="/assets/a$&.js" integrity="sha256-/assets/a$&.js=">' +
      '<link rel="modulepreload" href="/assets/b.js" integrity="sha256-/assets/b.js=">' +
      '<script type="module" src="/assets/main-1.js" integrity="sha256-/assets/main-1.js="></script></head>' +
      '<noscript></noscript>',
  )
})

test('before its code is there a page has the line on top of it, in its language, and says what it waits for', () => {
  const frame = (path: string): string =>
    /<main>.*<\/main>/.exec(
      renderPage(blank, { path, language: 'fr', script: file(''), styles: [], preloads: [] }),
    )?.[0] ?? ''
  for (const path of pages.keys()) assert.ok(frame(path).includes('<p class="waiting" aria-live="polite">'), path)
  assert.ok(frame('/').includes('<p>BeddyBytes</p>'))
  assert.ok(frame('/baby').includes('<h1>Station bébé</h1>'))
  assert.ok(frame('/parent').includes('<h1>Station parents</h1>'))
})

test('an index.html that has lost a place is a failed build', () => {
  const assets = { path: '/', language: 'en', script: file(''), styles: [], preloads: [] } as const
  assert.throws(() => renderPage(blank.replace('<!-- preloads -->', ''), assets), /preloads/)
})
