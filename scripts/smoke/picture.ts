// What the camera sees in the journeys: something that moves, or, to measure zoom by, four coloured quarters inside a broad
// white frame. In the middle of its upper edge the frame is nearly black, to measure a night picture by. Some have more in them:
// something that moves along the lower edge, a clock, or fine stripes.

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

/** The clock of the "timed quarters": how many times it tells apart, and how long each of them is. */
export const clock = { steps: 16, stepMs: 400 }
const clockRate = 15
const framesOfStep = (clock.stepMs / 1000) * clockRate
/**
 * Four squares around the middle of the picture, black or white, a bit each of a Gray code: from one time to the next one of them
 * changes, so what an encoder makes of the moment in between is one time or the other. Its side in pixels.
 */
const clockSide = 32
const bit = `(1+gte(X,${clockSide / 2}))*(1+3*gte(Y,${clockSide / 2}))`
const clockLuma = `16+219*mod(floor((floor(N/${framesOfStep})+${bit})/(2*${bit})),2)`

/** Where the stripes of the "striped quarters" lie, in pixels of its 1920 by 1080. Each stripe is one pixel wide. */
export const stripes = { x: 1792, width: 64, of: 1920 }

const still = (size: string, rate: number): string =>
  `color=white:size=${size}:rate=${rate},format=rgb24,${quarters.join(',')}`
const over = (picture: string, other: string, at: string): string =>
  `${picture}[still];${other}[other];[still][other]overlay=${at}`
const grey = (luma: string, side: number, rate: number): string =>
  `color=gray:size=${side}x${side}:rate=${rate},format=yuv420p,geq=lum='${luma}':cb=128:cr=128`
const strip = 'testsrc2=size=640x40:rate=30,negate=enable=lt(mod(t\\,0.5)\\,0.25)'

const films = {
  moving: { source: 'testsrc2=size=640x480:rate=30', frames: 60 },
  'moving quarters': { source: over(still('640x480', 30), strip, 'y=440'), frames: 60 },
  'timed quarters': {
    source: over(still('640x480', clockRate), grey(clockLuma, clockSide, clockRate), '(W-w)/2:(H-h)/2'),
    frames: clock.steps * framesOfStep,
  },
  // Few frames a second, for the machine's sake.
  'striped quarters': {
    source: over(still('1920x1080', 8), grey('16+219*mod(X,2)', stripes.width, 8), `${stripes.x}:(H-h)/2`),
    frames: 8,
  },
} as const
export type PictureKind = keyof typeof films

export async function writePicture(kind: PictureKind, folder: string): Promise<string> {
  const file = join(folder, `${kind}.y4m`)
  const { source, frames } = films[kind]
  const input = ['-f', 'lavfi', '-i', source, '-vf', 'format=yuv420p']
  await runTool('ffmpeg', ['-hide_banner', '-y', ...input, '-frames:v', `${frames}`, file])
  return file
}

export function nearest([red, green, blue]: readonly [number, number, number]): Colour {
  for (const [name, sample] of Object.entries(samples)) {
    const distance = Math.hypot(red - sample[0], green - sample[1], blue - sample[2])
    if (distance < tolerance) return name as Colour
  }
  return 'none'
}
