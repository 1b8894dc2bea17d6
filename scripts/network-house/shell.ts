// Runs the machine's network tools, which Debian keeps in a folder that is not on everybody's PATH.

import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

export function environment(own: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { ...own, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` }
}

type Words = readonly [string, ...string[]]

/** What it says when it ends well. */
export function run(...words: Words): string {
  return runWith('', ...words)
}

export function runWith(input: string, ...words: Words): string {
  const [program, ...rest] = words
  const { status, stdout, stderr, error } = spawnSync(program, rest, { encoding: 'utf8', env: environment(), input })
  if (status !== 0) throw new Error(`${words.join(' ')}: ${error?.message ?? stderr}`)
  return stdout
}

export function attempt(...words: Words): boolean {
  const [program, ...rest] = words
  return spawnSync(program, rest, { env: environment() }).status === 0
}

const execute = promisify(execFile)

export async function runAsync(...words: Words): Promise<string> {
  const [program, ...rest] = words
  return (await execute(program, rest, { env: environment(), timeout: 30_000 })).stdout
}
