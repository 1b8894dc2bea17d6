// The rows of codes that bring another phone into an account, for the few minutes that they live. Ending the log-in that
// showed a code, or the account, ends the code.

import type { DeviceId } from '../../public/shared/protocol.ts'
import type { AccountId } from './account-store.ts'
import type { Connection } from './database.ts'

/** Shown on a phone, asked for by a newcomer, then let in or sent away; `joined` once the newcomer has its log-in. */
export type PairingState = 'shown' | 'asked' | 'confirmed' | 'refused' | 'joined'

export interface PairingRow {
  readonly id: string
  readonly accountId: AccountId
  /** The log-in that shows the code. */
  readonly shownBy: DeviceId
  readonly state: PairingState
  /** What the newcomer calls itself; null before there is one. */
  readonly newcomer: string | null
  /** 1 while the six letters are still taken. */
  readonly hasLetters: 0 | 1
  readonly expiresAt: number
}

export interface Newcomer {
  readonly id: DeviceId
  readonly name: string
  readonly joinedAt: number
}

export interface PairingStore {
  /** Takes the place of the code that this log-in showed before. False when the letters are in use. */
  add(pairing: {
    id: string
    accountId: AccountId
    shownBy: DeviceId
    codeHash: Buffer
    lettersHash: Buffer
    expiresAt: number
    now: number
  }): boolean
  byId(id: string, shownBy: DeviceId, now: number): PairingRow | null
  byTicket(ticketHash: Buffer, now: number): PairingRow | null
  /** Uses a code up: of many that ask at once, one gets the time at which it ends, the others null. */
  ask(by: 'code' | 'letters', hash: Buffer, newcomer: string, ticketHash: Buffer, now: number): number | null
  /** Letters that fit no code count against every code that is shown now. */
  countWrongLetters(allowed: number, now: number): void
  /** False when nobody has asked, or somebody has answered already. */
  answer(id: string, shownBy: DeviceId, state: 'confirmed' | 'refused', now: number): boolean
  /** False when it is not confirmed, or was taken before. */
  take(ticketHash: Buffer, now: number): boolean
  remove(id: string, shownBy: DeviceId): boolean
  /** Remembers who let a log-in in, for the account's other phones. */
  setIntroducer(newcomer: DeviceId, by: DeviceId): void
  /** Phones that another phone has let in and that this log-in has not been told of. */
  newcomersFor(accountId: AccountId, device: DeviceId): Newcomer[]
  told(device: DeviceId, now: number): void
}

export function createPairingStore(connection: Connection): PairingStore {
  const clear = connection.prepare<[string, number]>('DELETE FROM pairings WHERE shown_by = ? OR expires_at <= ?')
  const add = connection.prepare<[string, string, string, Buffer, Buffer, number]>(
    `INSERT INTO pairings (id, account_id, shown_by, code_hash, letters_hash, state, expires_at)
     VALUES (?, ?, ?, ?, ?, 'shown', ?) ON CONFLICT DO NOTHING`,
  )
  const pairing = `SELECT id, account_id AS accountId, shown_by AS shownBy, state, newcomer,
       letters_hash IS NOT NULL AS hasLetters, expires_at AS expiresAt FROM pairings`
  const byId = connection.prepare<[string, string, number], PairingRow>(
    `${pairing} WHERE id = ? AND shown_by = ? AND expires_at > ?`,
  )
  const byTicket = connection.prepare<[Buffer, number], PairingRow>(
    `${pairing} WHERE ticket_hash = ? AND expires_at > ?`,
  )
  const ask = (column: 'code_hash' | 'letters_hash') =>
    connection
      .prepare<[string, Buffer, Buffer, number], number>(
        `UPDATE pairings SET state = 'asked', newcomer = ?, ticket_hash = ?
         WHERE ${column} = ? AND state = 'shown' AND expires_at > ? RETURNING expires_at`,
      )
      .pluck()
  const askBy = { code: ask('code_hash'), letters: ask('letters_hash') }
  const countWrong = connection.prepare<[number, number]>(
    `UPDATE pairings SET wrong_letters = wrong_letters + 1,
       letters_hash = CASE WHEN wrong_letters + 1 >= ? THEN NULL ELSE letters_hash END
     WHERE state = 'shown' AND expires_at > ?`,
  )
  const answer = connection.prepare<[string, string, string, number]>(
    "UPDATE pairings SET state = ? WHERE id = ? AND shown_by = ? AND state = 'asked' AND expires_at > ?",
  )
  const take = connection.prepare<[Buffer, number]>(
    "UPDATE pairings SET state = 'joined' WHERE ticket_hash = ? AND state = 'confirmed' AND expires_at > ?",
  )
  const remove = connection.prepare<[string, string]>('DELETE FROM pairings WHERE id = ? AND shown_by = ?')
  const setIntroducer = connection.prepare<[string, string]>('UPDATE log_ins SET introduced_by = ? WHERE id = ?')
  const newcomers = connection.prepare<[string, string, string], Newcomer>(
    `SELECT other.id, other.device_name AS name, other.created_at AS joinedAt
     FROM log_ins AS other JOIN log_ins AS mine ON mine.account_id = other.account_id
     WHERE mine.account_id = ? AND mine.id = ? AND other.id <> mine.id AND other.introduced_by <> ?
       AND other.created_at >= mine.created_at AND other.created_at > mine.told_at
     ORDER BY other.created_at`,
  )
  const told = connection.prepare<[number, string]>('UPDATE log_ins SET told_at = ? WHERE id = ?')

  return {
    add: connection.transaction((row: Parameters<PairingStore['add']>[0]) => {
      clear.run(row.shownBy, row.now)
      return add.run(row.id, row.accountId, row.shownBy, row.codeHash, row.lettersHash, row.expiresAt).changes === 1
    }),
    byId: (id, shownBy, now) => byId.get(id, shownBy, now) ?? null,
    byTicket: (ticketHash, now) => byTicket.get(ticketHash, now) ?? null,
    ask: (by, hash, newcomer, ticketHash, now) => askBy[by].get(newcomer, ticketHash, hash, now) ?? null,
    countWrongLetters: (allowed, now) => void countWrong.run(allowed, now),
    answer: (id, shownBy, state, now) => answer.run(state, id, shownBy, now).changes === 1,
    take: (ticketHash, now) => take.run(ticketHash, now).changes === 1,
    remove: (id, shownBy) => remove.run(id, shownBy).changes === 1,
    setIntroducer: (newcomer, by) => void setIntroducer.run(by, newcomer),
    newcomersFor: (accountId, device) => newcomers.all(accountId, device, device),
    told: (device, now) => void told.run(now, device),
  }
}
