// The image of a Raspberry Pi, built and run under emulation. Needs binfmt_misc to run arm64 programs.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { request } from 'node:https'
import { until } from '../smoke/wait.ts'
import { docker, succeed } from './docker.ts'

const image = 'beddybytes:arm64-test'
const name = 'beddybytes-arm64-test'
const base = 'node:22-bookworm-slim'
const ports = { https: 18_643, http: 18_680 }

before(() => docker(['rm', '-f', '-v', name]))
after(() => docker(['rm', '-f', '-v', name]))

test('the image for arm64 builds', async () => {
  // An engine without a registry has this base under a name of its own.
  const own = await docker(['image', 'inspect', `${base}-arm64`])
  const context = own.code === 0 ? ['--build-context', `${base}=docker-image://${base}-arm64`] : []
  await succeed(
    docker([
      'buildx',
      'build',
      '--platform',
      'linux/arm64',
      '--network',
      'host',
      '--load',
      ...context,
      '-t',
      image,
      '.',
    ]),
  )
  const architecture = await succeed(docker(['image', 'inspect', '-f', '{{.Os}}/{{.Architecture}}', image]))
  assert.equal(architecture.trim(), 'linux/arm64')
})

test('it answers /healthz over TLS', async () => {
  await succeed(
    docker([
      'run',
      '-d',
      '--platform',
      'linux/arm64',
      '--name',
      name,
      '--network',
      'host',
      '--read-only',
      '--tmpfs',
      '/tmp',
      '--cap-drop',
      'ALL',
      '--cap-add',
      'NET_BIND_SERVICE',
      '--cap-add',
      'SETUID',
      '--cap-add',
      'SETGID',
      '--security-opt',
      'no-new-privileges:true',
      '-e',
      `BEDDYBYTES_HTTPS_PORT=${ports.https}`,
      '-e',
      `BEDDYBYTES_HTTP_PORT=${ports.http}`,
      image,
    ]),
  )
  const health = async (): Promise<string> => {
    const root = await docker(['exec', '-u', 'node', name, 'cat', '/data/root.pem'])
    return root.code === 0 ? ask(root.stdout) : ''
  }
  assert.equal(await until('it answers', health, (text) => text !== '', 180_000), '200 {"status":"ok"}')
  assert.equal((await succeed(docker(['exec', name, 'uname', '-m']))).trim(), 'aarch64')
})

test('the process is not root', async () => {
  const said = await succeed(docker(['exec', '-u', 'node', name, 'sh', '-c', 'grep -h ^Uid: /proc/1/status']))
  assert.match(said, /^Uid:\s+1000\s+1000/)
})

/** Status and body, or nothing when it does not answer yet; the certificate must be of this root. */
function ask(ca: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const asking = request({ host: 'localhost', port: ports.https, path: '/healthz', ca, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (data) => (body += data))
      answer.once('end', () => resolve(`${answer.statusCode} ${body}`))
    })
    asking.once('error', () => resolve(''))
    asking.end()
  })
}
