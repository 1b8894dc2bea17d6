import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import * as v from 'valibot'
import { appFilesPath, appFilesSchema } from '../../public/app/app-files.ts'
import { workerPath } from '../../public/app/messages.ts'
import { languageCodes } from '../../public/shared/languages.ts'
import type { Language } from '../../public/shared/languages.ts'
import { commonText as de } from '../../public/text/de/common.ts'
import { commonText as en } from '../../public/text/en-common.ts'
import { commonText as es } from '../../public/text/es/common.ts'
import { commonText as fr } from '../../public/text/fr/common.ts'
import { buildPublic } from './bundle.ts'

const root = join(import.meta.dirname, '../..')
const manifestSchema = v.object({
  files: v.array(
    v.object({
      path: v.string(),
      language: v.optional(v.picklist(languageCodes)),
      type: v.string(),
      etag: v.string(),
      immutable: v.boolean(),
      file: v.string(),
      brotli: v.optional(v.string()),
    }),
  ),
})

const iconsSchema = v.array(v.object({ src: v.string(), sizes: v.string() }))
const webManifestSchema = v.object({
  lang: v.string(),
  icons: iconsSchema,
  shortcuts: v.array(v.object({ url: v.string(), icons: iconsSchema })),
})

/** A sentence of the home page. */
const promises: Readonly<Record<Language, string>> = {
  en: en.shell.promise,
  de: de.shell.promise,
  fr: fr.shell.promise,
  es: es.shell.promise,
}

let folder = ''
let weights = new Map<string, number>()
let files: v.InferOutput<typeof manifestSchema>['files'] = []

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beddybytes-build-'))
  await writeFile(join(folder, 'left-behind.js'), 'from an earlier build')
  weights = await buildPublic(root, folder)
  files = v.parse(manifestSchema, JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))).files
})
after(() => rm(folder, { recursive: true }))

const page = (path: string, language: Language = 'en'): Promise<string> => {
  const entry = files.find((file) => file.path === path && file.language === language)
  assert.ok(entry, `${path} is not in the manifest`)
  return readFile(join(folder, entry.file), 'utf8')
}

async function integrityOfFile(path: string, language: Language): Promise<string> {
  const entry = files.find((file) => file.path === path && (file.language ?? language) === language)
  const content = await readFile(join(folder, entry?.file ?? ''))
  return `sha256-${createHash('sha256').update(content).digest('base64')}`
}

/** The page and all that it asks for at once, by where they lie. */
async function needed(path: string, language: Language): Promise<Set<string>> {
  const html = await page(path, language)
  const asked = [path, ...[...html.matchAll(/="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, url]) => url)]
  const own = files.filter((file) => (file.language ?? language) === language && asked.includes(file.path))
  assert.equal(own.length, asked.length)
  return new Set(own.map(({ file, brotli }) => brotli ?? file))
}

/** The station's page is none of it: home opens the station in its own. */
async function neededByWayOfHome(station: string, language: Language): Promise<Set<string>> {
  const [home, own] = await Promise.all([needed('/', language), needed(station, language)])
  return new Set([...home, ...[...own].filter((file) => !file.includes('.html'))])
}

async function weigh(paths: ReadonlySet<string>): Promise<number> {
  const sizes = await Promise.all([...paths].map(async (path) => (await stat(join(folder, path))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

test('the manifest lists each file that was written and nothing else', async () => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const written = entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
  const listed = files.flatMap(({ file, brotli }) => (brotli === undefined ? [file] : [file, brotli]))
  assert.deepEqual(written.toSorted(), ['manifest.json', ...listed.map((file) => file.replace(/^.*\//, ''))].toSorted())
})

test('each brotli file unpacks to its original', async () => {
  for (const { file, brotli } of files) {
    if (brotli === undefined) continue
    const [original, packed] = await Promise.all([readFile(join(folder, file)), readFile(join(folder, brotli))])
    assert.ok(brotliDecompressSync(packed).equals(original), file)
  }
})

for (const language of languageCodes) {
  for (const path of ['/', '/baby', '/parent', '/account', '/licence', '/help']) {
    test(`${path} in ${language} asks only for files that are served in it, and has nothing inline that the policy would refuse`, async () => {
      const html = await page(path, language)
      assert.match(html, new RegExp(`<html lang="${language}">`))
      const asked = [...html.matchAll(/(?:href|src)="([^"#][^"]*)"/g)].map((match) => match[1])
      const own = files.filter((file) => (file.language ?? language) === language)
      const served = new Set(own.map((file) => file.path))
      assert.deepEqual(
        asked.filter((url) => !served.has(url ?? '')),
        [],
      )
      const code = [...html.matchAll(/="(\/assets\/[^"]+\.(?:js|css))"( integrity="([^"]*)")?/g)]
      assert.ok(code.length >= 2)
      for (const [, url = '', , integrity] of code) assert.equal(integrity, await integrityOfFile(url, language), url)
      assert.doesNotMatch(html, /<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/)
    })
  }
}

test('a path is there once, or once for each language', () => {
  for (const path of new Set(files.map((file) => file.path))) {
    const spoken = files.filter((file) => file.path === path).map(({ language }) => String(language))
    if (spoken.length > 1) assert.deepEqual(spoken.toSorted(), languageCodes.toSorted(), path)
  }
})

test('a language carries its own words and those of no other', async () => {
  for (const language of languageCodes) {
    const own = files.filter((file) => file.language === language && file.file.endsWith('.js'))
    const code = (await Promise.all(own.map(({ file }) => readFile(join(folder, file), 'utf8')))).join('')
    for (const other of languageCodes) {
      assert.equal(code.includes(promises[other]), other === language, `${other} in what is served in ${language}`)
    }
  }
})

test('what has no words is there once for all languages', () => {
  const shared = files.filter(({ immutable, language }) => immutable && language === undefined)
  assert.ok(shared.some(({ path }) => path.endsWith('.js') && /chunk/.test(path)))
})

test('the service worker keeps all that is served in its language, pages by what is in them, and nothing else', async () => {
  for (const language of languageCodes) {
    const own = files.filter((file) => (file.language ?? language) === language)
    const kept = v.parse(appFilesSchema, JSON.parse(await page(appFilesPath, language)))
    const listed = [...kept.files, ...kept.pages]
    const paths = [...listed.map(({ path }) => path), appFilesPath, workerPath]
    const served = new Set(files.map(({ path }) => path))
    assert.deepEqual(
      paths.filter((path) => !served.has(path)),
      [],
    )
    assert.deepEqual(
      own.map(({ path }) => path).filter((path) => !paths.includes(path)),
      [],
    )
    for (const { path, integrity } of listed) assert.equal(integrity, await integrityOfFile(path, language), path)
  }
})

test('the app is installed by its own name in each language, with icons that are served', async () => {
  for (const language of languageCodes) {
    const manifest = v.parse(webManifestSchema, JSON.parse(await page('/manifest.webmanifest', language)))
    assert.equal(manifest.lang, language)
    assert.deepEqual(
      manifest.shortcuts.map(({ url }) => url),
      ['/baby', '/parent'],
    )
    const icons = [...manifest.icons, ...manifest.shortcuts.flatMap((shortcut) => shortcut.icons)]
    for (const { src, sizes } of icons) {
      const png = await readFile(join(folder, files.find(({ path }) => path === src)?.file ?? ''))
      assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes, src)
    }
    assert.ok(files.some(({ path }) => path === '/apple-touch-icon.png'))
  }
})

test('a station asks for its own code at once, and not for that of the other', async () => {
  const preloads = async (path: string) => new Set((await page(path)).match(/\/assets\/page-[^"]+/g))
  const [baby, parent, home] = await Promise.all([preloads('/baby'), preloads('/parent'), preloads('/')])
  assert.equal(baby.size, 1)
  assert.equal(parent.size, 1)
  assert.equal(home.size, 0)
  assert.notDeepEqual(baby, parent)
})

test('a station is four files until its first picture, and by way of home one more, in every language', async () => {
  for (const language of languageCodes) {
    for (const station of ['/baby', '/parent']) {
      assert.equal((await needed(station, language)).size, 4, `${station} in ${language}`)
      assert.equal((await neededByWayOfHome(station, language)).size, 5, `${station} in ${language}`)
    }
  }
})

test('a station weighs at most 38 KiB with brotli until its first picture, by way of home 40, in every language', async () => {
  for (const language of languageCodes) {
    for (const station of ['/baby', '/parent']) {
      const directly = await weigh(await needed(station, language))
      assert.ok(directly > 0 && directly <= 38 * 1024, `${station} in ${language} weighs ${directly} bytes`)
      const byHome = await weigh(await neededByWayOfHome(station, language))
      assert.ok(byHome <= 40 * 1024, `${station} by way of home in ${language} weighs ${byHome} bytes`)
    }
    const guest = await weigh(await needed('/guest', language))
    assert.ok(guest <= 40 * 1024, `/guest in ${language} weighs ${guest} bytes`)
  }
})

test('what is said of a page’s weight is the language with most', async () => {
  const byLanguage = await Promise.all(languageCodes.map(async (language) => weigh(await needed('/baby', language))))
  assert.equal(weights.get('/baby'), Math.max(...byLanguage))
})

test('no test and no name of the machine that built it gets into what is served', async () => {
  for (const { file } of files) {
    const content = await readFile(join(folder, file), 'latin1')
    assert.ok(!content.includes('node:test') && !content.includes(root), file)
  }
})

test('building again gives the same files', async () => {
  const earlier = await readFile(join(folder, 'manifest.json'), 'utf8')
  await buildPublic(root, folder)
  assert.equal(await readFile(join(folder, 'manifest.json'), 'utf8'), earlier)
})
