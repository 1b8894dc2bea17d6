// Asks the box whether anybody is logged in on this phone. A socket cannot tell: a browser hides why it did not open.

import * as v from 'valibot'
import { within } from './deadline.ts'

const welcomeSchema = v.object({ member: v.nullable(v.object({ username: v.string() })) })

/** Null when the box does not answer within 4 s or says something else. */
export async function loggedIn(): Promise<boolean | null> {
  try {
    const answer = await within(4000, async (signal): Promise<unknown> => {
      const response = await fetch('/api/welcome', { signal, cache: 'no-store' })
      return response.json()
    })
    const welcome = v.safeParse(welcomeSchema, answer)
    return welcome.success ? welcome.output.member !== null : null
  } catch {
    return null
  }
}
