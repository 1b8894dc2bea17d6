// What the fake microphones hear, over the faint noise of any room: a steady tone, or a click every second.

import { join } from 'node:path'
import { runTool } from '../smoke/tool.ts'

export const clickEveryMs = 1000
const noise = '0.004*(random(0)-0.5)'
const tone = '0.5*sin(2*PI*1000*t)'
const tones = { steady: `${noise}+${tone}`, clicks: `${noise}+${tone}*lt(mod(t,${clickEveryMs / 1000}),0.01)` } as const

export async function writeTone(kind: keyof typeof tones, folder: string): Promise<string> {
  const file = join(folder, `${kind}.wav`)
  const input = ['-f', 'lavfi', '-i', `aevalsrc='${tones[kind]}':sample_rate=48000:duration=10`]
  await runTool('ffmpeg', ['-hide_banner', '-y', ...input, '-c:a', 'pcm_s16le', file])
  return file
}
