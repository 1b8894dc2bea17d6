// What a person chooses before Start: the name, the microphone and the camera, of those that there are.

import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { automatic, listDevices } from './choice.ts'
import type { Choice, Devices } from './choice.ts'

export interface Choosing {
  readonly choice: ReadonlySignal<Choice>
  readonly devices: ReadonlySignal<Devices>
  setName(name: string): void
  chooseMicrophone(id: string): void
  /** Null is no camera. */
  chooseCamera(id: string | null): void
  /** Browsers name devices only after the permission. */
  refresh(): Promise<void>
  /** Follows what is plugged in and out. */
  watch(until: AbortSignal): void
}

export interface ChoosingDeps {
  readonly media: MediaDevices | undefined
  /** As this phone remembers it. */
  readonly first: Choice
}

export function createChoosing({ media, first }: ChoosingDeps): Choosing {
  const choice = signal(first)
  const found = signal<readonly MediaDeviceInfo[]>([])
  const devices = computed(() => listDevices(found.value, choice.value))
  const choose = (change: Partial<Choice>): void => {
    choice.value = { ...choice.peek(), ...change }
  }
  const refresh = async (): Promise<void> => {
    try {
      found.value = (await media?.enumerateDevices()) ?? []
    } catch {
      found.value = []
    }
  }

  return {
    choice,
    devices,
    setName: (name) => choose({ name }),
    chooseMicrophone(id) {
      choose({ microphone: devices.peek().microphones.find((device) => device.id === id) ?? automatic })
    },
    chooseCamera(id) {
      const camera = id === null ? null : (devices.peek().cameras.find((device) => device.id === id) ?? automatic)
      choose({ camera })
    },
    refresh,
    watch(until) {
      media?.addEventListener('devicechange', () => void refresh(), { signal: until })
      void refresh()
    },
  }
}
