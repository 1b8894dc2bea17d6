// `scripts/house privacy`: streams in a house for a while, with connections that break, counts every packet, and says line by
// line whether what the product promises holds.

// oxlint-disable-next-line typescript/triple-slash-reference -- its types are the server's, and are no module
/// <reference path="../../../server/discovery/dns-packet.d.ts" />

import dnsPacket from 'dns-packet'
import { expectStatus, openParent, status } from '../../smoke/stations.ts'
import { measure, until } from '../../smoke/wait.ts'
import { openBoxIn } from '../box-in-room.ts'
import { openHouse, type House } from '../house.ts'
import { boxUrl, openPhoneIn, signIn, startBabyIn } from '../phone-in-room.ts'
import { openCapture } from './capture.ts'
import { createLedger } from './ledger.ts'
import { foreignSources } from './policy.ts'

export interface Line {
  readonly claim: string
  readonly found: string
  readonly holds: boolean
}

const rooms = ['box', 'baby', 'parent'] as const
/** So long that media has to be connected anew. */
const outageMs = 8000
const settleMs = 8000
const outageEveryMs = 120_000
const allowedBytesPerSecond = 1024
/** What Linux asks (libnss-mdns) before it looks for a name by multicast: whether the network has a domain `local` of its own. */
const localCheck = 'local (SOA)'

/** @param say takes each line of the way there; it takes a while. */
export async function reportPrivacy(durationMs: number, say: (line: string) => void): Promise<readonly Line[]> {
  const house = await openHouse({ rooms })
  const closing: (() => Promise<unknown>)[] = []
  try {
    await openBoxIn(house.room('box'))
    const ledger = createLedger(() => [house.room('box').address], [443])
    const atRouter: string[] = []
    const router = house.room('router').address
    let mediaBytes = 0
    const phones = ['baby', 'parent'].map((name) => house.room(name).address)
    const isPhone = (address: string) => phones.includes(address)

    // The phones find the box and open its pages; what is counted by the second is the streaming.
    const [baby, parent] = await Promise.all(
      ['baby', 'parent'].map(async (room) => {
        const { phone, close } = await openPhoneIn(house.room(room))
        closing.push(close)
        return phone
      }),
    )
    if (baby === undefined || parent === undefined) throw new Error('Two phones are needed.')
    const captures = [
      await openCapture(house.room('box'), (packet) => ledger.take(packet)),
      await openCapture(house.room('baby'), ({ kind, from, to, bytes }) => {
        if (kind === 'udp' && isPhone(from.address) && isPhone(to.address)) mediaBytes += bytes
      }),
      await openCapture(house.room('router'), ({ kind, from, to, payload }) => {
        if (to.address === router && to.port === 53) {
          const names = namesIn(payload)
          if (names !== localCheck) atRouter.push(`${from.address} asks for ${names}`)
        } else if (!isLocal(to.address, kind)) atRouter.push(`${kind} from ${from.address} to ${to.address}:${to.port}`)
      }),
    ]
    await signIn(baby, 'Create account')
    await startBabyIn(baby, 'Nursery')
    await signIn(parent, 'Log in')
    await openParent(parent)
    await expectStatus(parent, 'Live')

    say(`Streaming for ${Math.round(durationMs / 1000)} s.`)
    // What the pages load late is no part of the streaming.
    await pause(settleMs)
    const before = ledger.bytes()
    let reconnects = 0
    let framesBefore = 0
    const streamedMs = await measure(async () => {
      const beganMs = performance.now()
      while (performance.now() - beganMs < durationMs) {
        const leftMs = durationMs - (performance.now() - beganMs)
        await pause(Math.min(outageEveryMs, leftMs) / 2)
        const room = house.room(reconnects % 2 === 0 ? 'parent' : 'baby')
        room.unplug()
        await pause(outageMs)
        room.plugIn()
        await until(
          'Live again',
          () => status(parent),
          ([first]) => first === 'Live',
          30_000,
        )
        reconnects += 1
        say(`Live again after outage ${reconnects}.`)
        await pause(Math.max(0, Math.min(outageEveryMs, leftMs) / 2 - outageMs))
      }
      framesBefore = await frames(parent)
    })
    const bytesPerSecond = Math.round((ledger.bytes() - before) / (streamedMs / 1000))
    await until(
      'Frames are decoded at the end',
      () => frames(parent),
      (now) => now > framesBefore,
    )
    await Promise.all(captures.map((capture) => capture.close()))

    const policy = await policyOf(house)
    const foreign = foreignSources(policy, [boxUrl, `wss://${new URL(boxUrl).host}`, ...byAddress(house)])
    const foreignRequests = [baby, parent].flatMap((phone) =>
      phone.faults().filter((fault) => fault.includes('foreign')),
    )
    const refused = ['box', 'baby', 'parent'].map((name) => `${name} ${house.room(name).refusedPackets()}`)
    for (const row of ledger.rows())
      say(`${String(row.packets).padStart(7)} packets ${String(row.bytes).padStart(9)} bytes  ${row.what}`)
    return [
      {
        claim: 'Sound and picture went from phone to phone',
        found: `${mebibytes(mediaBytes)} MiB over UDP between the phones, ${reconnects} connections broken and mended`,
        holds: mediaBytes > 100_000 && reconnects > 0,
      },
      {
        claim: "Everything at the box's interface was TLS to its own port, mDNS, or finding neighbours",
        found: ledger.strangers().length === 0 ? 'nothing else' : ledger.strangers().slice(0, 10).join('; '),
        holds: ledger.strangers().length === 0,
      },
      {
        claim: 'It was less than 1 KiB/s in all',
        found: `${bytesPerSecond} bytes/s over ${Math.round(streamedMs / 1000)} s`,
        holds: bytesPerSecond < allowedBytesPerSecond,
      },
      {
        claim: 'No packet reached the router to leave the house, and nobody asked it for a name',
        found: atRouter.length === 0 ? 'none' : `${atRouter.length}: ${[...new Set(atRouter)].slice(0, 10).join('; ')}`,
        holds: atRouter.length === 0,
      },
      {
        claim: 'No page asked for anything but the box',
        found: foreignRequests.length === 0 ? 'none did' : foreignRequests.join('; '),
        holds: foreignRequests.length === 0,
      },
      {
        claim: 'No packet was refused by the guard beneath it',
        found: refused.join(', '),
        holds: refused.every((entry) => entry.endsWith(' 0')),
      },
      {
        claim: "The page's Content-Security-Policy allows its own origin alone",
        found: policy === '' ? 'there is none' : foreign.length === 0 ? policy : `it also allows ${foreign.join(', ')}`,
        holds: policy !== '' && foreign.length === 0,
      },
    ]
  } finally {
    await Promise.all(closing.map((close) => close()))
    house.close()
  }
}

function isLocal(address: string, kind: string): boolean {
  if (kind === 'arp' || kind === 'icmp6' || kind === 'igmp') return true
  return /^(10\.77\.0\.|2(2[4-9]|3\d)\.|255\.255\.255\.255$|fe80:|ff|fd|fc)/.test(address)
}

function frames(phone: { page: { evaluate<T>(work: () => T): Promise<T> } }): Promise<number> {
  return phone.page.evaluate(() => window.observed.picture.frames)
}

async function policyOf(house: House): Promise<string> {
  const head = await house.room('parent').run('curl', '--silent', '--insecure', '--include', `${boxUrl}/parent`)
  return /^content-security-policy: (.*)$/im.exec(head)?.[1]?.trim() ?? ''
}

function byAddress(house: House): readonly string[] {
  const { address } = house.room('box')
  return [`https://${address}`, `wss://${address}`]
}

function namesIn(query: Buffer): string {
  return (dnsPacket.decode(query).questions ?? []).map(({ name, type }) => `${name} (${type})`).join(', ')
}

const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1)
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
