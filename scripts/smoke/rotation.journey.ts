// The certificate changes in the middle of a stream: nobody who watches notices, and whoever comes gets the new one.

import assert from 'node:assert/strict'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { connect } from 'node:tls'
import { issueLeaf, issueRoot } from '../../server/trust/issue.ts'
import { createHouse } from './house.ts'
import { expectLive, expectStatus, longestGapMs, markPicture, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const folder = mkdtempSync(join(tmpdir(), 'beddybytes-rotation-'))
after(() => rmSync(folder, { recursive: true }))
const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
const root = await issueRoot('localhost', Date.now())

async function rotate(name: string): Promise<void> {
  const leaf = await issueLeaf({ root, names: [name, 'localhost'], now: Date.now() })
  for (const [file, text] of [
    [key, leaf.key],
    [certificate, leaf.certificate + root.certificate],
  ] as const) {
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
  }
}

/** The first name of the leaf that a new connection is shown; it comes by address, which is another question. */
function shownLeaf(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      {
        host: '127.0.0.1',
        port: Number(new URL(url).port),
        ca: root.certificate,
        checkServerIdentity: () => undefined,
      },
      () => {
        resolve(/DNS:([^,]+)/.exec(socket.getPeerCertificate().subjectaltname ?? '')?.[1] ?? '')
        socket.destroy()
      },
    )
    socket.once('error', reject)
  })
}

await rotate('first.local')
const house = createHouse({ environment: { BEDDYBYTES_TLS_CERT: certificate, BEDDYBYTES_TLS_KEY: key } })

house.journey('a new certificate in mid-stream costs no frame and no socket', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  assert.equal(await shownLeaf(family.box.url), 'first.local')
  const sockets = new Set<string>()
  for (const { page } of [baby, parent]) {
    const session = await page.createCDPSession()
    await session.send('Network.enable')
    session.on('Network.webSocketClosed', ({ requestId }) => sockets.add(`closed ${requestId}`))
    session.on('Network.webSocketCreated', ({ requestId }) => sockets.add(`created ${requestId}`))
  }

  await rotate('second.local')
  // Only the moment counts: each look begins to measure anew, until one ends with the new leaf.
  let gapMs = Infinity
  await until(
    'the new certificate is in use',
    async () => {
      await markPicture(parent)
      await until(
        'frames go on',
        () => parent.page.evaluate(() => window.observed.picture.frames),
        (frames) => frames >= 15,
      )
      const leaf = await shownLeaf(family.box.url)
      gapMs = await longestGapMs(parent)
      return leaf
    },
    (leaf) => leaf === 'second.local',
    60_000,
  )
  assert.ok(gapMs < 200, `a gap of ${gapMs} ms`)
  await expectStatus(parent, 'Live')
  assert.deepEqual([...sockets], [])

  const late = await family.phone('late')
  await openParent(late)
  await expectLive(late)
})
