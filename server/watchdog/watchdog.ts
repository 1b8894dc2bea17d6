// Ends this process when its event loop hangs, so that a container engine starts it anew. A worker thread could not end one
// that is frozen (SIGSTOP, memory that is swapped out), being frozen with it, and cost 14 MiB. A shell that listens to a
// heartbeat costs 2: 0.4 of its own, the rest here for starting it.

import { spawn, type ChildProcess } from 'node:child_process'
import type { Log } from '../log.ts'

export interface Watchdog {
  start(): void
  close(): void
}

/** Two waits: after a machine has slept, the first is over at once, and the second gives the process time to say that it lives. */
const script = `while :; do
  read -r -t "$2" || read -r -t "$3"
  heard=$?
  if [ "$heard" -gt 128 ]; then
    echo "BeddyBytes has hung for $4 s. It is ended, so that it can be started anew." >&2
    kill -KILL "$1"
    exit
  fi
  [ "$heard" = 0 ] || exit
done`

/** @param deps.patienceMs how long the loop may hang; process 1 of a container cannot be ended from inside, so be another. */
export function createWatchdog(deps: { readonly log: Log; readonly patienceMs?: number }): Watchdog {
  const { log, patienceMs = 30_000 } = deps
  let child: ChildProcess | null = null
  let beating: NodeJS.Timeout | undefined

  function watch(): void {
    const seconds = patienceMs / 1000
    const waits = [(seconds * 2) / 3, seconds / 3, seconds].map(String)
    // Bash takes a pipe of Node's, a socket, for a remote log-in, and would read ~/.bashrc.
    // Of its own process group: Ctrl-C ends the server in order, which is watched to the end.
    const shell = spawn('bash', ['--norc', '-c', script, 'watchdog', String(process.pid), ...waits], {
      stdio: ['pipe', 'ignore', 'inherit'],
      detached: true,
      env: { PATH: process.env['PATH'] },
    })
    child = shell
    shell.once('error', (problem) => {
      log.error('Nothing will end this process if it hangs: there is no bash', problem)
      close()
    })
    // Ended by somebody: the next beat starts another.
    shell.once('exit', () => {
      if (child === shell) child = null
    })
    shell.stdin?.on('error', () => {})
    shell.unref()
    if (shell.stdin !== null && 'unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref()
  }

  function close(): void {
    clearInterval(beating)
    beating = undefined
    child?.stdin?.end()
    child = null
  }

  return {
    start() {
      watch()
      beating = setInterval(() => {
        if (child === null) watch()
        child?.stdin?.write('\n')
      }, patienceMs / 6).unref()
    },
    close,
  }
}
