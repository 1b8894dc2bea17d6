// A box that asks for a licence: it is missing, it is pasted, and then everything works.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { licenceText } from '../../public/text/en-licence.ts'
import { babyText } from '../../public/text/en-baby.ts'
import { createHouse } from './house.ts'
import { expectLive, openParent, pressStart } from './stations.ts'
import { runTool } from './tool.ts'

const folder = mkdtempSync(join(tmpdir(), 'beddybytes-licence-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const key = join(folder, 'key')

/** The seller's side; the answer is on the last line. */
async function licence(...args: readonly string[]): Promise<string> {
  const said = await runTool(join(import.meta.dirname, '../licence'), [...args, '--key', key])
  return said.trim().split('\n').at(-1) ?? ''
}

const publicKey = await licence('keygen')
const house = createHouse({ environment: { BEDDYBYTES_LICENCE_PUBLIC_KEY: publicKey } })

house.journey('a Baby Station needs a licence, which is pasted, and starts', async (family) => {
  const baby = await family.phone('baby')
  await baby.tap('link', 'Baby Station')
  await baby.tap('button', 'Start')
  await baby.sees(babyText.problems['licence-missing'])
  assert.deepEqual(await family.account.sessions(), [])

  await baby.tap('link', babyText.licenceLink)
  baby.expectErrors(/status of 400.*\/api\/licence/)
  await baby.fill(licenceText.field, 'not a licence')
  await baby.tap('button', licenceText.save)
  await baby.sees(licenceText.errors.bad)
  await baby.fill(licenceText.field, await licence('issue', '--name', 'The Lovelaces', '--days', '30'))
  await baby.tap('button', licenceText.save)
  await baby.sees(licenceText.saved)

  await baby.go('/')
  await baby.tap('link', 'Baby Station')
  await pressStart(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
})
