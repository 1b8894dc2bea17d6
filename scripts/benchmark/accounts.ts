// Families that have an account and phones that are logged in, written into a box's database while the box is away: what is measured
// is not how long passwords take.

import { join } from 'node:path'
import type { DeviceId } from '../../public/shared/protocol.ts'
import { createToken, hashToken } from '../../server/accounts/tokens.ts'
import { randomId } from '../../server/random-id.ts'
import { createAccountStore } from '../../server/store/account-store.ts'
import type { AccountId } from '../../server/store/account-store.ts'
import { closeDatabase, databaseFile, openExisting } from '../../server/store/database.ts'

/** As a phone sends it with each request. */
export interface LogIn {
  readonly Cookie: string
}

const lifetimeMs = 24 * 60 * 60 * 1000

/** @returns of each account, of each of its devices */
export function addAccounts(dataFolder: string, accounts: number, devicesEach: number): readonly (readonly LogIn[])[] {
  const connection = openExisting(join(dataFolder, databaseFile))
  try {
    const store = createAccountStore(connection)
    const createdAt = Date.now()
    const addDevice = (accountId: AccountId, device: number): LogIn => {
      const token = createToken()
      store.addLogIn({
        id: randomId<DeviceId>(),
        accountId,
        tokenHash: hashToken(token),
        deviceName: `Phone ${device + 1}`,
        createdAt,
        expiresAt: createdAt + lifetimeMs,
      })
      return { Cookie: `__Host-beddybytes=${token}` }
    }
    const addAccount = (index: number): readonly LogIn[] => {
      const name = `measured ${index + 1}`
      const id = randomId<AccountId>()
      store.add({ id, name, nameKey: name, passwordHash: 'nobody’s', createdAt })
      return Array.from({ length: devicesEach }, (_, device) => addDevice(id, device))
    }
    return connection.transaction(() => Array.from({ length: accounts }, (_, index) => addAccount(index)))()
  } finally {
    closeDatabase(connection)
  }
}
