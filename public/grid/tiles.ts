// The other babies beside the large one, each with its name and whether it is live; a tap makes one large.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Status } from '../parent/words.ts'
import { gridText } from '../text/en-grid.ts'
import { Icon } from '../ui/icon.ts'
import type { IconName } from '../ui/icon.ts'
import type { Baby } from './babies.ts'
import type { Grid, Tile } from './grid.ts'

const icons: Readonly<Record<Status, IconName>> = {
  connecting: 'circle',
  live: 'check',
  reconnecting: 'triangle-alert',
  stopped: 'square',
}

interface Props {
  readonly grid: Grid
}

export function Tiles({ grid }: Props): ComponentChildren {
  return grid.tiles.value.map((tile) => h(TileView, { key: tile.key, grid, tile }))
}

/** The name of the large one, while there are others. */
export function LargeName({ grid }: Props): VNode | null {
  const baby = grid.babies.focus.value
  if (grid.tiles.value.length === 0) return null
  return html`<div class="plate-place">
    ${h(Plate, { grid, baby, id: 'large-name' })}
    ${
      grid.isLarge.value
        ? html`<button class="show-all" type="button" onClick=${() => grid.showAll()}>
            ${h(Icon, { name: 'minimize' })}${gridText.showAll}
          </button>`
        : h(EnlargeButton, { baby, described: 'large-name', act: () => grid.enlarge(baby) })
    }
  </div>`
}

function TileView({ grid, tile }: Props & { readonly tile: Tile }): VNode {
  const video = useRef<HTMLVideoElement>(null)
  const baby = tile.baby.value
  const { night } = baby.watched
  const playing = night.playing.value
  const named = `${tile.key}-name`

  useEffect(() => {
    tile.player.attach(video.current)
    return () => tile.player.attach(null)
  }, [tile])

  const isSound = playing !== null && !playing.picture
  const kind = `${night.status.value} ${isSound ? 'sound' : ''} ${playing === null ? 'empty' : ''}`
  return html`<div class=${`tile ${kind}`}>
    <video ref=${video} aria-hidden="true" playsinline autoplay></video>
    ${playing === null ? html`<p class="big-icon">${h(Icon, { name: 'baby' })}</p>` : null}
    ${isSound ? html`<p class="caption">${gridText.soundOnly}</p>` : null} ${h(Plate, { grid, baby, id: named })}
    ${h(EnlargeButton, { baby, described: named, act: () => grid.enlarge(baby) })}
  </div>`
}

interface EnlargeButtonProps {
  readonly baby: Baby
  readonly described: string
  readonly act: () => void
}

/** All of the tile is the button; what it shows is beside it in the tree. */
function EnlargeButton({ baby, described, act }: EnlargeButtonProps): VNode {
  return html`<button
    class="enlarge"
    type="button"
    aria-label=${gridText.enlarge(nameOf(baby))}
    aria-describedby=${described}
    onClick=${act}
  ></button>`
}

function Plate({ grid, baby, id }: Props & { readonly baby: Baby; readonly id: string }): VNode {
  const { night, through } = baby.watched
  const status = night.status.value
  const isHeard = grid.ears.audible.value.has(baby) && night.playing.value !== null && !through.value.muted.value
  return html`<p class=${`plate ${status} ${baby.causes.value.length > 0 ? 'troubled' : ''}`} id=${id}>
    <bdi>${nameOf(baby)}</bdi> ${h(Icon, { name: icons[status] })}<span>${gridText.status[status]}</span>
    ${isHeard ? html`<span class="heard">${h(Icon, { name: 'ear' })}<span class="unseen">${gridText.heard}</span></span>` : null}
  </p>`
}

/** Whom the status and the controls are about, while there are several. */
export function Whose({ grid }: Props): VNode | null {
  if (grid.tiles.value.length === 0) return null
  return html`<p class="whose"><bdi>${nameOf(grid.babies.focus.value)}</bdi></p>`
}

export function nameOf({ watched }: Baby): string {
  return watched.night.station.value?.name || gridText.noName
}
