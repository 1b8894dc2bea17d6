// The battery of this phone, where the browser tells (Chrome; neither Safari nor Firefox).

import type { Power } from './evidence.ts'

interface BatteryPhone {
  getBattery?(): Promise<Power>
}

export async function readPower(phone: object = navigator): Promise<Power | null> {
  const battery = await (phone as BatteryPhone).getBattery?.().catch(() => null)
  return battery ? { level: battery.level, charging: battery.charging } : null
}
