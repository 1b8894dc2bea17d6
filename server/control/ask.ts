// Asks the box that works with a data folder, if there is one.

import { connect } from 'node:net'
import * as v from 'valibot'
import { withSocketPath, type BoxStatus, type Request } from './socket.ts'

const statusSchema = v.object({ startedAt: v.string(), urls: v.array(v.string()), welcomeUrl: v.string() })
const answerSchema = v.union([v.object({ done: v.unknown() }), v.object({ failed: v.string() })])

/** A restore closes the box and opens it again, which takes up to 5 s. */
const withinMs = 20_000
/** Nobody is there: no socket, one of a process that was killed, no folder. */
const absent = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTDIR'])

/** The answer, or null when no box runs. @throws when it does not answer, or says that it could not. */
export async function ask(folder: string, request: Request): Promise<{ readonly done: unknown } | null> {
  let text: string
  try {
    text = await withSocketPath(folder, (path) => converse(path, request))
  } catch (problem) {
    if (absent.has((problem as NodeJS.ErrnoException).code ?? '')) return null
    throw problem
  }
  const answer = v.parse(answerSchema, JSON.parse(text))
  if ('failed' in answer) throw new Error(`The box could not: ${answer.failed}`)
  return answer
}

export async function askStatus(folder: string): Promise<BoxStatus | null> {
  const answer = await ask(folder, 'status')
  return answer === null ? null : v.parse(statusSchema, answer.done)
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
