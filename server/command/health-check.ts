// Asks the box on this machine whether it is well; what a container engine runs from time to time.

import { request } from 'node:https'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSettings } from '../settings.ts'

const timeoutMs = 5000

function check(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    // The certificate is the box's own, and this never leaves the machine.
    const asked = request({ host, port, path: '/healthz', rejectUnauthorized: false, timeout: timeoutMs }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)))
    asked.on('error', reject)
    asked.end()
  })
}

try {
  const { bind, httpsPort } = readSettings(process.env, dirname(dirname(fileURLToPath(import.meta.url))))
  const host = bind === null || bind === '0.0.0.0' || bind === '::' ? '127.0.0.1' : bind
  const status = await check(host, httpsPort)
  if (status !== 200) throw new Error(`/healthz answers ${status}`)
  process.exit(0)
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem)
  process.exit(1)
}
