// A disk that is really full, under a real box: what was acknowledged stays, who is in stays in, who has to go goes.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import Database from 'better-sqlite3'
import { inviteGuest, makeFolder, openTestBox, startBaby } from './test-harness.ts'

const skip = process.getuid?.() !== 0 && 'needs root, to make a small disk'

test(
  'on a full disk nobody new comes in, a guest goes at its time, the box ends in order and opens again',
  { skip },
  async () => {
    const data = makeFolder()
    mkdirSync(data, { mode: 0o700 })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', data])
    try {
      let box = await openTestBox({}, data)
      const family = box.phone()
      await family.register('Ada')
      const baby = await startBaby(family)
      const { phone } = await inviteGuest(box, family, { sessionId: baby.sessionId, forMs: 3000 })
      const guest = await phone.join('socket', '/guest')
      await guest.next('welcome')
      const filler = join(data, 'filler')
      assert.throws(() => writeFileSync(filler, Buffer.alloc(2_000_000)), { code: 'ENOSPC' })

      assert.equal((await box.phone().register('Bob')).status, 500)
      assert.equal((await family.request('GET', '/api/me')).status, 200)
      await guest.closed
      await baby.wire.next('revoked')
      await assert.rejects(phone.socket('/guest'))
      await box.box.close()

      box = await openTestBox({}, data)
      const again = box.phone()
      again.cookie = family.cookie
      assert.equal((await again.request('GET', '/api/me')).json.username, 'Ada')
      rmSync(filler)
      assert.equal((await box.phone().logIn('Ada')).status, 200)
      await box.box.close()
      // With room again, what was left is forgotten at the next start.
      await (await openTestBox({}, data)).box.close()
      const database = new Database(join(data, 'beddybytes.db'))
      assert.equal(database.pragma('integrity_check', { simple: true }), 'ok')
      assert.equal(database.prepare('SELECT count(*) FROM guests').pluck().get(), 0)
      database.close()
    } finally {
      execFileSync('umount', ['-l', data])
      rmSync(dirname(data), { recursive: true })
    }
  },
)
