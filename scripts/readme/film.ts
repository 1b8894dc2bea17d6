// What the fake camera sees where pictures are made for people: a drawn cot.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../smoke/browser.ts'

/** Ten still pictures are a film that Chromium's fake camera plays again and again. Gives the film's file. */
export async function filmTheCot(folder: string): Promise<string> {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.setViewport({ width: 960, height: 720 })
  const cot = readFileSync(join(import.meta.dirname, 'cot.svg'), 'utf8')
  await page.setContent(`<style>body { margin: 0 }</style>${cot}`)
  await page.screenshot({ path: `${folder}/cot.png` })
  await browser.close()
  const film = join(folder, 'cot.y4m')
  const still = ['-loop', '1', '-i', `${folder}/cot.png`, '-frames:v', '10', '-pix_fmt', 'yuv420p']
  execFileSync('ffmpeg', ['-v', 'error', ...still, film])
  return film
}
