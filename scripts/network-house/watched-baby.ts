// A box, a Baby Station and a Parent Station that plays, each in its room of a house.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Phone } from '../smoke/phone.ts'
import { writePicture } from '../smoke/picture.ts'
import { expectLive, openParent } from '../smoke/stations.ts'
import { openBoxIn } from './box-in-room.ts'
import type { BoxInRoom } from './box-in-room.ts'
import type { House } from './house.ts'
import { lostNetwork, openPhoneIn, signIn, startBabyIn } from './phone-in-room.ts'

export interface WatchedBaby {
  readonly house: House
  readonly box: BoxInRoom
  readonly baby: Phone
  readonly parent: Phone
  /** What the phones have saved; it goes when they close. */
  readonly downloads: string
  close(): Promise<void>
}

/** @param prepare is called with each phone before its station opens */
export async function watchBaby(
  house: House,
  prepare: (phone: Phone) => Promise<void> = () => Promise.resolve(),
): Promise<WatchedBaby> {
  const pictures = mkdtempSync(join(tmpdir(), 'beddybytes-picture-'))
  const downloads = mkdtempSync(join(tmpdir(), 'beddybytes-downloads-'))
  const closing: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    await Promise.all(closing.splice(0).map((one) => one()))
    for (const folder of [pictures, downloads]) rmSync(folder, { recursive: true, force: true })
  }
  const open = async (room: string): Promise<Phone> => {
    const opened = await openPhoneIn(house.room(room), { cameraFile }, downloads)
    closing.push(opened.close)
    opened.phone.expectErrors(...lostNetwork)
    await prepare(opened.phone)
    return opened.phone
  }
  const cameraFile = await writePicture('moving', pictures)
  try {
    const box = await openBoxIn(house.room('box'))
    const baby = await open('baby')
    await signIn(baby, 'Create account')
    await startBabyIn(baby)
    const parent = await open('parent')
    await signIn(parent, 'Log in')
    await openParent(parent)
    await expectLive(parent)
    return { house, box, baby, parent, downloads, close }
  } catch (problem) {
    await close()
    throw problem
  }
}
