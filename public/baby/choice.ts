// What this phone remembers of its Baby Station: the name, the microphone and the camera.

import * as v from 'valibot'

const deviceSchema = v.object({ id: v.string(), label: v.string() })
/** One microphone or camera; an empty id leaves the choice to the browser. */
export type Device = v.InferOutput<typeof deviceSchema>

const choiceSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(200)),
  microphone: deviceSchema,
  /** Null is "No camera". */
  camera: v.nullable(deviceSchema),
})
export type Choice = v.InferOutput<typeof choiceSchema>

export const automatic: Device = { id: '', label: '' }

const key = 'beddybytes.baby'

export function readChoice(storage: () => Storage | null, name: string): Choice {
  try {
    const kept = v.safeParse(choiceSchema, JSON.parse(storage()?.getItem(key) ?? 'null'))
    if (kept.success) return kept.output
  } catch {
    // No memory, or somebody else's words in it: begin anew.
  }
  return { name, microphone: automatic, camera: automatic }
}

export function keepChoice(storage: () => Storage | null, choice: Choice): void {
  try {
    storage()?.setItem(key, JSON.stringify(choice))
  } catch {
    // A phone without a memory asks again next time.
  }
}

export interface Devices {
  readonly microphones: readonly Device[]
  readonly cameras: readonly Device[]
}

/**
 * What can be chosen. Before the permission a browser lists devices without ids; these are no choice. The remembered device
 * stays in the list, because some browsers name it only after the permission.
 */
export function listDevices(found: readonly MediaDeviceInfo[], { microphone, camera }: Choice): Devices {
  return {
    microphones: withChosen(ofKind(found, 'audioinput'), microphone),
    cameras: withChosen(ofKind(found, 'videoinput'), camera),
  }
}

function ofKind(found: readonly MediaDeviceInfo[], kind: MediaDeviceKind): Device[] {
  return found
    .filter((device) => device.kind === kind && device.deviceId !== '' && device.label !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }))
}

function withChosen(devices: readonly Device[], chosen: Device | null): readonly Device[] {
  if (chosen === null || chosen.id === '' || devices.some(({ id }) => id === chosen.id)) return devices
  // Devices have names by now and this one is not among them: it was unplugged, or its id has been renewed.
  return devices.length > 0 ? devices : [chosen]
}
