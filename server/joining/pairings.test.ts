// What only time brings about: a code with a clock that the test turns, and a real database.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { createAccounts } from '../accounts/accounts.ts'
import { createAttempts } from '../accounts/attempts.ts'
import { createPasswords } from '../accounts/passwords.ts'
import { createAccountStore } from '../store/account-store.ts'
import { closeDatabase, openDatabase } from '../store/database.ts'
import { createPairingStore } from '../store/pairing-store.ts'
import { createPairings, pairingMs } from './pairings.ts'

const visitor = { address: '192.168.1.2', deviceName: 'Chrome (Android)', familiarToken: null }

async function open(context: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-'))
  const database = openDatabase(join(folder, 'beddybytes.db'))
  context.after(() => {
    closeDatabase(database)
    rmSync(folder, { recursive: true })
  })
  let time = 1_700_000_000_000
  const attempts = createAttempts(() => true)
  const accounts = createAccounts({
    store: createAccountStore(database),
    passwords: createPasswords(),
    attempts,
    registration: 'open',
    now: () => time,
    onTrouble: (what) => assert.fail(what),
  })
  const entered = await accounts.register({ username: 'Ada', password: 'a long enough one' }, visitor)
  assert.ok('logIn' in entered)
  const pairings = createPairings({
    store: createPairingStore(database),
    accounts,
    attempts,
    tellNewcomer() {},
    now: () => time,
  })
  const shown = await pairings.show(entered.logIn)
  assert.ok('code' in shown)
  return { pairings, shown, logIn: entered.logIn, pass: (ms: number) => (time += ms) }
}

test('a code is taken until its five minutes are over, by link and by letters', async (context) => {
  const { pairings, shown, pass } = await open(context)
  pass(pairingMs)
  assert.equal(await pairings.ask(shown.code, 'Late', visitor.address), null)
  assert.equal(await pairings.ask(shown.letters, 'Late', visitor.address), null)
})

test('a newcomer who asked in time cannot be confirmed too late', async (context) => {
  const { pairings, shown, logIn, pass } = await open(context)
  pass(pairingMs - 1)
  assert.ok(await pairings.ask(shown.code, 'Just in time', visitor.address))
  pass(1)
  assert.equal(pairings.progress(logIn, shown.id), null)
  assert.equal(pairings.answer(logIn, shown.id, true), false)
})

test('a log-in that was confirmed and not collected in time is over', async (context) => {
  const { pairings, shown, logIn, pass } = await open(context)
  const asked = await pairings.ask(shown.code, 'Slow', visitor.address)
  assert.ok(asked !== null && 'ticket' in asked)
  assert.equal(pairings.answer(logIn, shown.id, true), true)
  pass(pairingMs)
  assert.equal(pairings.collect(asked.ticket, visitor), null)
})
