// What an upgrade does to a real file: the copy before it, the transaction, and the way back.

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import Database from 'better-sqlite3'
import { createAccountStore, type AccountId } from './account-store.ts'
import { closeDatabase, openDatabase, openExisting } from './database.ts'
import { endedTables, keptTables } from './dump.ts'
import { migrations } from './migrations.ts'
import { until } from '../test-wait.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beddybytes-upgrade-'))
  file = join(folder, 'beddybytes.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A household's database as the first version left it. */
function makeFirstVersion(): void {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.exec(migrations[0] ?? '')
  database.pragma('user_version = 1')
  database.exec(`INSERT INTO accounts VALUES ('a', 'Ada', 'ada', 'hash', 1, NULL);
    INSERT INTO sessions VALUES ('a', 's', 'The blue room', 'station', 'device', 1)`)
  database.close()
}

const copies = () => readdirSync(folder).filter((name) => name.includes('of-version'))

function versionOf(path: string): unknown {
  const database = new Database(path, { readonly: true })
  const version = database.pragma('user_version', { simple: true })
  database.close()
  return version
}

test('an upgrade keeps a copy of the version before it, which opens and is private', () => {
  makeFirstVersion()
  closeDatabase(openDatabase(file))
  assert.equal(versionOf(file), migrations.length)
  assert.deepEqual(copies(), ['beddybytes.db.of-version-1'])
  const copy = join(folder, 'beddybytes.db.of-version-1')
  assert.equal(versionOf(copy), 1)
  assert.equal(statSync(copy).mode & 0o777, 0o600)
  const database = new Database(copy, { readonly: true })
  assert.equal(database.prepare('SELECT name FROM accounts').pluck().get(), 'Ada')
  assert.equal(database.pragma('integrity_check', { simple: true }), 'ok')
  database.close()
})

test('the copy holds no session and no name of a room', () => {
  makeFirstVersion()
  closeDatabase(openDatabase(file))
  assert.equal(readFileSync(join(folder, 'beddybytes.db.of-version-1')).includes('blue room'), false)
})

test('an account that is deleted is in no copy either', () => {
  makeFirstVersion()
  const connection = openDatabase(file)
  createAccountStore(connection).remove('a' as AccountId)
  closeDatabase(connection)
  assert.deepEqual(copies(), [])
  for (const name of readdirSync(folder)) assert.equal(readFileSync(join(folder, name)).includes('Ada'), false, name)
})

test('a database that is new or current is not copied, and a current one is not written', () => {
  closeDatabase(openDatabase(file))
  const { mtimeMs } = statSync(file)
  closeDatabase(openDatabase(file))
  assert.equal(statSync(file).mtimeMs, mtimeMs)
  assert.deepEqual(copies(), [])
})

test('an upgrade that fails leaves the database as it was, and the next try finds it so', () => {
  makeFirstVersion()
  const database = new Database(file)
  // A table of the next version is there already: its migration fails in the middle.
  database.exec('CREATE TABLE guests (id TEXT PRIMARY KEY) STRICT')
  database.close()
  for (let attempt = 0; attempt < 2; attempt += 1) {
    assert.throws(() => openDatabase(file), { name: 'DatabaseError' })
    assert.equal(versionOf(file), 1)
    const left = new Database(file, { readonly: true })
    const tables = left.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
    left.close()
    assert.equal(tables.includes('pairings'), false, 'what the migration did before it failed is undone')
  }
})

test('a newer database is refused byte for byte, and its message names the copy to go back to', () => {
  closeDatabase(openDatabase(file))
  const database = new Database(file)
  database.pragma(`user_version = ${migrations.length + 1}`)
  database.pragma('journal_mode = DELETE')
  database.close()
  const former = readFileSync(file)
  assert.throws(() => openDatabase(file), /start the newer BeddyBytes\.$/)
  const copy = join(folder, `beddybytes.db.of-version-${migrations.length}`)
  writeFileSync(copy, '')
  assert.throws(() => openDatabase(file), new RegExp(`${copy}$`))
  assert.deepEqual(readFileSync(file), former)
})

test('a command upgrades nothing', () => {
  makeFirstVersion()
  assert.throws(() => openExisting(file), /older version/)
  assert.equal(versionOf(file), 1)
  assert.deepEqual(copies(), [])
})

test('for every table it is said whether a backup carries it', () => {
  const connection = openDatabase(file)
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  closeDatabase(connection)
  assert.deepEqual(tables.toSorted(), [...keptTables, ...endedTables].toSorted())
})

test('what is deleted while somebody reads is gone from every file when they have read', async () => {
  const connection = openDatabase(file)
  const store = createAccountStore(connection)
  const id = 'a' as AccountId
  store.add({ id, name: 'Xyzzy', nameKey: 'xyzzy', passwordHash: 'hash', createdAt: 1 })
  const reader = new Database(file)
  reader.exec('BEGIN; SELECT * FROM accounts')
  reader.prepare('SELECT * FROM accounts').all()
  store.remove(id)
  const isIn = () => readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes('Xyzzy'))
  assert.notDeepEqual(isIn(), [])
  reader.close()
  await until('no file holds the name', () => isIn().length === 0)
  closeDatabase(connection)
})
