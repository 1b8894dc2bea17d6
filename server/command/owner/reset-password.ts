// `beddybytes reset-password NAME`: a new password for somebody who has forgotten theirs. All their log-ins end, also
// that of whoever guessed the old one.

import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { nameKey, parsePassword } from '../../accounts/names.ts'
import { createPasswords } from '../../accounts/passwords.ts'
import { ask, askStatus } from '../../control/ask.ts'
import { createAccountStore } from '../../store/account-store.ts'
import { closeDatabase, databaseFile, openExisting } from '../../store/database.ts'
import { createOwnerStore } from '../../store/owner-store.ts'
import { inert, OwnerError, type Owner } from './owner.ts'
import { readInput } from './read-input.ts'

export async function resetPassword(owner: Owner, name: string, fromInput: boolean): Promise<void> {
  const connection = openExisting(join(owner.dataFolder, databaseFile))
  try {
    const account = createAccountStore(connection).byNameKey(nameKey(name))
    if (account === null) throw new OwnerError(`There is no account "${inert(name)}". beddybytes accounts lists them.`)
    const password = fromInput ? await givenPassword(owner) : makePassword()
    // A box that could not be told would leave their connections open.
    await askStatus(owner.dataFolder)
    createOwnerStore(connection).resetPassword(account.id, await createPasswords().hash(password))
    owner.say(`${inert(account.name)} has a new password, and has to log in with it on every phone.`)
    if (!fromInput) await owner.write(`${password}\n`)
    await ask(owner.dataFolder, 'recheck')
  } finally {
    closeDatabase(connection)
  }
}

async function givenPassword(owner: Owner): Promise<string> {
  const bytes = await readInput(owner.input, 4096)
  const password = parsePassword(bytes?.toString('utf8').replace(/\r?\n$/, '') ?? '')
  if (password === null) throw new OwnerError('A password has 10 to 128 characters. Nothing has been changed.')
  return password
}

/** To be typed once on a phone: no letter looks like another, 79 bits. */
function makePassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
