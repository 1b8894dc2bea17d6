// What a Baby Station without a camera reports when all is well: for tests, which change what they are about.

import type { Report } from './station-protocol.ts'

export const sampleReport: Report = {
  type: 'report',
  number: 1,
  microphone: 'live',
  camera: 'none',
  frames: null,
  awake: 'on',
  visible: true,
  battery: null,
  levels: [],
  floor: null,
  movement: null,
  parents: 1,
  dropped: 0,
}
