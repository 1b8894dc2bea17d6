// The real box in a room of the house, with a data folder of its own, on the ports that a household has.

import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { until } from '../smoke/wait.ts'
import type { Room } from './house.ts'

export interface BoxInRoom {
  readonly child: ChildProcess
  /** Every line that it has said, complaints marked. */
  readonly said: readonly { readonly line: string; readonly isComplaint: boolean }[]
  complaints(): string[]
  /** In order; resolves with its exit code. */
  end(): Promise<number | NodeJS.Signals | null>
}

const program = join(import.meta.dirname, '../../.build/server.js')

/** It ends with the house, at the latest; its data go then too, unless they have a folder given by BEDDYBYTES_DATA. */
export async function openBoxIn(room: Room, settings: Readonly<Record<string, string>> = {}): Promise<BoxInRoom> {
  const ownFolder = settings['BEDDYBYTES_DATA'] === undefined ? mkdtempSync(join(tmpdir(), 'beddybytes-house-')) : null
  const dataFolder = settings['BEDDYBYTES_DATA'] ?? join(ownFolder ?? '', 'data')
  const child = room.spawn([process.execPath, program], {
    env: {
      PATH: process.env['PATH'],
      BEDDYBYTES_DATA: dataFolder,
      BEDDYBYTES_HTTPS_PORT: '443',
      BEDDYBYTES_HTTP_PORT: '80',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: { line: string; isComplaint: boolean }[] = []
  createInterface({ input: child.stdout! }).on('line', (line) => said.push({ line, isComplaint: false }))
  createInterface({ input: child.stderr! }).on('line', (line) => said.push({ line, isComplaint: true }))
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => {
      if (ownFolder !== null) rmSync(ownFolder, { recursive: true, force: true })
      resolve(code ?? signal)
    })
  })
  // It says where it keeps its data when all else is done.
  await until(
    'The box is up',
    () => said.map(({ line }) => line),
    (lines) => lines.some((line) => line.includes(dataFolder)) || child.exitCode !== null,
  )
  if (child.exitCode !== null) throw new Error(`The box ended:\n${said.map(({ line }) => line).join('\n')}`)
  return {
    child,
    said,
    complaints: () => said.filter(({ isComplaint }) => isComplaint).map(({ line }) => line),
    end() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** Whether a phone in that room gets an answer over HTTPS, whatever the certificate. */
export function answers(phone: Room, host: string): Promise<boolean> {
  return succeeds(phone.run('curl', ...quietly, '--insecure', `https://${host}/healthz`))
}

/** Whether it does when it trusts the box's root and nothing else, as it got it from the welcome page. */
export function answersWithTrust(phone: Room, host: string): Promise<boolean> {
  const root = `/run/root-of-${host}`
  const fetchRoot = `curl ${quietly.join(' ')} http://${host}/trust/beddybytes.crt | openssl x509 -out ${root}`
  const request = `curl ${quietly.join(' ')} --cacert ${root} https://${host}/healthz`
  return succeeds(phone.run('sh', '-c', `${fetchRoot} && ${request}`))
}

const quietly = ['--silent', '--fail', '--max-time', '3'] as const

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}
