// Waiting for a condition. Tests never wait for a time.

/** Asks until the answer is yes; 10 s are enough for anything that a test waits for. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const deadlineMs = performance.now() + 10_000
  while (!(await isSo())) {
    if (performance.now() > deadlineMs) throw new Error(`${what}: not within 10 s`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
