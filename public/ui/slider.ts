// A setting between two ends, as large as a thumb.

import { html } from 'htm/preact'
import type { VNode } from 'preact'

export interface SliderProps {
  readonly name: string
  /** 0 to 1. */
  readonly value: number
  readonly words: string
  readonly set: (value: number) => void
  readonly steps?: number
}

export function Slider({ name, value, words, set, steps = 20 }: SliderProps): VNode {
  const onInput = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) set(Number(currentTarget.value) / steps)
  }
  return html`<label class="slider">
    <span>${name}</span>
    <input
      type="range"
      aria-label=${name}
      min="0"
      max=${steps}
      step="1"
      value=${Math.round(value * steps)}
      aria-valuetext=${words}
      onInput=${onInput}
    />
  </label>`
}
