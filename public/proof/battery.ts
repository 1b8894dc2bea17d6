// The phone's battery, where the browser tells: Chromium does, Safari and Firefox do not.

export interface Battery {
  /** 0 to 1; null where it is not told. */
  now(): { readonly level: number; readonly charging: boolean } | null
}

interface BatteryManager {
  readonly level: number
  readonly charging: boolean
}

interface TellingNavigator {
  getBattery?: () => Promise<BatteryManager>
}

export function createBattery(phone: Navigator & TellingNavigator = navigator): Battery {
  let manager: BatteryManager | null = null
  const ask = async (): Promise<void> => {
    try {
      manager = (await phone.getBattery?.()) ?? null
    } catch {
      // Not told here.
    }
  }
  void ask()
  return {
    now() {
      if (manager === null || !Number.isFinite(manager.level)) return null
      return { level: Math.min(1, Math.max(0, manager.level)), charging: manager.charging }
    },
  }
}
