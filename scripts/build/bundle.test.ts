import assert from 'node:assert/strict'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import * as v from 'valibot'
import { buildPublic } from './bundle.ts'

const root = join(import.meta.dirname, '../..')
const manifestSchema = v.object({
  files: v.array(
    v.object({
      path: v.string(),
      type: v.string(),
      etag: v.string(),
      immutable: v.boolean(),
      file: v.string(),
      brotli: v.optional(v.string()),
    }),
  ),
})

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

const page = (path: string): Promise<string> => {
  const entry = files.find((file) => file.path === path)
  assert.ok(entry, `${path} is not in the manifest`)
  return readFile(join(folder, entry.file), 'utf8')
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

for (const path of ['/', '/baby', '/parent', '/account', '/licence']) {
  test(`${path} asks only for files that are served, and has nothing inline that the policy would refuse`, async () => {
    const html = await page(path)
    const asked = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1])
    const served = new Set(files.map((file) => file.path))
    assert.deepEqual(
      asked.filter((url) => !served.has(url ?? '')),
      [],
    )
    assert.doesNotMatch(html, /<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/)
  })
}

test('a station asks for its own code at once, and not for that of the other', async () => {
  const preloads = async (path: string) => new Set((await page(path)).match(/\/assets\/page-[^"]+/g))
  const [baby, parent, home] = await Promise.all([preloads('/baby'), preloads('/parent'), preloads('/')])
  assert.equal(baby.size, 1)
  assert.equal(parent.size, 1)
  assert.equal(home.size, 0)
  assert.notDeepEqual(baby, parent)
})

test('a station weighs at most 40 KiB with brotli until its first picture', () => {
  for (const path of ['/baby', '/parent']) {
    const bytes = weights.get(path) ?? Infinity
    assert.ok(bytes > 0 && bytes <= 40 * 1024, `${path} weighs ${bytes} bytes`)
  }
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
