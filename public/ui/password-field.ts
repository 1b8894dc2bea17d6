// A password's field with a switch that shows its characters. What is typed stays in the input; the form reads it when it is sent.

import { useSignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { accountText } from '../text/en-account.ts'
import { Icon } from './icon.ts'

export interface PasswordFieldProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly autocomplete: 'current-password' | 'new-password'
  readonly hint?: string | undefined
  /** The element that says what is wrong with this field. */
  readonly faultId?: string | undefined
}

export function PasswordField({ id, name, label, autocomplete, hint, faultId }: PasswordFieldProps): VNode {
  const shown = useSignal(false)
  const hintId = hint === undefined ? undefined : `${id}-hint`
  const describedBy = [faultId, hintId].filter((part) => part !== undefined).join(' ')
  return html`<div>
    <label for=${id}>${label}</label>
    <div class="password">
      <input
        id=${id}
        name=${name}
        type=${shown.value ? 'text' : 'password'}
        autocomplete=${autocomplete}
        autocapitalize="none"
        spellcheck=${false}
        aria-invalid=${faultId !== undefined}
        aria-describedby=${describedBy || undefined}
      />
      <button
        type="button"
        class="icon-button"
        aria-label=${accountText.showCharacters}
        aria-pressed=${shown.value}
        onClick=${() => (shown.value = !shown.value)}
      >
        ${h(Icon, { name: 'eye' })}
      </button>
    </div>
    ${hint !== undefined && html`<p class="hint" id=${hintId}>${hint}</p>`}
  </div>`
}
