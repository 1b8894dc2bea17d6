// The live check. On plain HTTP a hidden frame tries the box over HTTPS until that works, and then the page goes there itself:
// a frame of a page on plain HTTP is no secure context (https://w3c.github.io/webappsec-secure-contexts/, ancestors count), so
// a service worker can be tried only there.

import { probe, type Report } from './probe.ts'

const betweenMs = 3000
const check = document.getElementById('check')
if (check !== null) {
  check.hidden = false
  const app = check.dataset['app'] ?? ''
  if (location.protocol === 'https:') void probeUntilGood(check)
  else watchFrame(check, app)
}
openIpad()

async function probeUntilGood(section: HTMLElement): Promise<void> {
  for (;;) {
    if (show(section, await probe())) return
    await visibleAfter(betweenMs)
  }
}

function watchFrame(section: HTMLElement, app: string): void {
  const frame = document.createElement('iframe')
  frame.hidden = true
  const ended = new AbortController()
  addEventListener(
    'message',
    ({ source, origin, data }: MessageEvent<Report>) => {
      if (source !== frame.contentWindow || origin !== app) return
      ended.abort()
      frame.remove()
      show(section, data)
      if (data.worker === null) location.replace(`${app}/trust`)
    },
    { signal: ended.signal },
  )
  document.body.append(frame)
  void tryUntil(ended.signal, (round) => {
    frame.src = `${app}/trust/check?${round}`
  })
}

async function tryUntil(signal: AbortSignal, attempt: (round: number) => void): Promise<void> {
  for (let round = 1; !signal.aborted; round += 1) {
    attempt(round)
    // Longer than a slow phone needs for one try.
    await visibleAfter(round === 1 ? betweenMs * 2 : betweenMs * 3)
  }
}

/** Waits, and goes on only when somebody looks; coming back to the page ends the wait. */
function visibleAfter(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const ended = new AbortController()
    let isDue = false
    const look = (): void => {
      if (document.hidden) return
      ended.abort()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      isDue = true
      look()
    }, delayMs)
    document.addEventListener('visibilitychange', () => (isDue || !document.hidden) && look(), { signal: ended.signal })
  })
}

/** True when all is well. */
function show(section: HTMLElement, { socket, worker }: Report): boolean {
  const states = { page: true, socket, worker }
  for (const row of section.querySelectorAll<HTMLElement>('[data-part]')) {
    const works = states[row.dataset['part'] as keyof typeof states]
    row.dataset['state'] = works === null ? 'waiting' : works ? 'good' : 'bad'
  }
  const isGood = socket && worker === true
  const state = isGood ? 'good' : socket && worker === null ? 'waiting' : 'bad'
  section.dataset['state'] = state
  const status = section.querySelector('[role=status]')
  const words = section.dataset[state] ?? ''
  if (status !== null && status.textContent !== words) status.textContent = words
  return isGood
}

/** An iPad says that it is a Mac, but no Mac takes touches. */
function openIpad(): void {
  const [mac, iphone] = [document.getElementById('mac'), document.getElementById('iphone')]
  if (navigator.maxTouchPoints < 2 || !mac?.hasAttribute('open')) return
  mac.removeAttribute('open')
  iphone?.setAttribute('open', '')
}
