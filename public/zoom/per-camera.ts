// What this phone remembers of the zoom of each of its cameras, by the id that the browser gives them for this site.

import * as v from 'valibot'
import { zoomAreaSchema } from '../shared/station-protocol.ts'
import type { ZoomArea } from './area.ts'

export interface ZoomMemory {
  read(camera: string): ZoomArea | null
  write(camera: string, area: ZoomArea): void
}

const key = 'beddybytes.zoom'
/** No phone has so many; ids are made anew when a browser forgets, and the old ones are of no use. */
const mostCameras = 8
const schema = v.array(v.tuple([v.pipe(v.string(), v.maxLength(200)), zoomAreaSchema]))

export function createZoomMemory(storage: () => Pick<Storage, 'getItem' | 'setItem'> | null): ZoomMemory {
  const readAll = (): readonly (readonly [string, ZoomArea])[] => {
    try {
      const kept = v.safeParse(schema, JSON.parse(storage()?.getItem(key) ?? '[]'))
      return kept.success ? kept.output : []
    } catch {
      return []
    }
  }
  return {
    read: (camera) => readAll().find(([id]) => id === camera)?.[1] ?? null,
    write(camera, area) {
      const others = readAll().filter(([id]) => id !== camera)
      try {
        storage()?.setItem(key, JSON.stringify([...others, [camera, area]].slice(-mostCameras)))
      } catch {
        // Without a memory it holds until the camera is turned off.
      }
    },
  }
}
