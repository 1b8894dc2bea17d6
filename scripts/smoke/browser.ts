// Debian's Chromium with a fake camera that moves and a fake microphone that beeps.

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { launch } from 'puppeteer'
import type { Browser } from 'puppeteer'

export interface BrowserOptions {
  /** Another program than Debian's, which may run it elsewhere. */
  readonly program?: string
  /** Whether the browser's own question for camera and microphone is answered with yes. Without it: with no. */
  readonly allowsCapture?: boolean
  readonly acceptsCertificate?: boolean
  readonly cameras?: number
  /** What the camera sees instead of the moving test picture: a .y4m or .mjpeg file. */
  readonly cameraFile?: string
  /** What the microphone hears, again and again, instead of beeps: a .wav file. */
  readonly soundFile?: string
  /** The browser's home folder, with the roots that it trusts in `.pki/nssdb`. */
  readonly home?: string
  /** Whether pages may call each other by this machine's own address, which phones do not have. */
  readonly allowsLoopback?: boolean
  /** Names that lead to this machine. */
  readonly names?: readonly string[]
}

export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const {
    allowsCapture = true,
    acceptsCertificate = true,
    allowsLoopback = true,
    cameras = 1,
    cameraFile,
    soundFile,
    program = findChromium(),
    home,
    names = [],
  } = options
  return launch({
    executablePath: program,
    pipe: true,
    acceptInsecureCerts: acceptsCertificate,
    ...(home === undefined ? {} : { env: { ...process.env, HOME: home } }),
    args: [
      `--host-resolver-rules=${[...names.map((name) => `MAP ${name} 127.0.0.1`), ...ofItsMaker].join(',')}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      // As phones have it: no sound before a tap.
      '--autoplay-policy=document-user-activation-required',
      // The phones of the journeys find each other on a machine without a network, too.
      ...(allowsLoopback ? ['--allow-loopback-in-peer-connection'] : []),
      `--use-fake-device-for-media-stream=device-count=${cameras},fps=30`,
      ...(allowsCapture ? ['--use-fake-ui-for-media-stream'] : ['--deny-permission-prompts']),
      ...(cameraFile === undefined ? [] : [`--use-file-for-fake-video-capture=${cameraFile}`]),
      ...(soundFile === undefined ? [] : [`--use-file-for-fake-audio-capture=${soundFile}`]),
    ],
  })
}

/** What the browser would look up for itself, whatever page it shows; there is no world here to find it in. */
const ofItsMaker = ['google.com', 'googleapis.com', 'gstatic.com', 'gvt1.com'].map((name) => `MAP *.${name} ~NOTFOUND`)

function findChromium(): string {
  const found = process.env['CHROMIUM'] ?? findProgram('chromium')
  if (found === null) throw new Error('There is no chromium on PATH: apt-get install chromium.')
  return found
}

/** Null where PATH has none of that name. */
export function findProgram(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, name)
    try {
      accessSync(file, constants.X_OK)
      return file
    } catch {
      // The next folder.
    }
  }
  return null
}
