// A camera that sees what the test asks for, and the movement that is found in it.

import { signal } from '@preact/signals'
import { createMovement } from '../../public/movement/movement.ts'
import type { Region } from '../../public/shared/station-protocol.ts'

export interface MovementPage {
  show(scene: 'still' | 'moving'): void
  /** How often the page has looked, by what it found. */
  level(): number | null
  setRegion(region: Region | null): void
  unplug(): void
  plug(): void
  close(): void
}

declare global {
  interface Window {
    movementPage: MovementPage
  }
}

const canvas = document.createElement('canvas')
canvas.width = 640
canvas.height = 480
const context = canvas.getContext('2d')
let scene: 'still' | 'moving' = 'still'
let count = 0

function draw(): void {
  if (context === null) return
  count++
  // A camera's noise, a little of it.
  context.fillStyle = `rgb(60 ${60 + (count % 3)} 70)`
  context.fillRect(0, 0, 640, 480)
  context.fillStyle = 'rgb(190 160 150)'
  context.fillRect(scene === 'moving' ? (count * 9) % 500 : 200, 60, 120, 100)
}

setInterval(draw, 40)
draw()
const [camera] = canvas.captureStream(25).getVideoTracks()
const track = signal<MediaStreamTrack | null>(camera ?? null)
const movement = createMovement({ track })

window.movementPage = {
  show: (wanted) => void (scene = wanted),
  level: () => movement.level.value,
  setRegion: (region) => movement.setRegion(region),
  unplug: () => void (track.value = null),
  plug: () => void (track.value = camera ?? null),
  close: () => movement.close(),
}
