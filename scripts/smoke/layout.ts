// What is cut, covered, too small or beyond the edge of a page as it is shown at this moment. Is sent to the page as text: it may use
// nothing from outside.

interface Wanted {
  readonly width: number
  /** Size of the letters, of their usual one. */
  readonly percent: number
  readonly leastTargetPx: number
  readonly leastPicturePx: number
}

/** Null while the page has another width yet. */
export function layoutFaults({ width: wide, percent, leastTargetPx, leastPicturePx }: Wanted): string[] | null {
  const faults: string[] = []
  const root = document.documentElement
  root.style.fontSize = `${percent}%`
  if (root.clientWidth !== wide) return null
  if (root.scrollWidth > root.clientWidth) {
    faults.push(`it has to be moved sideways: ${root.scrollWidth} px in ${root.clientWidth}`)
  }

  // What fills the screen is all that there is, for as long as it does.
  const onTop = [...document.querySelectorAll('[aria-modal="true"], dialog[open]')].at(-1)
  const scope = onTop ?? document.body
  const name = (element: Element): string => {
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replaceAll(/\s+/g, ' ')
    return `${element.tagName.toLowerCase()}${element.id === '' ? '' : `#${element.id}`} "${words.slice(0, 50)}"`
  }
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 0

  const isInLine = (element: Element): boolean =>
    getComputedStyle(element).display === 'inline' && element.parentElement?.textContent !== element.textContent
  /** Where it takes a tap: a tick box takes those of its label, and a link may reach beyond its words. */
  const target = (element: Element): Element => {
    const label = element.matches('[type=checkbox], [type=radio]') ? element.closest('label') : null
    if (label !== null) return label
    const reaches = getComputedStyle(element, '::after').position === 'absolute'
    return (reaches && element instanceof HTMLElement ? element.offsetParent : null) ?? element
  }

  /** A picture takes keys; what takes its taps in a grid is the button above it. */
  const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]:not(video), [role=slider]'
  /** "One tap anywhere": what lies behind everything else. */
  const isBackground = ({ width, height }: DOMRect): boolean => width >= innerWidth && height >= innerHeight
  const controls = [...scope.querySelectorAll(selector)].filter(isShown)
  interface Frame {
    readonly around: Element
    readonly hull: DOMRect
    readonly scrolls: boolean
    readonly hides: readonly [across: boolean, down: boolean]
  }
  const known = new Map<Element, readonly Frame[]>()
  /** What around an element may hide a part of it, the nearest first. */
  const framesOf = (element: Element): readonly Frame[] => {
    const found = known.get(element)
    if (found !== undefined) return found
    const { overflowX, overflowY, position } = getComputedStyle(element)
    const hides = [/hidden|clip/.test(overflowX), /hidden|clip/.test(overflowY)] as const
    const scrolls = /auto|scroll/.test(overflowY)
    const { parentElement } = element
    const isLast = position === 'fixed' || parentElement === null || parentElement === root
    const own = scrolls || hides[0] || hides[1]
    const frames = [
      ...(own ? [{ around: element, hull: element.getBoundingClientRect(), scrolls, hides }] : []),
      ...(isLast ? [] : framesOf(parentElement)),
    ]
    known.set(element, frames)
    return frames
  }
  /** What is scrolled out of its panel is not there. */
  const inSight = (rect: DOMRect, of: Element): DOMRect => {
    let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom]
    for (const { hull, scrolls } of framesOf(of)) {
      if (!scrolls) continue
      left = Math.max(left, hull.left)
      top = Math.max(top, hull.top)
      right = Math.min(right, hull.right)
      bottom = Math.min(bottom, hull.bottom)
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
  }
  const box = (element: Element): DOMRect => {
    const { x, y, width, height } = target(element).getBoundingClientRect()
    // A field keeps a place at its end free for a button of its own.
    const kept = element instanceof HTMLInputElement ? Number.parseFloat(getComputedStyle(element).paddingRight) : 0
    return inSight(new DOMRect(x, y, kept > 40 ? width - kept : width, height), target(element).parentElement ?? root)
  }
  const meet = (one: DOMRect, other: DOMRect): readonly [number, number] => [
    Math.min(one.right, other.right) - Math.max(one.left, other.left),
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
  ]
  const isInside = (one: Element, other: Element): boolean => one.contains(other) || other.contains(one)

  const places = controls.map((control) => ({
    control,
    whole: target(control).getBoundingClientRect(),
    seen: box(control),
  }))
  for (const [index, { control, whole, seen }] of places.entries()) {
    if (!isInLine(control) && (whole.width < leastTargetPx - 0.5 || whole.height < leastTargetPx - 0.5)) {
      faults.push(`${name(control)} is only ${Math.round(whole.width)} by ${Math.round(whole.height)} px large`)
    }
    if (isBackground(whole)) continue
    for (const other of places.slice(index + 1)) {
      const [across, down] = meet(seen, other.seen)
      if (across > 1 && down > 1 && !isBackground(other.whole) && !isInside(control, other.control)) {
        faults.push(
          `${name(control)} and ${name(other.control)} overlap by ${Math.round(across)} by ${Math.round(down)} px`,
        )
      }
    }
  }

  for (const video of scope.querySelectorAll('video')) {
    const { width, height } = video.getBoundingClientRect()
    if (isShown(video) && Math.min(width, height) < leastPicturePx) {
      faults.push(`${name(video)} has only ${Math.round(width)} by ${Math.round(height)} px for its picture`)
    }
  }

  interface Line {
    readonly words: string
    readonly holder: Element
    readonly rect: DOMRect
    /** What is not scrolled out of its panel. */
    readonly seen: DOMRect
  }
  const lines: Line[] = []
  /** Longer words are hyphenated, where the browser has the rules of the language; this one may have none. */
  const mostLetters = getComputedStyle(document.body).hyphens === 'auto' ? 9 : 14
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node.parentElement
    const words = node.textContent?.trim() ?? ''
    if (words === '' || holder === null || holder.closest('select, textarea, script, style, noscript, svg') !== null)
      continue
    // What is for the ear alone is one pixel wide.
    if (!isShown(holder) || holder.getBoundingClientRect().width <= 1) continue
    const range = document.createRange()
    for (const { 0: word, index } of node.textContent?.matchAll(/(?<=^|[\s“„«(])\p{L}{2,14}(?=[.,:;?!]?(?:\s|$))/gu) ??
      []) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
      if (tops.size > 1 && word.length <= mostLetters) faults.push(`"${word}" is broken in ${words}`)
    }
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) {
      const seen = inSight(rect, holder)
      if (rect.width > 1 && seen.height > 0.5 * rect.height)
        lines.push({ words: `"${words.slice(0, 50)}"`, holder, rect, seen })
    }
  }
  for (const { words, holder, rect } of lines) {
    for (const { around, hull, hides } of framesOf(holder)) {
      const isCutAcross = hides[0] && (rect.left < hull.left - 1 || rect.right > hull.right + 1)
      const isCutDown = hides[1] && (rect.top < hull.top - 1 || rect.bottom > hull.bottom + 1)
      if (isCutAcross || isCutDown) faults.push(`${words} is cut by ${name(around)}`)
    }
    const isScrolled = onTop === undefined || framesOf(holder).some(({ scrolls }) => scrolls)
    const isOut = !isScrolled && (rect.top < -1 || rect.bottom > innerHeight + 1)
    if (isOut || rect.left < -1 || rect.right > root.clientWidth + 1) faults.push(`${words} is beyond the edge`)
    if (holder.closest('button, .button') !== null) {
      const edge = (holder.closest('button, .button') ?? holder).getBoundingClientRect()
      if (rect.left < edge.left - 1 || rect.right > edge.right + 1 || rect.bottom > edge.bottom + 1) {
        faults.push(`${words} stands out of its button`)
      }
    }
  }
  for (const [index, one] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (one.holder === other.holder) continue
      const [across, down] = meet(one.seen, other.seen)
      // Lines of letters may touch: their boxes are higher than they are.
      if (across > 2 && down > 0.4 * Math.min(one.rect.height, other.rect.height)) {
        faults.push(`${one.words} and ${other.words} are written over each other`)
      }
    }
  }

  const wasAt = [scrollX, scrollY] as const
  for (const control of controls) {
    const taker = target(control)
    taker.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
    known.clear()
    const rect = box(control)
    if (isBackground(rect)) continue
    const at = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2)
    if (at === null) faults.push(`${name(control)} cannot be brought into sight`)
    else if (!isInside(taker, at)) faults.push(`${name(control)} is covered by ${name(at)}`)
  }
  scrollTo({ left: wasAt[0], top: wasAt[1], behavior: 'instant' })
  return [...new Set(faults)]
}
