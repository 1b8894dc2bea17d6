// The place of trust-view.ts in a station: its words are fetched after the first frame, or when something was refused.

import { useSignal } from '@preact/signals'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { TrustProps, TrustView } from './trust-view.ts'

const retryMs = 3000

export function TrustSlot({ ready, ...props }: TrustProps & { readonly ready: boolean }): ComponentChildren {
  const view = useSignal<typeof TrustView | null>(null)
  const found = [...props.findings.values()]
  const wanted = found.length > 0 && (ready || found.some(({ trust }) => trust.state === 'refused'))
  useEffect(() => {
    if (!wanted || view.peek() !== null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const load = (): void => {
      import('./trust-view.ts').then(
        (module) => (view.value = module.TrustView),
        () => {
          if (!gone) timer = setTimeout(load, retryMs)
        },
      )
    }
    load()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [wanted])
  return view.value === null || !wanted ? null : h(view.value, props)
}
