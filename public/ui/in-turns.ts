// For what stands one below the other and takes long to draw: each part has a turn of its own, so that on an old phone a tap waits
// for no more than one of them.

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

export function InTurns({ parts }: { readonly parts: readonly ComponentChildren[] }): ComponentChildren {
  const [drawn, setDrawn] = useState(1)
  const isMore = drawn < parts.length
  useEffect(() => {
    if (!isMore) return
    const timer = setTimeout(() => setDrawn(drawn + 1), 0)
    return () => clearTimeout(timer)
  }, [drawn, isMore])
  return parts.slice(0, drawn)
}
