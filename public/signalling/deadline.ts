// A time limit for what asks the box. Safari before 16 has no AbortSignal.timeout.

/** `ask` has to give up when its signal is aborted, as fetch does; the limit covers all that it waits for. */
export async function within<Value>(limitMs: number, ask: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), limitMs)
  try {
    return await ask(limit.signal)
  } finally {
    clearTimeout(timer)
  }
}
