// A family's account, as made and looked into from outside the browser.

import * as v from 'valibot'
import type { Box } from './box.ts'

export interface Account {
  readonly username: string
  readonly password: string
  /** Of a new log-in, as each phone has one: `NAME=VALUE`. */
  logIn(): Promise<string>
  sessions(): Promise<readonly Session[]>
}

const sessionSchema = v.object({ id: v.string(), name: v.string(), startedAt: v.string() })
const sessionsSchema = v.object({ sessions: v.array(sessionSchema) })
type Session = v.InferOutput<typeof sessionSchema>

export const password = 'four words in a row'
let made = 0

export async function createAccount(box: Pick<Box, 'ask'>): Promise<Account> {
  made += 1
  const credentials = { username: `family ${made}`, password }
  const { cookie } = await box.ask('POST', '/api/accounts', { body: credentials })
  if (cookie === null) throw new Error('The box made no account.')
  return {
    ...credentials,
    async logIn() {
      const answer = await box.ask('POST', '/api/login', { body: credentials })
      if (answer.cookie === null) throw new Error(`The box logged nobody in (${answer.status}).`)
      return answer.cookie
    },
    async sessions() {
      const { json } = await box.ask('GET', '/api/sessions', { cookie })
      return v.parse(sessionsSchema, json).sessions
    },
  }
}
