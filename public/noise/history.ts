// The levels of the last minutes and the floors beneath them, in rings of fixed size: a night long, nothing grows.

export interface Past {
  readonly levelDb: number
  readonly floorDb: number | null
}

export interface History {
  /** `levels` are ten a second, the last of them of `atMs`. */
  put(levels: readonly number[], floorDb: number | null, atMs: number): void
  /** The loudest of a stretch of time with the floor at that moment; null where nothing was reported. */
  loudest(fromMs: number, toMs: number): Past | null
  clear(): void
}

const frameMs = 100
/** Reports come a little early or late; beyond that something is missing, or the clock was set. */
const jitterFrames = 10

export function createHistory(seconds: number): History {
  const size = Math.ceil((seconds * 1000) / frameMs)
  const levels = new Float32Array(size).fill(NaN)
  const floors = new Float32Array(size).fill(NaN)
  /** The frame that was put last, counted since 1970. */
  let last: number | null = null

  const clear = (): void => {
    levels.fill(NaN)
    floors.fill(NaN)
    last = null
  }

  return {
    put(given, floorDb, atMs) {
      const end = Math.floor(atMs / frameMs)
      const wanted = end - given.length
      if (last !== null && wanted < last - jitterFrames) clear()
      let frame: number = last !== null && Math.abs(wanted - last) <= jitterFrames ? last : wanted
      // What nothing was heard of must not show what was there a ring ago.
      if (last !== null) for (let gap = Math.max(last + 1, frame - size); gap <= frame; gap++) levels[gap % size] = NaN
      for (const levelDb of given) {
        frame++
        levels[frame % size] = levelDb
        floors[frame % size] = floorDb ?? NaN
      }
      last = Math.max(last ?? frame, frame)
    },
    loudest(fromMs, toMs) {
      if (last === null) return null
      const first = Math.max(Math.floor(fromMs / frameMs), last - size + 1)
      const end = Math.min(Math.ceil(toMs / frameMs), last + 1)
      let found: number | null = null
      for (let frame = first; frame < end; frame++) {
        const level = levels[frame % size] ?? NaN
        if (!Number.isNaN(level) && (found === null || level > (levels[found % size] ?? NaN))) found = frame
      }
      if (found === null) return null
      const floorDb = floors[found % size] ?? NaN
      return { levelDb: levels[found % size] ?? NaN, floorDb: Number.isNaN(floorDb) ? null : floorDb }
    },
    clear,
  }
}
