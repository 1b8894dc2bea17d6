// Avahi in a room, as an independent peer: what it finds, a Linux laptop finds, and so does Chromium there.

import { until } from '../smoke/wait.ts'
import type { Room } from './house.ts'
import { attempt } from './shell.ts'

export interface Avahi {
  /** The address, or null if nobody answers to the name. */
  resolve(name: string, family?: 4 | 6): Promise<string | null>
  /** Host and port of every service of a kind. */
  services(type: string): Promise<readonly string[]>
}

export function whyNoAvahi(): string | null {
  for (const tool of ['curl', 'dbus-daemon', 'avahi-daemon', 'avahi-resolve', 'avahi-browse']) {
    if (!attempt('sh', '-c', `command -v ${tool}`)) return `no ${tool}`
  }
  return null
}

/** It ends with the house. All rooms share the machine's own host name, so each Avahi is given one. */
export async function openAvahi(room: Room, hostname = room.name): Promise<Avahi> {
  await room.run('dbus-daemon', '--system', '--fork', '--nopidfile')
  await room.run('sh', '-c', `printf '[server]\nhost-name=${hostname}\n' >/run/avahi.conf`)
  await room.run('avahi-daemon', '--file', '/run/avahi.conf', '--no-drop-root', '--no-chroot', '--daemonize')
  await until('Avahi is up', () =>
    room
      .run('avahi-daemon', '--check')
      .then(() => true)
      .catch(() => false),
  )
  return {
    async resolve(name, family = 4) {
      // It says on the error stream that it found none, and ends well.
      const [, address] = (await room.run('avahi-resolve', `-${family}`, '-n', name)).trim().split('\t')
      return address ?? null
    },
    async services(type) {
      const lines = (await room.run('avahi-browse', '--resolve', '--terminate', '--parsable', type)).split('\n')
      return lines
        .filter((line) => line.startsWith('='))
        .map((line) => line.split(';'))
        .map((fields) => `${fields[6]}:${fields[8]}`)
        .toSorted()
    },
  }
}
