// Asks the box that works with a data folder, if there is one.

import { connect } from 'node:net'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { isLocked } from '../store/folder-lock.ts'
import { FolderInUseError } from './place.ts'
import { isPrivate, socketPath, type BoxStatus, type Request } from './socket.ts'

const statusSchema = v.object({ startedAt: v.string(), urls: v.array(v.string()), welcomeUrl: v.string() })
const answerSchema = v.union([v.object({ done: v.unknown() }), v.object({ failed: v.string() })])

/** A restore closes the box and opens it again, which takes up to 5 s. */
const withinMs = 20_000
/** A box that is starting or ending has the folder and no socket. */
const unsettledMs = 2000
/** Nobody listens: no socket, one of a process that was killed, no folder. */
const absent = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTDIR'])

/**
 * The answer, or null when no box works with this folder.
 * @throws when it does not answer, cannot be reached from here, or says that it could not.
 */
export async function ask(folder: string, request: Request): Promise<{ readonly done: unknown } | null> {
  const deadlineMs = performance.now() + unsettledMs
  for (;;) {
    const text = await converseIfThere(folder, request)
    if (text !== null) {
      const answer = v.parse(answerSchema, JSON.parse(text))
      if ('failed' in answer) throw new Error(`The box could not: ${answer.failed}`)
      return answer
    }
    if (!isLocked(folder)) return null
    if (performance.now() > deadlineMs) {
      throw new FolderInUseError(
        `A BeddyBytes that cannot be reached from here works with the data folder ${folder}. If it runs in a container, give the command in that one: docker compose exec`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export async function askStatus(folder: string): Promise<BoxStatus | null> {
  const answer = await ask(folder, 'status')
  return answer === null ? null : v.parse(statusSchema, answer.done)
}

async function converseIfThere(folder: string, request: Request): Promise<string | null> {
  try {
    const path = socketPath(folder)
    return isPrivate(dirname(path), folder) ? await converse(path, request) : null
  } catch (problem) {
    if (absent.has((problem as NodeJS.ErrnoException).code ?? '')) return null
    throw problem
  }
}

function converse(path: string, request: Request): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const socket = connect(path, () => socket.write(`${request}\n`))
    socket.setTimeout(withinMs, () => socket.destroy(new Error('The box does not answer.')))
    socket.setEncoding('utf8').on('data', (data) => (said += data))
    socket.once('error', reject)
    socket.once('end', () => (said === '' ? reject(new Error('The box has ended meanwhile.')) : resolve(said)))
  })
}
