// Whether the picture of the last minute is kept on this phone: as its owner says, and before that where it costs little.

import { chooseType } from './recording-type.ts'

const name = 'beddybytes.last-minute-picture'

export interface MinuteSetting {
  read(): boolean
  write(hasPicture: boolean): void
}

export function createMinuteSetting(
  storage: Pick<Storage, 'getItem' | 'setItem'> | null,
  isSupported: (mimeType: string) => boolean,
): MinuteSetting {
  return {
    read() {
      const said = storage?.getItem(name)
      if (said === 'yes' || said === 'no') return said === 'yes'
      const type = chooseType(true, isSupported)
      // MP4 that is not VP9 is H.264, which phones encode in hardware.
      return type?.container === 'mp4' && !type.mimeType.includes('vp9')
    },
    write(hasPicture) {
      try {
        storage?.setItem(name, hasPicture ? 'yes' : 'no')
      } catch {
        // A full storage forgets it with the page.
      }
    },
  }
}
