// Tells a camera's fresh frames from those that have waited in a page that was frozen: after that they come all at once, and behind them
// what the camera sees now. A frame says when it was taken, but each browser counts from another moment; so what counts is how much
// longer it was on its way than the quickest one.

export interface Freshness {
  /** To be asked once for every frame as it comes, with the time that it says and the page's clock, in milliseconds. */
  isFresh(frameMs: number, nowMs: number): boolean
  /** Whether one that was fresh still is: the page may be frozen while it is worked on. */
  isStill(frameMs: number, nowMs: number): boolean
}

/** A frame that was on its way so much longer is not sent as if it were live. */
const staleMs = 1000
/** Frames that are late for so long have not waited: what waits is gone at once. Something else has moved, such as a clock. */
const steadyMs = 1000
/** As late as the one before, give or take. */
const jitterMs = 500
/** More do not wait anywhere; cameras have 3 to 10 buffers. So even the times of a browser that tells nonsense stop nothing for long. */
const mostWaiting = 30
/** Where there is nothing to compare with, so long a pause may have been a frozen page. */
const pauseMs = 2000
/** By so much the clock of a camera may go wrong against the page's: far more than any does. 1 ms in a second. */
const drift = 0.001

export function createFreshness(startedMs: number): Freshness {
  let last = { frameMs: Number.POSITIVE_INFINITY, nowMs: startedMs }
  /** How long the quickest frame was on its way, on clocks of different origin. */
  let leastMs = 0
  let late: { readonly sinceMs: number; readonly delayMs: number } | null = null
  let dropped = 0

  const trust = (delayMs: number): true => {
    leastMs = delayMs
    late = null
    dropped = 0
    return true
  }
  const waitedMs = (delayMs: number): number => delayMs - leastMs

  return {
    isFresh(frameMs, nowMs) {
      const delayMs = nowMs - frameMs
      const sinceLastMs = nowMs - last.nowMs
      // Frames keep their order: a time that goes back is counted from another moment.
      const isAnew = frameMs < last.frameMs
      last = { frameMs, nowMs }
      if (isAnew) {
        leastMs = sinceLastMs < pauseMs ? delayMs : Number.NEGATIVE_INFINITY
        late = null
      }
      // Not for a pause, which tells nothing of the camera's clock.
      leastMs += drift * Math.min(sinceLastMs, staleMs)
      if (waitedMs(delayMs) < staleMs) return trust(Math.min(delayMs, leastMs))

      if (late === null || Math.abs(delayMs - late.delayMs) > jitterMs) late = { sinceMs: nowMs, delayMs }
      dropped++
      return nowMs - late.sinceMs >= steadyMs || dropped > mostWaiting ? trust(delayMs) : false
    },
    isStill: (frameMs, nowMs) => waitedMs(nowMs - frameMs) < staleMs,
  }
}
