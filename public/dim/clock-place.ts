// Where the dim clock stands: somewhere else in each minute, so that no part of the screen shows the same for a whole night. Pure.

/** Fractions of the room that is left beside it. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Both are the golden ratio's kin: no two minutes of a night are close to each other, and it takes no chance. */
const stepX = 0.618034
const stepY = 0.7548777

export function placeOf(minute: number): Place {
  return { x: (minute * stepX) % 1, y: (minute * stepY) % 1 }
}
