// Which way the phone's cameras look, and which one is meant by "front" and "back". Pure.

import type { Facing } from '../shared/station-protocol.ts'

/** Of MediaDeviceInfo what is needed; browsers that know more give it by getCapabilities. */
export interface CameraInfo {
  readonly deviceId: string
  readonly label: string
  getCapabilities?: () => { readonly facingMode?: readonly string[] }
}

export interface Camera {
  readonly id: string
  readonly label: string
  readonly facing: Facing
}

/** Without ids, which come with the permission, there is nothing to choose. */
export function camerasOf(found: readonly (CameraInfo & { readonly kind: string })[]): readonly Camera[] {
  return found
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map((info, index) => ({ id: info.deviceId, label: info.label, facing: facingOf(info, index) }))
}

/** Null when it is on already, or there is none. */
export function otherCamera(cameras: readonly Camera[], now: string, facing: Facing): Camera | null {
  if (cameras.find(({ id }) => id === now)?.facing === facing) return null
  // The first is the plain one: wide-angle and telephoto lenses come after it.
  return cameras.find((camera) => camera.facing === facing) ?? null
}

/** By what the browser knows, else by the camera's name, else by its place: phones and laptops name the front camera first. */
function facingOf(info: CameraInfo, index: number): Facing {
  const known = info.getCapabilities?.().facingMode ?? []
  if (known.includes('user') || /\bfront|facetime|user\b/i.test(info.label)) return 'front'
  if (known.includes('environment') || /\bback|rear|environment\b/i.test(info.label)) return 'back'
  return index === 0 ? 'front' : 'back'
}
