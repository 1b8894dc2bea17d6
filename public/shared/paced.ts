// What may be asked for a thousand times a second, by a finger that drags or by a page that has gone mad, is done a few times a
// second: the first at once, and of those that follow the last.

export interface Paced<Value> {
  do(value: Value): void
  /** What was not done yet is not done any more. */
  close(): void
}

export function createPaced<Value>(everyMs: number, act: (value: Value) => void): Paced<Value> {
  let due: ReturnType<typeof setTimeout> | undefined
  let next: { readonly value: Value } | null = null
  let closed = false

  const now = (value: Value): void => {
    due = setTimeout(() => {
      due = undefined
      const waiting = next
      next = null
      if (waiting !== null) now(waiting.value)
    }, everyMs)
    act(value)
  }

  return {
    do(value) {
      if (closed) return
      if (due === undefined) now(value)
      else next = { value }
    },
    close() {
      closed = true
      clearTimeout(due)
    },
  }
}
