// What the camera sees in the journeys: something that moves, or, to measure zoom by, four coloured quarters inside a broad
// white frame. In the middle of its upper edge the frame is nearly black, to measure a night picture by.

import { join } from 'node:path'
import { runTool } from './tool.ts'

export type Colour = 'white' | 'red' | 'green' | 'blue' | 'yellow' | 'none'

const samples: Readonly<Record<Exclude<Colour, 'none'>, readonly [number, number, number]>> = {
  white: [255, 255, 255],
  red: [255, 0, 0],
  green: [0, 255, 0],
  blue: [0, 0, 255],
  yellow: [255, 255, 0],
}
const quarter = (colour: string, x: number, y: number): string =>
  `drawbox=x=iw*${x}:y=ih*${y}:w=iw*0.4:h=ih*0.4:color=${colour}:t=fill`
const quarters = [
  quarter('0xff0000', 0.1, 0.1),
  quarter('0x00ff00', 0.5, 0.1),
  quarter('0x0000ff', 0.1, 0.5),
  quarter('0xffff00', 0.5, 0.5),
  'drawbox=x=iw*0.45:y=0:w=iw*0.1:h=ih*0.1:color=0x202020:t=fill',
]

/** An encoder keeps colours only roughly. */
const tolerance = 130

export async function writePicture(kind: 'moving' | 'quarters', folder: string): Promise<string> {
  const file = join(folder, `${kind}.y4m`)
  const source = kind === 'moving' ? 'testsrc2=size=640x480:rate=30' : 'color=white:size=640x480:rate=30'
  const filter = kind === 'moving' ? 'null' : `format=rgb24,${quarters.join(',')}`
  const input = ['-f', 'lavfi', '-i', source, '-vf', `${filter},format=yuv420p`]
  await runTool('ffmpeg', ['-hide_banner', '-y', ...input, '-frames:v', '60', file])
  return file
}

export function nearest([red, green, blue]: readonly [number, number, number]): Colour {
  for (const [name, sample] of Object.entries(samples)) {
    const distance = Math.hypot(red - sample[0], green - sample[1], blue - sample[2])
    if (distance < tolerance) return name as Colour
  }
  return 'none'
}
