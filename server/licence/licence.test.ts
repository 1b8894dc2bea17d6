// Licences over real HTTPS, on a box that asks for them.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SessionId } from '../../public/shared/protocol.ts'
import { randomId } from '../random-id.ts'
import { openTestBox } from '../test-harness.ts'
import { graceMs, licenceState } from './licence.ts'
import { createSigningKeys, issueLicence } from './token.ts'

const dayMs = 24 * 60 * 60 * 1000

test('a licence counts until it ends, with a notice for 14 days after, and then no more', () => {
  const expiresAt = new Date(1_700_000_000_000)
  const stateAt = (overMs: number) => licenceState({ name: 'Ada', expiresAt }, expiresAt.getTime() + overMs).state
  assert.equal(graceMs, 14 * dayMs)
  assert.deepEqual([-1, 0, graceMs - 1, graceMs].map(stateAt), ['valid', 'grace', 'grace', 'expired'])
})

test('without a licence no session starts; a pasted one is kept, and neither a forged nor a spent one replaces it', async () => {
  const { privateJwk, publicKey } = await createSigningKeys()
  const forger = await createSigningKeys()
  const issue = (jwk: typeof privateJwk, at = new Date()) => issueLicence(jwk, { name: 'Ada', days: 30 }, at)
  const box = await openTestBox({ BEDDYBYTES_LICENCE_PUBLIC_KEY: publicKey })
  try {
    const phone = box.phone()
    await phone.register('Ada')
    const wire = await phone.join()
    await wire.next('welcome')
    const start = () => wire.send({ type: 'start', sessionId: randomId<SessionId>(), name: 'Nursery' })
    await start()
    assert.equal((await wire.next('refused')).header.reason, 'licence-missing')
    const paste = async (licence: string) => (await phone.request('PUT', '/api/licence', { licence })).status
    assert.equal(await paste(await issue(forger.privateJwk)), 400)
    assert.equal(await paste(await issue(privateJwk)), 200)
    assert.equal(await paste(await issue(privateJwk, new Date(Date.now() - 90 * dayMs))), 400)
    assert.equal((await phone.request('GET', '/api/licence')).json.state, 'valid')
    await start()
    await wire.next('started')
    wire.close()
  } finally {
    await box.close()
  }
})
