// Keeps Tab inside what fills the screen: what is underneath cannot be seen, so it takes no focus.

const stops = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]'

export function keepInside(event: KeyboardEvent, dialog: HTMLElement | null): void {
  if (event.key !== 'Tab' || dialog === null) return
  const all = [...dialog.querySelectorAll<HTMLElement>(stops)]
  const [first] = all
  const last = all[all.length - 1]
  const leaves = event.shiftKey ? first : last
  if (document.activeElement !== leaves && all.some((one) => one === document.activeElement)) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
