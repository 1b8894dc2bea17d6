// The image, made and run as a household makes and runs it, on a real engine: who it runs as, what it may write, how it comes
// back, and what its owner can do.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from 'puppeteer'
import * as v from 'valibot'
import { createAccount, password } from '../smoke/account.ts'
import { openBrowser } from '../smoke/browser.ts'
import { openPhone } from '../smoke/phone.ts'
import { writePicture } from '../smoke/picture.ts'
import { expectLive, expectStatus, openParent, startBaby } from '../smoke/stations.ts'
import { until } from '../smoke/wait.ts'
import { createContainer, docker, project, service, succeed, type Container } from './docker.ts'

const base = 'node:22-bookworm-slim'
/** The server's own number inside the container, whatever was started besides. */
const findServer = `for p in /proc/[0-9]*; do
  if tr '\\0' ' ' <"$p/cmdline" | grep -q '^node .*/server\\.js'; then echo "\${p#/proc/}"; fi
done`
const hostConfigSchema = v.object({
  LogConfig: v.unknown(),
  RestartPolicy: v.object({ Name: v.string() }),
  ReadonlyRootfs: v.boolean(),
  CapDrop: v.array(v.string()),
  CapAdd: v.array(v.string()),
})
let container: Container

before(async () => {
  container = await createContainer()
  await container.remove()
})
after(() => container.remove())

test('the image builds, and adds at most 25 MB to its base', async () => {
  await container.compose('config', '-q')
  await container.compose('build')
  const size = async (image: string) => Number(await succeed(docker(['image', 'inspect', '-f', '{{.Size}}', image])))
  const added = (await size('beddybytes')) - (await size(base))
  assert.ok(added <= 25_000_000, `${added} bytes`)
})

test('it holds the binaries of its own platform alone, and no key', async () => {
  const listed = await succeed(
    docker([
      'run',
      '--rm',
      '--network=host',
      '--entrypoint=find',
      'beddybytes',
      '/app',
      '/data',
      '-name',
      '*.node',
      '-o',
      '-name',
      '*.pem',
      '-o',
      '-name',
      '*.db',
    ]),
  )
  const files = listed.trim().split('\n')
  assert.equal(files.length, 3, listed)
  for (const file of files) assert.match(file, /\.node$/)
})

test('docker compose up gets healthy', async () => {
  await container.up()
  await container.answers()
})

test('no process of it is root, and none has more rights than that of low ports', async () => {
  const found = await container.shell(
    `for p in /proc/[0-9]*; do grep -hE '^(Uid|CapEff|CapBnd|NoNewPrivs):' "$p/status" | tr '\\n' ' '; echo; done`,
  )
  const processes = found.trim().split('\n')
  assert.ok(processes.length >= 3, found)
  for (const line of processes) {
    assert.match(line, /Uid:\s+1000\s+1000\s+1000\s+1000/)
    assert.match(line, /NoNewPrivs:\s+1/)
    assert.match(line, /CapEff:\s+0000000000000(?:400|000)\b/)
  }
})

test('nothing but /data and /tmp can be written', async () => {
  const written =
    await container.shell(`{ cut -d' ' -f2 /proc/mounts; find / -xdev -type d 2>/dev/null; } | while read -r d; do
    if touch "$d/.written" 2>/dev/null; then echo "$d"; rm -f "$d/.written"; fi
  done | sort -u`)
  assert.deepEqual(written.trim().split('\n'), ['/data', '/tmp'])
})

test('it says where it is, by name and by address, and keeps a log that does not grow without end', async () => {
  const log = await container.compose('logs', '--no-log-prefix', service)
  assert.match(log, /https:\/\/beddybytes/)
  const id = (await container.compose('ps', '-q', service)).trim()
  const inspected = await succeed(docker(['inspect', '-f', '{{json .HostConfig}}', id]))
  const { LogConfig, RestartPolicy, ReadonlyRootfs, CapDrop, CapAdd } = v.parse(hostConfigSchema, JSON.parse(inspected))
  assert.deepEqual(LogConfig, { Type: 'json-file', Config: { 'max-file': '3', 'max-size': '5m' } })
  assert.equal(RestartPolicy.Name, 'unless-stopped')
  assert.equal(ReadonlyRootfs, true)
  assert.deepEqual(CapDrop, ['ALL'])
  const named = CapAdd.map((right) => right.replace(/^CAP_/, '')).toSorted()
  assert.deepEqual(named, ['NET_BIND_SERVICE', 'SETGID', 'SETUID'])
})

test('a baby is seen and heard through it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-container-'))
  let browser: Browser | null = null
  try {
    const account = await createAccount(container)
    browser = await openBrowser({ cameraFile: await writePicture('moving', folder) })
    const open = async (label: string) => {
      const phone = await openPhone(browser!, label, {
        url: container.url,
        cookie: await account.logIn(),
        downloads: folder,
      })
      await phone.go('/')
      return phone
    }
    const baby = await open('baby')
    await startBaby(baby, account)
    const parent = await open('parent')
    await openParent(parent)
    await expectLive(parent)
    await baby.tap('button', 'Stop')
    await expectStatus(parent, 'Baby Station stopped')
    assert.deepEqual([...baby.faults(), ...parent.faults()], [])
  } finally {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** An account that was acknowledged is there, with its password. */
async function expectAccounts(names: readonly string[]): Promise<void> {
  for (const username of names) {
    assert.equal((await container.ask('POST', '/api/login', { body: { username, password } })).status, 200, username)
  }
}

const kept = ['Ada', 'Bo']

test('a killed process comes back by itself with every account', async () => {
  for (const username of kept) {
    assert.equal((await container.ask('POST', '/api/accounts', { body: { username, password } })).status, 201)
  }
  const restarts = await container.restarts()
  await container.shell(`kill -KILL $(${findServer})`)
  await until('Docker starts it anew', container.restarts, (count) => count > restarts, 30_000)
  await container.answers()
  await expectAccounts(kept)
})

test('a frozen process comes back by itself with every account', async () => {
  const restarts = await container.restarts()
  await container.shell(`kill -STOP $(${findServer})`)
  await until('Docker starts it anew', container.restarts, (count) => count > restarts, 60_000)
  await container.answers()
  await expectAccounts(kept)
  assert.match(await container.compose('logs', service), /has hung for 30 s/)
})

test('its owner sees how it is, who has an account, and the fingerprint to compare', async () => {
  const status = await container.owner(['status'])
  assert.equal(status.code, 0, status.stderr)
  assert.match(status.stdout.toString(), /running since[^]*whole/)
  assert.match((await container.owner(['accounts'])).stdout.toString(), /^Ada /m)
  const root = await container.shell('cat /data/root.pem')
  const { X509Certificate } = await import('node:crypto')
  const { stdout } = await container.owner(['trust'])
  assert.equal(stdout.toString().includes(new X509Certificate(root).fingerprint256), true)
})

test('its owner gives a forgotten password anew', async () => {
  const { code, stdout } = await container.owner(['reset-password', 'Bo'])
  assert.equal(code, 0)
  const body = { username: 'Bo', password: stdout.toString().trim() }
  assert.equal((await container.ask('POST', '/api/login', { body })).status, 200)
  const own = await container.owner(['reset-password', 'Bo', '--stdin'], Buffer.from(`${password}\n`))
  assert.equal(own.code, 0, own.stderr)
  await expectAccounts(kept)
})

test('scripts/beddybytes outside is the same command', async () => {
  const { stdout } = await docker(['compose', '-p', project, 'ps', '-q', service])
  assert.notEqual(stdout.length, 0)
  const { runTool } = await import('../smoke/tool.ts')
  const said = await runTool(join(import.meta.dirname, '../beddybytes'), ['accounts'], {
    COMPOSE_PROJECT_NAME: project,
  })
  assert.match(said, /^Ada /m)
})

test('after backup, down -v and restore the accounts and the root are the same', async () => {
  const root = await container.shell('cat /data/root.pem')
  const backup = await container.owner(['backup'])
  assert.equal(backup.code, 0, backup.stderr)
  await container.remove()
  await container.up()
  assert.notEqual(await container.shell('cat /data/root.pem'), root)
  assert.equal((await container.ask('POST', '/api/login', { body: { username: 'Ada', password } })).status, 401)

  const torn = await container.owner(['restore'], backup.stdout.subarray(0, -1))
  assert.equal(torn.code, 1)
  assert.match(torn.stderr, /damaged or incomplete\. Nothing has been changed/)

  const restored = await container.owner(['restore'], backup.stdout)
  assert.equal(restored.code, 0, restored.stderr)
  assert.equal(await container.shell('cat /data/root.pem'), root)
  await container.answers()
  await expectAccounts(kept)
  assert.equal(await container.restarts(), 0, 'the process went on')
})

test('a backup can be restored before the first start', async () => {
  const root = await container.shell('cat /data/root.pem')
  const backup = await container.owner(['backup'])
  await container.remove()
  const restored = await docker(['compose', '-p', project, 'run', '--rm', '-T', service, 'beddybytes', 'restore'], {
    input: backup.stdout,
  })
  assert.equal(restored.code, 0, restored.stderr)
  await container.up()
  assert.equal(await container.shell('cat /data/root.pem'), root)
  await expectAccounts(kept)
})

test('a folder that Docker has just made for it is made its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-bind-'))
  try {
    const data = join(folder, 'made-by-docker')
    const run = (...rights: string[]) =>
      docker([
        'run',
        '--rm',
        '--network=host',
        '--cap-drop=ALL',
        '--cap-add=SETUID',
        '--cap-add=SETGID',
        '--cap-add=NET_BIND_SERVICE',
        ...rights,
        '-v',
        `${data}:/data`,
        'beddybytes',
        'sh',
        '-c',
        'id -u; touch /data/written; stat -c %a /data',
      ])
    const refused = await run()
    assert.equal(refused.code, 1)
    assert.match(refused.stderr, /chown 1000:1000/)
    assert.equal(await succeed(run('--cap-add=CHOWN')), '1000\n700\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('it ends in order when it is asked to', async () => {
  await container.compose('stop')
  const id = (await container.compose('ps', '-a', '-q', service)).trim()
  assert.equal((await succeed(docker(['inspect', '-f', '{{.State.ExitCode}}', id]))).trim(), '0')
  assert.match(await container.compose('logs', '--no-log-prefix', service), /SIGTERM: closing\.\s*$/)
})
