// Asks the box whether anybody is logged in on this phone. A socket cannot tell: a browser hides why it did not open.

import * as v from 'valibot'

const welcomeSchema = v.object({ member: v.nullable(v.object({ username: v.string() })) })

/** Null when the box does not answer within 4 s or says something else. */
export async function loggedIn(): Promise<boolean | null> {
  try {
    const answer = await fetch('/api/welcome', { signal: AbortSignal.timeout(4000), cache: 'no-store' })
    const welcome = v.safeParse(welcomeSchema, await answer.json())
    return welcome.success ? welcome.output.member !== null : null
  } catch {
    return null
  }
}
