// A house of network namespaces: rooms on one Wi-Fi, each a machine of its own to whatever runs in it, and a router that leads
// nowhere. Nothing in it can reach the world, and nothing of it is left behind.

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { egressGuard, hindrance, hindranceName, nameService } from './isolation.ts'
import { attempt, environment, run, runAsync, runWith } from './shell.ts'

export interface Room {
  readonly name: string
  /** Its IPv4 address at the start. */
  readonly address: string
  /** What to run to run this inside, for tools that want a program and its arguments. */
  command(...words: readonly string[]): readonly [string, ...string[]]
  /** A file that runs this program inside, for tools that take nothing else. It goes with the house. */
  program(name: string): string
  spawn(words: readonly string[], options?: SpawnOptions): ChildProcess
  /** Resolves with what it says when it ends well. */
  run(...words: readonly string[]): Promise<string>
  /** The Wi-Fi is out of reach, as the phone sees it: carrier and routes are gone. */
  unplug(): void
  plugIn(): void
  /** Everything between it and the others vanishes, and nobody is told: the link looks as before. */
  silence(): void
  /** So many packets of a hundred are lost on their way. */
  lose(percent: number): void
  /** Ends both. */
  hearAgain(): void
  /** As DHCP would: the old address goes, the new one comes, with its routes; null only takes. */
  setAddress(address: string | null): void
  /** How many packets wanted to leave the house and were refused. */
  refusedPackets(): number
}

export interface House {
  readonly name: string
  room(name: string): Room
  /** Ends whatever runs in it, and takes it down. */
  close(): void
}

export const usualRooms = ['box', 'baby', 'parent'] as const

const subnet = '10.77.0'
const router = `${subnet}.1`
const bridgeName = 'wifi'
const prefix = 'beddybytes'

/** Why there can be no house on this machine, or null. */
export function whyNoHouse(): string | null {
  if (process.platform !== 'linux') return 'this is no Linux'
  if (process.getuid?.() !== 0) return 'not root'
  for (const tool of ['ip', 'nft', 'unshare', 'nsenter'])
    if (!attempt('sh', '-c', `command -v ${tool}`)) return `no ${tool}`
  return attempt('unshare', '--net', '--mount', 'true') ? null : 'network namespaces are not permitted'
}

/** It closes itself when this process exits, unless it is to outlive it. */
export async function openHouse(
  options: { readonly rooms?: readonly string[]; readonly outlives?: boolean } = {},
): Promise<House> {
  const { rooms: names = usualRooms, outlives = false } = options
  const reason = whyNoHouse()
  if (reason !== null) throw new Error(`There can be no house here: ${reason}.`)
  const name = freeName()
  const close = () => {
    process.off('exit', close)
    takeDown(name)
  }
  if (!outlives) process.once('exit', close)
  try {
    build(name, ['router', ...names])
    const rooms = new Map(['router', ...names].map((room, index) => [room, furnish(name, room, index)]))
    await openNameServer(rooms.get('router')!, outlives)
    return {
      name,
      room(wanted) {
        const room = rooms.get(wanted)
        if (room === undefined) throw new Error(`There is no room ${wanted}, but ${[...rooms.keys()].join(', ')}.`)
        return room
      },
      close,
    }
  } catch (problem) {
    close()
    throw problem
  }
}

/** Houses that stand on this machine, by name; each one's process may have ended. */
export function standingHouses(): string[] {
  const spaces = run('ip', 'netns', 'list').split('\n')
  return spaces.flatMap((line) => new RegExp(`^(${prefix}-\\d+-\\d+)-${bridgeName}\\b`).exec(line)?.[1] ?? [])
}

export function hasOwner(house: string): boolean {
  try {
    process.kill(Number(house.split('-')[1]), 0)
    return true
  } catch {
    return false
  }
}

/** A room of a house that another process built. */
export function enterRoom(house: string, room: string): Room {
  const pids = pidsIn(`${house}-${room}`)
  const holder = pids.find((pid) => commandLine(pid) === 'sleep infinity')
  if (holder === undefined) throw new Error(`There is no room ${room} in ${house}.`)
  return createRoom(house, room, '', holder)
}

export function takeDown(house: string): void {
  const spaces = run('ip', 'netns', 'list')
    .split('\n')
    .flatMap((line) => (line.startsWith(`${house}-`) ? (line.split(' ')[0] ?? []) : []))
  for (const space of spaces) {
    // What is being killed may still be starting something.
    for (let pids = pidsIn(space); pids.length > 0; pids = pidsIn(space)) attempt('kill', '-KILL', ...pids)
    run('ip', 'netns', 'delete', space)
  }
  rmSync(folderOf(house), { recursive: true, force: true })
}

function folderOf(house: string): string {
  return join(tmpdir(), house)
}

function freeName(): string {
  const standing = new Set(standingHouses())
  for (let number = 1; ; number += 1) {
    const name = `${prefix}-${process.pid}-${number}`
    if (!standing.has(name)) return name
  }
}

function build(house: string, rooms: readonly string[]): void {
  const wifi = `${house}-${bridgeName}`
  for (const space of [wifi, ...rooms.map((room) => `${house}-${room}`)]) run('ip', 'netns', 'add', space)
  // Switches that snoop lose multicast for seconds after a change; homes' mostly do not snoop.
  run('ip', '-n', wifi, 'link', 'add', bridgeName, 'type', 'bridge', 'mcast_snooping', '0')
  run('ip', '-n', wifi, 'link', 'set', bridgeName, 'up')
  for (const room of rooms) {
    const port = `to-${room}`.slice(0, 15)
    const peer = ['peer', 'name', 'wlan0', 'netns', `${house}-${room}`]
    run('ip', '-n', wifi, 'link', 'add', port, 'type', 'veth', ...peer)
    run('ip', '-n', wifi, 'link', 'set', port, 'master', bridgeName, 'up')
  }
}

function furnish(house: string, name: string, index: number): Room {
  const space = `${house}-${name}`
  // iproute2 lays these over the files in /etc while it starts the one process that keeps the room; then they can go.
  const folder = join('/etc/netns', space)
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(nameService(router, readFileSync('/etc/nsswitch.conf', 'utf8')))) {
    writeFileSync(join(folder, file), text)
  }
  // A /run of its own: daemons such as Avahi have their sockets there, and each room has its own.
  const keep = 'mount -t tmpfs none /run && mkdir /run/dbus && { setsid sleep infinity >/dev/null 2>&1 & echo $!; }'
  const holder = run('ip', 'netns', 'exec', space, 'unshare', '--mount', 'sh', '-c', keep).trim()
  rmSync(folder, { recursive: true })
  if (readdirSync('/etc/netns').length === 0) rmdirSync('/etc/netns')

  const address = index === 0 ? router : `${subnet}.${10 + index}`
  const room = createRoom(house, name, address, holder)
  const inside = (...words: string[]) => run(...room.command(...words))
  // Phones drop their routes with the carrier. Without that, Linux asks for hardware addresses into the void, and once a second only.
  const settings = [
    ['ipv4/ip_forward', 0],
    ['ipv4/conf/all/ignore_routes_with_linkdown', 1],
    ['ipv4/conf/wlan0/ignore_routes_with_linkdown', 1],
    ['ipv6/conf/wlan0/accept_dad', 0],
  ] as const
  inside('sh', '-c', settings.map(([path, value]) => `echo ${value} >/proc/sys/net/${path}`).join('; '))
  runWith(egressGuard(`${subnet}.0/24`), ...room.command('nft', '-f', '-'))
  inside('ip', 'link', 'set', 'lo', 'up')
  inside('ip', 'link', 'set', 'wlan0', 'up')
  room.setAddress(address)
  return room
}

function createRoom(house: string, name: string, address: string, holder: string): Room {
  const command = (...words: readonly string[]): readonly [string, ...string[]] => [
    'nsenter',
    '--target',
    holder,
    '--net',
    '--mount',
    '--',
    ...words,
  ]
  const inside = (...words: string[]) => run(...command(...words))
  const port = `to-${name}`.slice(0, 15)
  const link = (state: 'up' | 'down') => run('ip', '-n', `${house}-${bridgeName}`, 'link', 'set', port, state)
  const onBridge = (input: string) => runWith(input, 'ip', 'netns', 'exec', `${house}-${bridgeName}`, 'nft', '-f', '-')
  const addRoutes = () => {
    inside('ip', 'route', 'replace', '224.0.0.0/4', 'dev', 'wlan0')
    // Without a default route, a page without camera permission offers no candidates. The router's own leads nowhere.
    if (name !== 'router') inside('ip', 'route', 'replace', 'default', 'via', router)
  }
  return {
    name,
    address,
    command,
    program(program) {
      const file = join(folderOf(house), `${name}-${program}`)
      mkdirSync(folderOf(house), { recursive: true, mode: 0o700 })
      writeFileSync(file, `#!/bin/sh\nexec ${command(program).join(' ')} "$@"\n`, { mode: 0o700 })
      return file
    },
    spawn(words, options = {}) {
      const [program, ...rest] = command(...words)
      return spawn(program, rest, { ...options, env: environment(options.env) })
    },
    run: (...words) => runAsync(...command(...words)),
    unplug: () => void link('down'),
    plugIn: () => void link('up'),
    silence: () => void onBridge(hindrance(port, 100)),
    lose: (percent) => void onBridge(hindrance(port, percent)),
    hearAgain: () => void onBridge(`delete table bridge ${hindranceName(port)}\n`),
    setAddress(next) {
      inside('ip', '-4', 'address', 'flush', 'dev', 'wlan0')
      if (next === null) return
      inside('ip', 'address', 'add', `${next}/24`, 'broadcast', `${subnet}.255`, 'dev', 'wlan0')
      addRoutes()
    },
    refusedPackets: () =>
      Number(/packets (\d+)/.exec(inside('nft', 'list', 'counter', 'inet', 'guard', 'refused'))?.[1]),
  }
}

async function openNameServer(room: Room, outlives: boolean): Promise<void> {
  const child = room.spawn([process.execPath, join(import.meta.dirname, 'name-server.ts'), router], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: outlives,
  })
  await Promise.race([
    once(child.stdout!, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('The name server of the house did not start.'))),
  ])
  child.stdout!.destroy()
  child.unref()
}

function pidsIn(space: string): string[] {
  return run('ip', 'netns', 'pids', space).split('\n').filter(Boolean)
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean).join(' ')
  } catch {
    return ''
  }
}
