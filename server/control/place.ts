// One works with a data folder at a time: two boxes would each know half of who is connected, and a restore under a running box
// would take its database away.

import { lockFolder } from '../store/folder-lock.ts'

/** Somebody else works with the data folder; the message is for the owner. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
}

/** As long as a box takes to close. */
const takeOverMs = 6000

/** Waits for a box that is just closing; gives the way to leave. @throws FolderInUseError */
export async function takePlace(folder: string): Promise<() => void> {
  const deadlineMs = performance.now() + takeOverMs
  for (;;) {
    const leave = lockFolder(folder)
    if (leave !== null) return leave
    if (performance.now() > deadlineMs) {
      throw new FolderInUseError(`Another BeddyBytes works with the data folder ${folder}. Stop it first.`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
