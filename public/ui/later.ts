// For what stands far down: it is drawn in a turn of its own, so that on an old phone a tap does not wait until all is drawn.

import { useEffect, useState } from 'preact/hooks'

/** False the first time. */
export function useLater(): boolean {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 0)
    return () => clearTimeout(timer)
  }, [])
  return isDue
}
