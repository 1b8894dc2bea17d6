// What a licence's state means, in a sentence.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import type { LicenceState } from '../shell/page.ts'
import { licenceStateText } from '../text/en-licence-state.ts'
import { sayDate } from '../ui/format.ts'
import { Notice } from '../ui/notice.ts'
import type { NoticeTone } from '../ui/notice.ts'

/** For how many days everything goes on working after a licence has ended; the box enforces it. */
const graceDays = 14

const tones: Readonly<Record<LicenceState['state'], NoticeTone>> = {
  none: 'warning',
  valid: 'good',
  grace: 'warning',
  expired: 'danger',
}

export function describeLicence({ state, name, expiresAt }: LicenceState): string {
  const ends = new Date(expiresAt ?? Number.NaN)
  if (state === 'none' || Number.isNaN(ends.getTime())) return licenceStateText.missing
  switch (state) {
    case 'valid':
      return licenceStateText.valid(name, sayDate(ends))
    case 'grace': {
      const graceEnds = new Date(ends)
      graceEnds.setDate(graceEnds.getDate() + graceDays)
      return licenceStateText.grace(sayDate(ends), sayDate(graceEnds))
    }
    case 'expired':
      return licenceStateText.expired(sayDate(ends))
  }
}

export function LicenceNotice({
  licence,
  link,
}: {
  readonly licence: LicenceState
  readonly link: boolean
}): ComponentChildren {
  const children = html`<p>${describeLicence(licence)}</p>
    ${link && html`<p><a class="line-link" href="/licence">${licenceStateText.paste}</a></p>`}`
  return h(Notice, { tone: tones[licence.state], children })
}
