import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readLicence } from '../server/licence/token.ts'

const script = join(import.meta.dirname, 'licence.ts')
const { BEDDYBYTES_LICENCE_PRIVATE_KEY_FILE: _, ...environment } = process.env
let data = ''

before(async () => {
  data = await mkdtemp(join(tmpdir(), 'beddybytes-licence-'))
})
after(() => rm(data, { recursive: true }))

function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const env = { ...environment, BEDDYBYTES_DATA: data }
    execFile(process.execPath, [script, ...args], { env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

test('a licence that was issued is accepted by whoever has the printed public key', async () => {
  const keygen = await run('keygen')
  assert.match(keygen.stdout, /^[\w-]{43}\n$/)
  assert.match(keygen.stderr, /BEDDYBYTES_LICENCE_PUBLIC_KEY/)
  const keyFile = join(data, 'licence-private-key')
  assert.equal((await stat(keyFile)).mode & 0o777, 0o600)

  const issued = await run('issue', '--name', 'Ada', '--days', '30')
  assert.match(issued.stdout, /^\S+\n$/)
  const licence = await readLicence(keygen.stdout.trim(), issued.stdout.trim())
  assert.equal(licence?.name, 'Ada')
  const days = (licence.expiresAt.getTime() - Date.now()) / 86_400_000
  assert.ok(days > 29.9 && days <= 30)
})

test('a key is never overwritten unless that is asked for', async () => {
  const keyFile = join(data, 'careful')
  await run('keygen', '--key', keyFile)
  const first = await readFile(keyFile, 'utf8')
  const again = await run('keygen', '--key', keyFile)
  assert.equal(again.status, 1)
  assert.equal(again.stdout, '')
  assert.match(again.stderr, /--force/)
  assert.equal(await readFile(keyFile, 'utf8'), first)

  assert.equal((await run('keygen', '--key', keyFile, '--force')).status, 0)
  assert.notEqual(await readFile(keyFile, 'utf8'), first)
  assert.equal((await stat(keyFile)).mode & 0o777, 0o600)
})

const mistakes: [string, string[], RegExp][] = [
  ['no command', [], /Usage/],
  ['an unknown command', ['sell'], /Usage/],
  ['an unknown option', ['issue', '--nam', 'Ada'], /--nam/],
  ['no days', ['issue', '--name', 'Ada'], /--days/],
  ['a day that is no number', ['issue', '--name', 'Ada', '--days', 'ten'], /whole number/],
  ['no days left', ['issue', '--name', 'Ada', '--days', '0'], /whole number/],
  ['a key that is not there', ['issue', '--name', 'Ada', '--days', '1', '--key', '/nowhere/key'], /keygen first/],
  ['a key that is none', ['issue', '--name', 'Ada', '--days', '1', '--key', script], /no signing key/],
]
for (const [what, args, said] of mistakes) {
  test(`${what} is said in plain words, and nothing goes to stdout`, async () => {
    const { status, stdout, stderr } = await run(...args)
    assert.equal(status, 1)
    assert.equal(stdout, '')
    assert.match(stderr, said)
    assert.doesNotMatch(stderr, /^\s+at /m)
  })
}
