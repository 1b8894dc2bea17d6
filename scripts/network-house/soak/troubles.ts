// Brings about what the plan says, for as long as it says, and puts it right again.

import type { House } from '../house.ts'
import { parents, watches, type Family } from './family.ts'
import type { Trouble } from './plan.ts'

/** The parents whose sound or picture it may interrupt. */
export function affected(trouble: Trouble): readonly string[] {
  if (!('who' in trouble)) return []
  return parents.filter((parent) => parent === trouble.who || watches[parent] === trouble.who)
}

/** Brings it about, and resolves when it has been put right. */
export async function cause(trouble: Trouble, house: House, family: Family): Promise<void> {
  const lasting = () => new Promise<void>((resolve) => setTimeout(resolve, trouble.forS * 1000))
  switch (trouble.kind) {
    case 'link down': {
      const room = house.room(trouble.who)
      room.unplug()
      await lasting()
      room.plugIn()
      return
    }
    case 'blackhole':
    case 'loss': {
      const room = house.room(trouble.who)
      if (trouble.kind === 'loss') room.lose(trouble.percent)
      else room.silence()
      await lasting()
      room.hearAgain()
      return
    }
    case 'frozen': {
      const { stop, goOn } = await family.process(trouble.who)
      stop()
      await lasting()
      goOn()
      return
    }
    case 'tab killed': {
      const { kill } = await family.process(trouble.who)
      kill()
      await lasting()
      return family.reopen(trouble.who)
    }
    case 'box killed':
      await family.killBox()
      await lasting()
      return family.restartBox()
    case 'address changed': {
      const box = house.room('box')
      box.setAddress(nextAddress())
      return lasting()
    }
    case 'leaf rotated': {
      // Another address of the box is another name in its certificate.
      await house.room('box').run('ip', 'address', 'add', `${nextAddress()}/24`, 'dev', 'wlan0')
      return lasting()
    }
    case 'clock jumped':
      family.jump(trouble.byHours)
      return lasting()
  }
}

let lastAddress = 100
/** Far from those of the rooms. */
function nextAddress(): string {
  lastAddress = lastAddress >= 250 ? 101 : lastAddress + 1
  return `10.77.0.${lastAddress}`
}
