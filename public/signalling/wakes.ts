// When a page should look again at what it took for granted: the network is back or is another, or the page was away.

/** `network`: whatever was connected is likely to be dead. `page`: it may be. */
export type Wake = 'network' | 'page'

/** What browsers on phones tell of the network; others have it in part or not at all. */
interface NetworkInformation extends EventTarget {
  readonly type?: string
}

export function listenForWakes(wake: (kind: Wake) => void, until: AbortSignal): void {
  const options = { signal: until }
  const page = (): void => wake('page')
  window.addEventListener('online', () => wake('network'), options)
  window.addEventListener('pageshow', page, options)
  document.addEventListener('resume', page, options)
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') page()
    },
    options,
  )
  const { connection } = navigator as { readonly connection?: NetworkInformation }
  let type = connection?.type
  connection?.addEventListener(
    'change',
    () => {
      // It also changes with each estimate of the speed.
      if (connection.type === type) return
      type = connection.type
      if (navigator.onLine) wake('network')
    },
    options,
  )
}
