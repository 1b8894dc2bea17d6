import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { readFingerprint, sourceFingerprint, writeFingerprint } from './fingerprint.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'beddybytes-sources-'))
  for (const folder of ['public/baby', 'server', 'scripts/build']) await mkdir(join(root, folder), { recursive: true })
  for (const file of ['package-lock.json', 'tsconfig.json']) await writeFile(join(root, file), '{}')
  await writeFile(join(root, 'public/baby/page.ts'), 'first')
})
afterEach(() => rm(root, { recursive: true }))

test('a source that was only touched is the same', async () => {
  const before = await sourceFingerprint(root)
  await utimes(join(root, 'public/baby/page.ts'), 0, 1)
  assert.equal(await sourceFingerprint(root), before)
})

test('a source that changed is not, even when its time says so', async () => {
  const file = join(root, 'public/baby/page.ts')
  await utimes(file, 0, 1)
  const before = await sourceFingerprint(root)
  await writeFile(file, 'later')
  await utimes(file, 0, 1)
  assert.notEqual(await sourceFingerprint(root), before)
})

test('a source under another name, and one that is gone, count as changes', async () => {
  const before = await sourceFingerprint(root)
  await writeFile(join(root, 'public/baby/view.ts'), '')
  const more = await sourceFingerprint(root)
  assert.notEqual(more, before)
  await rm(join(root, 'public/baby/view.ts'))
  assert.equal(await sourceFingerprint(root), before)
})

test('tests are no part of the build', async () => {
  const before = await sourceFingerprint(root)
  await writeFile(join(root, 'public/baby/page.test.ts'), '')
  assert.equal(await sourceFingerprint(root), before)
})

test('a fingerprint is kept, and there is none before the first build', async () => {
  assert.equal(await readFingerprint(root), undefined)
  await writeFingerprint(root, 'abc')
  assert.equal(await readFingerprint(root), 'abc')
})
