// Tools of the machine: ffmpeg, ffprobe, and this project's own.

import { spawn } from 'node:child_process'

/** Runs a tool of the machine; what it says on either stream comes back. */
export function runTool(command: string, args: readonly string[], env?: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    let said = ''
    child.stdout.on('data', (data: Buffer) => (said += data.toString()))
    child.stderr.on('data', (data: Buffer) => (said += data.toString()))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${command} ended with ${String(code)}: ${said}`)),
    )
  })
}
