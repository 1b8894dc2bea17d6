// A box that was updated has other pages by now. They are fetched anew once, not in a circle.

const key = 'beddybytes.reloaded'
const againMs = 60_000

/** False when the page has been reloaded for this a moment ago, or cannot remember whether it was. */
export function reloadOnce(storage: () => Storage | null, nowMs: number, reload: () => void): boolean {
  try {
    const kept = storage()
    if (kept === null || nowMs - Number(kept.getItem(key) ?? 0) < againMs) return false
    kept.setItem(key, String(nowMs))
  } catch {
    return false
  }
  reload()
  return true
}
