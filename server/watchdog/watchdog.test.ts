// The watchdog beside real processes that hang, freeze, sleep and end.

import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, test } from 'node:test'
import { until } from '../test-wait.ts'

const patienceMs = 900
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** A process with a watchdog that does as it is told by `then`, once it has said "up". */
async function startWatched(then: string) {
  const program = `
    import { createWatchdog } from ${JSON.stringify(join(import.meta.dirname, 'watchdog.ts'))}
    const watchdog = createWatchdog({ log: { info() {}, error: console.error }, patienceMs: ${patienceMs} })
    watchdog.start()
    const alive = setInterval(() => {}, 1000)
    const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
    console.log('up')
    ${then}`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  child.stderr.on('data', (data) => (said += String(data)))
  const ended = once(child, 'close').then(([code, signal]) => {
    running.delete(child)
    return { code: code as number | null, signal: signal as NodeJS.Signals | null, said }
  })
  await once(child.stdout, 'data')
  return { child, ended }
}

/** The watchdogs of a process, by its number on their command lines. */
function watchdogsOf(pid: number | undefined): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`\0watchdog\0${pid}\0`)
      } catch {
        return false
      }
    })
    .map(Number)
}

test('a process whose event loop hangs is ended', async () => {
  const { ended } = await startWatched('await sleep(300); for (;;);')
  const { signal, said } = await ended
  assert.equal(signal, 'SIGKILL')
  assert.match(said, /has hung for 0\.9 s/)
})

test('a process that is frozen is ended', async () => {
  const { child, ended } = await startWatched('')
  child.kill('SIGSTOP')
  assert.equal((await ended).signal, 'SIGKILL')
})

test('a process that is busy, but not for long, goes on', async () => {
  const { ended } = await startWatched(`
    for (let round = 0; round < 6; round += 1) {
      const until = performance.now() + ${patienceMs / 2}
      while (performance.now() < until);
      await sleep(20)
    }
    process.exit(7)`)
  assert.equal((await ended).code, 7)
})

test('when both have slept, as on a machine that sleeps, the process goes on', async () => {
  const { child, ended } = await startWatched(`process.once('SIGUSR2', () => process.exit(7))`)
  const [watchdog] = watchdogsOf(child.pid)
  assert.ok(watchdog)
  child.kill('SIGSTOP')
  process.kill(watchdog, 'SIGSTOP')
  // Time itself is what is tested here.
  await new Promise((resolve) => setTimeout(resolve, patienceMs * 1.5))
  process.kill(watchdog, 'SIGCONT')
  child.kill('SIGCONT')
  await new Promise((resolve) => setTimeout(resolve, patienceMs))
  child.kill('SIGUSR2')
  assert.equal((await ended).code, 7)
})

test('a process that ends, or closes its watchdog, leaves none behind', async () => {
  const { child, ended } = await startWatched(`
    await sleep(100); watchdog.close(); clearInterval(alive)`)
  assert.deepEqual(await ended, { code: 0, signal: null, said: '' })
  await until('none is left', () => watchdogsOf(child.pid).length === 0)
})

test('a watchdog that was ended is replaced', async () => {
  const { child, ended } = await startWatched('')
  const [first] = watchdogsOf(child.pid)
  assert.ok(first)
  process.kill(first, 'SIGKILL')
  await until('there is another', () => watchdogsOf(child.pid).some((pid) => pid !== first))
  child.kill('SIGSTOP')
  assert.equal((await ended).signal, 'SIGKILL')
})
