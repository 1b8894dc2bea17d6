import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { loadAssets, type Assets } from './assets.ts'

let folder = ''
let assets: Assets
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beddybytes-assets-'))
  const file = (path: string, name: string, language?: string) => ({
    path,
    ...(language === undefined ? {} : { language }),
    type: 'text/html; charset=utf-8',
    etag: `"${name}"`,
    immutable: path.startsWith('/assets/'),
    file: name,
    brotli: `${name}.br`,
  })
  const picture = { path: '/icon.png', type: 'image/png', etag: '"icon"', immutable: false, file: 'icon.png' }
  const packed = [
    file('/', 'en/index.html', 'en'),
    file('/', 'de/index.html', 'de'),
    file('/', 'fr/index.html', 'fr'),
    file('/assets/late-1.js', 'assets/late-1.js', 'de'),
  ]
  for (const name of ['en', 'de', 'fr', 'assets']) mkdirSync(join(folder, name))
  for (const { file: name, brotli } of packed) {
    writeFileSync(join(folder, name), name)
    writeFileSync(join(folder, brotli), brotliCompressSync(name))
  }
  writeFileSync(join(folder, 'icon.png'), 'icon')
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ files: [...packed, picture] }))
  assets = loadAssets(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function ask(path: string, headers: Record<string, string> = {}) {
  const response = assets.respond({ path, headers: new Map(Object.entries(headers)) })
  const body = response === null ? '' : Buffer.from(response.body as Uint8Array).toString()
  return { status: response?.status, headers: response?.headers ?? {}, body }
}

test('a page comes in the language that its asker reads, and says so', () => {
  const { body, headers } = ask('/', { 'accept-language': 'de-CH' })
  assert.equal(body, 'de/index.html')
  assert.equal(headers['Content-Language'], 'de')
  assert.equal(headers['Vary'], 'Accept-Encoding, Accept-Language, Cookie')
})

test('the language that was chosen goes before what the browser asks for', () => {
  assert.equal(ask('/', { 'accept-language': 'de', cookie: 'language=fr' }).body, 'fr/index.html')
})

test('a language that there is not gets English', () => {
  assert.equal(ask('/', { 'accept-language': 'ja' }).body, 'en/index.html')
  assert.equal(ask('/', { 'accept-language': 'es' }).body, 'en/index.html')
})

test('what has its hash in its name is for whoever asks for it, and varies by nothing but its packing', () => {
  const { body, headers } = ask('/assets/late-1.js', { 'accept-language': 'fr' })
  assert.equal(body, 'assets/late-1.js')
  assert.equal(headers['Vary'], 'Accept-Encoding')
  assert.equal(headers['Content-Language'], undefined)
})

test('whoever takes brotli gets it as it lies there', () => {
  const response = assets.respond({ path: '/', headers: new Map([['accept-encoding', 'gzip, br']]) })
  assert.equal(response?.headers['Content-Encoding'], 'br')
  assert.deepEqual(response?.body, brotliCompressSync('en/index.html'))
})

test('a page that is known in one language is not that of another', () => {
  assert.equal(ask('/', { 'if-none-match': '"en/index.html"' }).status, 304)
  assert.equal(ask('/', { 'if-none-match': '"older" ,\t"en/index.html"' }).status, 304)
  assert.equal(ask('/', { 'if-none-match': `"older"${' '.repeat(10_000)}` }).status, 200)
  assert.equal(ask('/', { 'if-none-match': '"en/index.html"', 'accept-language': 'de' }).status, 200)
})

test('a language that somebody has begun to use is held whole, and no other is read', () => {
  ask('/', { 'accept-language': 'de' })
  for (const language of ['de', 'fr', 'assets']) rmSync(join(folder, language), { recursive: true })
  assert.equal(ask('/assets/late-1.js').body, 'assets/late-1.js')
  assert.throws(() => ask('/', { 'accept-language': 'fr' }), /ENOENT/)
})

test('a picture is served as it is', () => {
  assert.equal(ask('/icon.png', { 'accept-encoding': 'br' }).body, 'icon')
  assert.equal(ask('/none').status, undefined)
})
