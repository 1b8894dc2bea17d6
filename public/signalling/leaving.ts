// What happens to a station when its page goes and when it comes back out of the browser's memory.

/** `leave` runs when the page is closed, reloaded or put away; a page that comes back after that starts afresh. */
export function onLeaving(leave: () => void, signal: AbortSignal): void {
  window.addEventListener('pagehide', leave, { signal })
  window.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) location.reload()
    },
    { signal },
  )
}
