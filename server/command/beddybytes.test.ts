// The owner's command as a process, beside the real server on a data folder of its own.

import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import Database from 'better-sqlite3'
import { readContents } from '../backup/contents.ts'
import { maxBackupBytes, seal, unseal } from '../backup/envelope.ts'
import { prepareRestore } from '../backup/restore.ts'
import { lockFolder } from '../store/folder-lock.ts'
import { migrations } from '../store/migrations.ts'
import { createPhone, testPassword, trusting, type Phone } from '../test-harness.ts'

const build = join(import.meta.dirname, '../../.build')
let folder = ''
const running = new Set<ChildProcess>()

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'beddybytes-command-'))
})
after(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

interface Outcome {
  readonly status: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

async function run(
  data: string,
  args: readonly string[],
  { input = '', environment = {} }: { input?: string | Buffer; environment?: Record<string, string> } = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [join(build, 'command/beddybytes.js'), ...args], {
    env: { PATH: process.env['PATH'], BEDDYBYTES_DATA: data, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const stdout: Buffer[] = []
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk) => (stderr += String(chunk)))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, stdout: Buffer.concat(stdout), stderr }
}

interface Running {
  phone(): Phone
  readonly output: () => string
  end(signal?: NodeJS.Signals): Promise<number | null>
}

async function startServer(data: string, environment: Record<string, string> = {}): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, [join(build, 'server.js')], {
    env: {
      PATH: process.env['PATH'],
      BEDDYBYTES_DATA: data,
      BEDDYBYTES_BIND: '127.0.0.1',
      BEDDYBYTES_HTTPS_PORT: String(port),
      BEDDYBYTES_HTTP_PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  const ended = once(child, 'close').then(([status]) => {
    running.delete(child)
    return status as number | null
  })
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: unknown) => {
      output += String(chunk)
      if (output.includes('Plain HTTP')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => reject(new Error(`it ended: ${output}`)))
  })
  return {
    // The root may be another after a restore: each phone trusts what is there when it comes.
    phone: () => createPhone(`https://localhost:${port}`, trusting(join(data, 'root.pem'))),
    output: () => output,
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Every file of a folder with its bytes. */
function contentsOf(data: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(data)
      .filter((name) => statSync(join(data, name)).isFile())
      .map((name) => [name, readFileSync(join(data, name)).toString('base64')]),
  )
}

describe('beside a box that runs', () => {
  let data = ''
  let box: Running
  before(async () => {
    data = join(folder, 'running')
    box = await startServer(data)
  })
  after(() => box.end())

  test('status says that it runs, where, and that the data is whole', async () => {
    const { status, stdout, stderr } = await run(data, ['status'])
    assert.equal(stderr, '')
    assert.equal(status, 0)
    assert.match(stdout.toString(), /running since .*\n {2}https:\/\/localhost:\d+\n/)
    assert.match(stdout.toString(), /Data: .*whole/)
  })

  test('accounts lists them without anything that moves a cursor', async () => {
    await box.phone().register('Ada')
    const { stdout } = await run(data, ['accounts'])
    assert.match(stdout.toString(), /^NAME.*\nAda {3,}.*1 {2,}/)
    // eslint-disable-next-line no-control-regex -- exactly these are looked for
    assert.doesNotMatch(stdout.toString(), /[\u0000-\u0009\u000b-\u001f]/)
  })

  test('reset-password gives a new password, ends all log-ins at once, and the old password opens nothing', async () => {
    const phone = box.phone()
    await phone.register('Forgetful')
    const wire = await phone.join()
    await wire.next('welcome')
    const { status, stdout, stderr } = await run(data, ['reset-password', 'FORGETFUL'])
    assert.equal(status, 0)
    assert.match(stderr, /^Forgetful has a new password/)
    await wire.closed
    assert.equal((await phone.request('GET', '/api/me')).status, 401)
    assert.equal((await box.phone().logIn('Forgetful')).status, 401)
    assert.equal((await box.phone().logIn('Forgetful', stdout.toString().trim())).status, 200)
  })

  test('reset-password leaves everybody else alone', async () => {
    const other = box.phone()
    await other.register('Other')
    const wire = await other.join()
    await wire.next('welcome')
    await run(data, ['reset-password', 'Forgetful'])
    await wire.send({ type: 'heartbeat' })
    await wire.next('heartbeat')
    wire.close()
  })

  test('reset-password takes a password of the owner from the input, and refuses one that is too short', async () => {
    const short = await run(data, ['reset-password', 'Ada', '--stdin'], { input: 'short\n' })
    assert.equal(short.status, 1)
    assert.match(short.stderr, /10 to 128 characters/)
    const { status, stdout } = await run(data, ['reset-password', 'Ada', '--stdin'], { input: 'words of my own\n' })
    assert.equal(status, 0)
    assert.equal(stdout.length, 0)
    assert.equal((await box.phone().logIn('Ada', 'words of my own')).status, 200)
  })

  test('trust prints the fingerprint of the root and a code', async () => {
    const { stdout } = await run(data, ['trust'])
    assert.match(stdout.toString(), /^SHA-256 (?:[\dA-F]{2}:){31}[\dA-F]{2}$/m)
    assert.match(stdout.toString(), /▄/)
    assert.match(stdout.toString(), /^http:\/\/localhost:\d+$/m)
  })

  test('a restore puts accounts and root back, ends every log-in, and the box goes on by itself', async () => {
    await box.phone().register('Kept')
    const root = readFileSync(join(data, 'root.pem'), 'utf8')
    const saved = await run(data, ['backup'])
    assert.equal(saved.status, 0)
    await box.phone().register('Later')
    const phone = box.phone()
    await phone.logIn('Kept')
    const wire = await phone.join()
    await wire.next('welcome')

    const restored = await run(data, ['restore'], { input: saved.stdout })
    assert.equal(restored.status, 0, restored.stderr)
    assert.match(restored.stderr, /^Restored the backup of/)
    await wire.closed
    assert.equal((await phone.request('GET', '/api/me')).status, 401, 'the log-in has ended')
    assert.equal((await box.phone().logIn('Kept')).status, 200)
    assert.equal((await box.phone().logIn('Later')).status, 401, 'this account was made after the backup')
    assert.equal(readFileSync(join(data, 'root.pem'), 'utf8'), root)
    assert.equal((await run(data, ['status'])).status, 0)
  })

  test('a second box cannot work with the same folder', async () => {
    await assert.rejects(startServer(data), /Another BeddyBytes works with the data folder/)
  })

  test('the folder holds nothing that others can read, and nothing but files', () => {
    for (const name of readdirSync(data)) {
      const info = statSync(join(data, name))
      assert.equal(info.mode & 0o077, 0, name)
      assert.ok(info.isFile(), name)
    }
  })

  test('after kill -9 it is not running, and the next start is within reach', async () => {
    await box.end('SIGKILL')
    const { status, stdout } = await run(data, ['status'])
    assert.equal(status, 1)
    assert.match(stdout.toString(), /^BeddyBytes is not running/)
    box = await startServer(data)
    assert.match((await run(data, ['status'])).stdout.toString(), /running since/)
  })
})

test('beside a box that it cannot reach, as in another container, a command changes nothing and says so', async () => {
  const data = join(folder, 'elsewhere')
  const box = await startServer(data)
  await box.phone().register('Ada')
  const saved = await run(data, ['backup'])
  await box.end()
  const former = contentsOf(data)
  // From here on nothing of this process may read the lock's file: closing it would let go.
  const leave = lockFolder(data)
  for (const args of [['restore'], ['reset-password', 'Ada'], ['status']]) {
    const { status, stdout, stderr } = await run(data, args, { input: saved.stdout })
    assert.equal(status, 1)
    assert.equal(stdout.length, 0)
    assert.match(stderr, /cannot be reached from here.*docker compose exec/)
  }
  leave?.()
  assert.deepEqual(contentsOf(data), former)
  assert.equal(readdirSync(data).includes('restore'), false)
})

describe('a backup', () => {
  let data = ''
  let backup: Buffer
  let encrypted: Buffer
  const passphrase = 'correct horse'
  before(async () => {
    data = join(folder, 'backup')
    const box = await startServer(data)
    await box.phone().register('Ada')
    backup = (await run(data, ['backup'])).stdout
    encrypted = (await run(data, ['backup'], { environment: { BEDDYBYTES_BACKUP_PASSPHRASE: passphrase } })).stdout
    await box.end()
  })

  test('moves a household to a new box: the same accounts, the same root', async () => {
    const moved = join(folder, 'moved')
    assert.equal((await run(moved, ['restore'], { input: backup })).status, 0)
    assert.equal(readFileSync(join(moved, 'root.pem'), 'utf8'), readFileSync(join(data, 'root.pem'), 'utf8'))
    assert.equal(statSync(join(moved, 'root-key.pem')).mode & 0o777, 0o600)
    assert.equal(statSync(moved).mode & 0o777, 0o700)
    const box = await startServer(moved)
    assert.equal((await box.phone().logIn('Ada', testPassword)).status, 200)
    await box.end()
  })

  test('holds no log-in, no device and no running session', async () => {
    const text = (await unseal(backup, '')).toString()
    assert.doesNotMatch(text, /token|device|log_ins|sessions/)
  })

  test('with a passphrase shows nothing, and opens with that passphrase alone', async () => {
    assert.equal(encrypted.includes('argon2'), false)
    assert.equal(encrypted.includes('PRIVATE KEY'), false)
    const target = join(folder, 'sealed')
    const without = await run(target, ['restore'], { input: encrypted })
    assert.match(without.stderr, /encrypted.*BEDDYBYTES_BACKUP_PASSPHRASE/)
    const wrong = await run(target, ['restore'], {
      input: encrypted,
      environment: { BEDDYBYTES_BACKUP_PASSPHRASE: 'wrong' },
    })
    assert.match(wrong.stderr, /passphrase is not the one/)
    const right = await run(target, ['restore'], {
      input: encrypted,
      environment: { BEDDYBYTES_BACKUP_PASSPHRASE: passphrase },
    })
    assert.equal(right.status, 0, right.stderr)
  })

  test('is taken while others write, as of one moment', async () => {
    const busy = join(folder, 'busy')
    const box = await startServer(busy)
    const writing = Array.from({ length: 4 }, (_, index) => box.phone().register(`Writer ${index}`))
    const saved = await run(busy, ['backup'])
    await Promise.all(writing)
    await box.end()
    assert.equal((await run(join(folder, 'busy-2'), ['restore'], { input: saved.stdout })).status, 0)
  })

  describe('that is not as it was, is refused, says why, and changes nothing', () => {
    async function refuses(input: Buffer, said: RegExp): Promise<void> {
      const former = contentsOf(data)
      const { status, stdout, stderr } = await run(data, ['restore'], { input })
      assert.equal(status, 1)
      assert.equal(stdout.length, 0)
      assert.match(stderr, said)
      assert.match(stderr, /Nothing has been changed\.\n$/)
      assert.doesNotMatch(stderr, /^\s+at /m)
      assert.deepEqual(contentsOf(data), former)
      assert.deepEqual(
        readdirSync(data).filter((name) => name.startsWith('restore')),
        [],
      )
    }
    /** With the right seal, so that only its contents can give it away. */
    // eslint-disable-next-line typescript/no-explicit-any -- it is changed into what it may not be
    const forged = async (change: (contents: any) => void) => {
      const contents: unknown = JSON.parse((await unseal(backup, '')).toString())
      change(contents)
      return seal(Buffer.from(JSON.stringify(contents)), '')
    }

    test('nothing', () => refuses(Buffer.alloc(0), /Nothing came in/))
    test('something else', () => refuses(randomBytes(5000), /no backup of BeddyBytes/))
    test('an archive', () => refuses(Buffer.from('PK\u0003\u0004../../etc/passwd'), /no backup of BeddyBytes/))
    test('more than fits', () => refuses(Buffer.alloc(maxBackupBytes + 1, 'x'), /too large/))
    test('a newer format', () => refuses(Buffer.from('BeddyBytes backup 2\nopen\n{}'), /newer BeddyBytes/))
    test('cut short, at any length', async () => {
      for (const length of [10, 21, 26, 60, 500, backup.length - 1]) {
        await refuses(backup.subarray(0, length), /damaged|no backup/)
      }
    })
    test('any bit of it', async () => {
      for (let at = 0; at < backup.length; at += 1) {
        const bytes = Buffer.from(backup)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
        await assert.rejects(unseal(bytes, ''), { name: 'BackupError' }, `byte ${at}`)
      }
    })
    test('any bit of an encrypted one', async () => {
      for (let at = 0; at < encrypted.length; at += Math.ceil(encrypted.length / 6)) {
        const bytes = Buffer.from(encrypted)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
        await assert.rejects(unseal(bytes, passphrase), { name: 'BackupError' }, `byte ${at}`)
      }
    })
    test('a database of a newer version', async () =>
      refuses(await forged(({ database }) => (database.version = migrations.length + 1)), /newer BeddyBytes/))
    test('a table that is not for it', async () =>
      refuses(await forged(({ database }) => (database.tables.log_ins = [])), /not as BeddyBytes writes them/))
    test('a column that is none', async () =>
      refuses(
        await forged(({ database }) => (database.tables.accounts[0]['x); DROP TABLE accounts; --'] = 1)),
        /not as BeddyBytes writes them/,
      ))
    test('an account twice', async () =>
      refuses(
        await forged(({ database }) => database.tables.accounts.push(database.tables.accounts[0])),
        /not as BeddyBytes writes them/,
      ))
    test('a value of another type', async () =>
      refuses(await forged(({ database }) => (database.tables.accounts[0].created_at = 'now')), /not as BeddyBytes/))
    test('a password that would take all memory', async () =>
      refuses(
        await forged(({ database }) => {
          database.tables.accounts[0].password_hash = '$argon2id$v=19$m=4194304,t=9,p=1$AAAA$AAAA'
        }),
        /A password in this backup/,
      ))
    test('a root whose key is another', async () => {
      const other = join(folder, 'other')
      const box = await startServer(other)
      await box.end()
      const key = readFileSync(join(other, 'root-key.pem'), 'utf8')
      await refuses(await forged(({ root }) => (root.key = key)), /root certificate in this backup is damaged/)
    })
    test('a bomb of brackets', async () =>
      refuses(await seal(Buffer.alloc(maxBackupBytes - 1000, '['), ''), /not as BeddyBytes writes them/))
    test('a path, where a file could be meant', async () =>
      refuses(await forged((contents) => (contents['../../escaped'] = 'x')), /not as BeddyBytes writes them/))
  })

  test('of a restore that was cut short is gone at the next start', async () => {
    const cut = join(folder, 'cut')
    await (await startServer(cut)).end()
    mkdirSync(join(cut, 'restore.new'))
    writeFileSync(join(cut, 'restore.new', 'beddybytes.db'), 'Ada')
    await (await startServer(cut)).end()
    assert.equal(readdirSync(cut).includes('restore.new'), false)
  })

  test('with more than can be restored is not made', async () => {
    await assert.rejects(seal(Buffer.alloc(maxBackupBytes), ''), {
      name: 'BackupError',
      message: /Nothing has been written/,
    })
  })

  test('of every former version is restored into the current one', async () => {
    for (let version = 1; version < migrations.length; version += 1) {
      const old = join(folder, `old-${version}`)
      const contents = JSON.parse((await unseal(backup, '')).toString())
      const columns = columnsAt(version)
      contents.database.version = version
      contents.database.tables.accounts = contents.database.tables.accounts.map((row: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => columns.includes(name))),
      )
      const input = await seal(Buffer.from(JSON.stringify(contents)), '')
      assert.equal((await run(old, ['restore'], { input })).status, 0, `version ${version}`)
      assert.match((await run(old, ['accounts'])).stdout.toString(), /^Ada /m)
    }
  })

  test('that was decided for is finished at the next start, wherever the plug was pulled', async () => {
    const contents = readContents(await unseal(backup, ''))
    for (const moved of [[], ['beddybytes.db'], ['beddybytes.db', 'root-key.pem']]) {
      const torn = join(folder, `torn-${moved.length}`)
      const first = await startServer(torn)
      await first.phone().register('Former')
      await first.end('SIGKILL')
      prepareRestore(torn, contents)
      for (const name of ['beddybytes.db-wal', 'beddybytes.db-shm']) rmSync(join(torn, name))
      for (const name of moved) renameSync(join(torn, 'restore', name), join(torn, name))
      const box = await startServer(torn)
      assert.match(box.output(), /A backup has taken the place/)
      assert.equal((await box.phone().logIn('Ada')).status, 200)
      assert.equal((await box.phone().logIn('Former')).status, 401)
      await box.end()
      assert.equal(readdirSync(torn).includes('restore'), false)
    }
  })
})

describe('what is wrong is said in a line', () => {
  const mistakes: readonly [string, string[], RegExp][] = [
    ['no command', [], /^Usage/],
    ['an unknown command', ['destroy'], /^Usage/],
    ['a name too few', ['reset-password'], /^Usage/],
    ['a name too many', ['accounts', 'Ada'], /^Usage/],
    ['an unknown option', ['status', '--fast'], /--fast/],
    ['no data yet', ['accounts'], /no database yet/],
    ['nothing to back up', ['backup'], /no database yet/],
    ['no root yet', ['trust'], /no root yet/],
  ]
  for (const [what, args, said] of mistakes) {
    test(what, async () => {
      const { status, stdout, stderr } = await run(join(folder, 'empty'), args)
      assert.equal(status, 1)
      assert.equal(stdout.length, 0)
      assert.match(stderr, said)
      assert.doesNotMatch(stderr, /^\s+at /m)
    })
  }

  test('help is no mistake', async () => {
    const { status, stdout } = await run(join(folder, 'empty'), ['--help'])
    assert.equal(status, 0)
    assert.match(stdout.toString(), /^Usage/)
  })

  test('a name that nobody has', async () => {
    const data = join(folder, 'backup')
    const { status, stderr } = await run(data, ['reset-password', 'No\u001b[2Jbody'])
    assert.equal(status, 1)
    assert.match(stderr, /^There is no account "No\uFFFD\[2Jbody"/)
  })

  test('a database of a newer version', async () => {
    const data = join(folder, 'newer')
    mkdirSync(data)
    const database = new Database(join(data, 'beddybytes.db'))
    database.pragma('user_version = 999')
    database.close()
    const { status, stderr } = await run(data, ['accounts'])
    assert.equal(status, 1)
    assert.match(stderr, /version 999/)
  })

  test(
    "somebody else's data folder",
    { skip: process.getuid?.() !== 0 && 'needs root, to be somebody else' },
    async () => {
      const data = join(folder, 'backup')
      chmodSync(folder, 0o755)
      const child = spawn(process.execPath, [join(build, 'command/beddybytes.js'), 'accounts'], {
        env: { PATH: process.env['PATH'], BEDDYBYTES_DATA: data },
        stdio: ['ignore', 'pipe', 'pipe'],
        uid: 65534,
        gid: 65534,
      })
      let said = ''
      child.stderr.on('data', (chunk) => (said += String(chunk)))
      const [status] = (await once(child, 'close')) as [number]
      assert.equal(status, 1)
      assert.match(said, /Run this as its owner/)
    },
  )
})

function columnsAt(version: number): string[] {
  const database = new Database(':memory:')
  for (const statements of migrations.slice(0, version)) database.exec(statements)
  const columns = (database.pragma('table_info(accounts)') as { name: string }[]).map(({ name }) => name)
  database.close()
  return columns
}
