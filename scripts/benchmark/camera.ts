// A camera of 640 by 480 at 30 frames: a bright square that moves over a grey wall.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [width, height] = [640, 480]
const frames = 20
const side = 160

export function writeCameraFile(folder: string): string {
  const file = join(folder, 'moving-square.y4m')
  const parts: Uint8Array[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C420jpeg\n`)]
  for (let frame = 0; frame < frames; frame += 1) {
    const luma = new Uint8Array(width * height).fill(90)
    const left = Math.round((frame * (width - side)) / frames)
    for (let row = side; row < 2 * side; row += 1) luma.fill(220, row * width + left, row * width + left + side)
    parts.push(Buffer.from('FRAME\n'), luma, new Uint8Array((width * height) / 2).fill(128))
  }
  writeFileSync(file, Buffer.concat(parts))
  return file
}
