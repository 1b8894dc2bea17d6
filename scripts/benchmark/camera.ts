// What the fake cameras see. To know what zoom and night picture cost, and not what their pictures cost the encoder, each of them gets
// a camera of its own, so that in the end the encoder gets the same picture in every run: an enlarged part of a moving pattern. Without
// zoom the camera sees it so; with zoom it sees the whole pattern; for the night picture it sees it as dark as that makes it bright.

import { join } from 'node:path'
import { cropOf, stepFactor } from '../../public/zoom/area.ts'
import type { Size } from '../../public/zoom/area.ts'
import { runTool } from '../smoke/tool.ts'

export type Scene = 'whole' | 'part' | 'dark part'

/** How often Zoom in is tapped. */
export const zoomTaps = 2
const frames = 60

export async function writeCamera(scene: Scene, { width, height }: Size, folder: string): Promise<string> {
  const file = join(folder, `${scene.replace(' ', '-')}-${height}.y4m`)
  const crop = cropOf({ scale: stepFactor ** zoomTaps, x: 0.5, y: 0.5 }, { width, height })
  const enlarged = `crop=${crop.width}:${crop.height}:${crop.x}:${crop.y},scale=${width}:${height}:flags=bilinear`
  const filters = {
    whole: 'null',
    part: enlarged,
    'dark part': `${enlarged},${darkened}`,
  }
  const input = ['-f', 'lavfi', '-i', `testsrc2=size=${width}x${height}:rate=30,format=yuv420p`]
  const output = ['-vf', `${filters[scene]},format=yuv420p`, '-frames:v', String(frames), file]
  await runTool('ffmpeg', ['-hide_banner', '-y', ...input, ...output])
  return file
}

/** The night picture makes 1 - (1 - value)^4 of brightness and half as much again of colour (public/zoom/brighten.ts); this goes back. */
const share = 'clip((val-16)/219,0,1)'
const colour = "'128+(val-128)/1.5'"
const darkened = `lutyuv=y='16+219*(1-pow(1-${share},0.25))':u=${colour}:v=${colour}`
