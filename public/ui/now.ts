// The time of day for views: `everyMs` apart, and at the full minute or second, as clocks do.

import { useEffect, useState } from 'preact/hooks'

export function useNow(everyMs: number): number {
  const [nowMs, setNowMs] = useState(Date.now())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = (): void => {
      setNowMs(Date.now())
      // A little after it, since timers may come a little early.
      timer = setTimeout(tick, everyMs - (Date.now() % everyMs) + 20)
    }
    tick()
    return () => clearTimeout(timer)
  }, [everyMs])
  return nowMs
}
