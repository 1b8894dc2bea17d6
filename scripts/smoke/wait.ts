// Waiting for a condition. Journeys never wait for a time.

const betweenMs = 50
export const patienceMs = 15_000

/** Asks until the answer is yes; the last answer is told when it never is. */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value> | Value,
  isRight: (value: Value) => boolean = Boolean,
  withinMs = patienceMs,
): Promise<Value> {
  const deadlineMs = performance.now() + withinMs
  for (;;) {
    const value = await ask()
    if (isRight(value)) return value
    if (performance.now() > deadlineMs) throw new Error(`${what}: not within ${withinMs} ms, but ${describe(value)}`)
    await new Promise((resolve) => setTimeout(resolve, betweenMs))
  }
}

/** How long something takes, in milliseconds. */
export async function measure(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}

function describe(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}
