// The box's clock in a soak, by libfaketime: the machine's own is everybody's.

import { globSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Clock {
  /** For the process that is to live by it. */
  readonly environment: Readonly<Record<string, string>>
  /** From where it is. */
  jump(byHours: number): void
}

/** Where Debian's libfaketime lies, for any processor. */
const [library] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1')

export const whyNoClock = (): string | null => (library === undefined ? 'no libfaketime' : null)

export function openClock(folder: string): Clock {
  const file = join(folder, 'clock')
  let offsetHours = 0
  const write = (): void => {
    // Read while it is written, it would be empty, and the clock back where it was.
    writeFileSync(`${file}.part`, `${offsetHours < 0 ? '-' : '+'}${Math.abs(offsetHours)}h\n`)
    renameSync(`${file}.part`, file)
  }
  write()
  return {
    environment: {
      LD_PRELOAD: library ?? '',
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      // Only the calendar jumps; what the kernel counts goes on.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      FAKETIME_DONT_RESET: '1',
    },
    jump(byHours) {
      offsetHours += byHours
      write()
    },
  }
}
