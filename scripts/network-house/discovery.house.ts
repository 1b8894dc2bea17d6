// Whether the rest of the house finds the box, as an independent Avahi and a plain listener see it.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { until } from '../smoke/wait.ts'
import { openAvahi, type Avahi } from './avahi.ts'
import { answers, answersWithTrust, openBoxIn } from './box-in-room.ts'
import { openHearing, type Hearing } from './hearing.ts'
import type { Room } from './house.ts'
import { inHouse } from './walk.ts'

const first = 'beddybytes.local'
const second = 'beddybytes-2.local'

const resolvesTo = (avahi: Avahi, name: string, address: string | null, withinMs?: number) =>
  until(
    `${name} is ${address}`,
    () => avahi.resolve(name),
    (found) => found === address,
    withinMs,
  )

inHouse(
  "Avahi resolves the name to the box's own address, and finds both services",
  ['box', 'parent'],
  async (house) => {
    const avahi = await openAvahi(house.room('parent'))
    const box = await openBoxIn(house.room('box'))
    await resolvesTo(avahi, first, house.room('box').address)
    for (const type of ['_https._tcp', '_beddybytes._tcp']) {
      await until(
        type,
        () => avahi.services(type),
        (found) => found.includes(`${first}:443`),
      )
    }
    assert.equal(await answers(house.room('parent'), first), true)
    assert.equal(house.room('box').refusedPackets(), 0)
    assert.deepEqual(box.complaints(), [])
  },
)

inHouse(
  'it answers aloud, to the asker alone and to ordinary resolvers, and denies IPv6',
  ['box', 'baby'],
  async (house) => {
    const hearing = await openHearing(house.room('baby'))
    await openBoxIn(house.room('box'))
    await announced(hearing, first)
    const { address } = house.room('box')

    const aloud = await hearing.ask({ name: first, type: 'A', way: 'aloud' }, ({ id }) => id === 0)
    const [answer] = aloud.answers
    assert.deepEqual([answer?.data, answer?.ttl, answer?.flush], [address, 120, true])
    const alone = await hearing.ask({ name: first, type: 'A', way: 'alone' })
    assert.deepEqual(
      alone.answers.map(({ data }) => data),
      [address],
    )
    const legacy = await hearing.ask({ name: first, type: 'A', way: 'legacy' }, ({ at }) => at === 'legacy')
    assert.notEqual(legacy.id, 0)
    assert.deepEqual(legacy.questions[0]?.name, first)
    assert.deepEqual([legacy.answers[0]?.data, legacy.answers[0]?.ttl, legacy.answers[0]?.flush], [address, 10, false])

    for (const way of ['alone', 'legacy'] as const) {
      const denied = await hearing.ask({ name: first, type: 'AAAA', way })
      assert.deepEqual(
        denied.answers.map(({ type, data }) => ({ type, data })),
        [{ type: 'NSEC', data: { nextDomain: first, rrtypes: ['A'] } }],
      )
    }
  },
)

inHouse(
  'it asks three times whether the name is free before it says it, and says goodbye at SIGTERM',
  ['box', 'baby'],
  async (house) => {
    const hearing = await openHearing(house.room('baby'))
    const box = await openBoxIn(house.room('box'))
    await announced(hearing, first)
    const before = hearing.packets.slice(
      0,
      hearing.packets.findIndex(({ type }) => type === 'response'),
    )
    assert.equal(before.length, 3)
    for (const { authorities } of before)
      assert.ok(authorities.some(({ name, type }) => name === first && type === 'A'))
    const startedMs = performance.now()
    assert.equal(await box.end(), 0)
    assert.ok(performance.now() - startedMs < 5000)
    const goodbye = hearing.packets.at(-1)!
    assert.deepEqual([...new Set(goodbye.answers.map(({ ttl }) => ttl))], [0])
    assert.ok(goodbye.answers.some(({ name, type }) => name === first && type === 'A'))
    assert.ok(!goodbye.answers.some(({ name }) => name.startsWith('_services.')))
  },
)

inHouse(
  'a second box takes the second name, with a certificate for it, and says so',
  ['box', 'second', 'parent'],
  async (house) => {
    const avahi = await openAvahi(house.room('parent'))
    await openBoxIn(house.room('box'))
    await resolvesTo(avahi, first, house.room('box').address)
    const other = await openBoxIn(house.room('second'))
    await resolvesTo(avahi, second, house.room('second').address)
    assert.equal(await avahi.resolve(first), house.room('box').address)
    await until('It says so', () => other.said.some(({ line }) => line.includes(`https://${second}`)))
    await until('It has a certificate for it', () => answersWithTrust(house.room('parent'), second))
    const line = (text: string) => other.said.findLastIndex((said) => said.line.includes(text))
    await until('The codes are shown anew', () => line(`http://${second}`) > line(`http://${first}`))
    const page = await house.room('parent').run('curl', '--silent', `http://${second}`)
    assert.ok(page.includes(`<p>http://${second}</p>`) && !page.includes(`http://${first}<`))
  },
)

inHouse(
  'the second name is kept when the first box goes, and the next box gets the first one',
  ['box', 'second', 'parent'],
  async (house) => {
    const avahi = await openAvahi(house.room('parent'))
    const owner = await openBoxIn(house.room('box'))
    await resolvesTo(avahi, first, house.room('box').address)
    const other = await openBoxIn(house.room('second'))
    await resolvesTo(avahi, second, house.room('second').address)
    assert.equal(await owner.end(), 0)
    await resolvesTo(avahi, first, null)
    assert.equal(await avahi.resolve(second), house.room('second').address)
    await openBoxIn(house.room('box'))
    await resolvesTo(avahi, first, house.room('box').address)
    assert.equal(await avahi.resolve(second), house.room('second').address)
    assert.deepEqual(other.complaints(), [])
  },
)

inHouse('two boxes that start at the same moment share the two names', ['box', 'second', 'parent'], async (house) => {
  const avahi = await openAvahi(house.room('parent'))
  const rooms = [house.room('box'), house.room('second')]
  await Promise.all(rooms.map((room) => openBoxIn(room)))
  const found = await until(
    'Each has a name',
    () => Promise.all([avahi.resolve(first), avahi.resolve(second)]),
    (both) => both.every((address) => address !== null),
  )
  assert.deepEqual(
    found.toSorted((a, b) => String(a).localeCompare(String(b))),
    rooms.map(({ address }) => address),
  )
})

inHouse(
  'a box that comes from another network with the same name gives way',
  ['box', 'second', 'parent'],
  async (house) => {
    const avahi = await openAvahi(house.room('parent'))
    const away = house.room('second')
    away.unplug()
    await openBoxIn(house.room('box'))
    const guest = await openBoxIn(away)
    await resolvesTo(avahi, first, house.room('box').address)
    away.plugIn()
    away.setAddress(away.address)
    await resolvesTo(avahi, second, away.address)
    assert.equal(await avahi.resolve(first), house.room('box').address)
    assert.equal(guest.child.exitCode, null)
  },
)

inHouse(
  'a change of address is followed, and so is a network that comes after the start',
  ['box', 'parent'],
  async (house) => {
    const avahi = await openAvahi(house.room('parent'))
    const room = house.room('box')
    room.setAddress(null)
    const box = await openBoxIn(room)
    for (const address of ['10.77.0.50', '10.77.0.51']) {
      room.setAddress(address)
      await resolvesTo(avahi, first, address)
      await until('It has a certificate for it', () => answersWithTrust(house.room('parent'), address))
    }
    room.unplug()
    room.plugIn()
    room.setAddress('10.77.0.52')
    await resolvesTo(avahi, first, '10.77.0.52')
    assert.equal(await answers(house.room('parent'), first), true)
    assert.deepEqual(box.complaints(), [])
  },
)

inHouse(
  'an interface that appears later is served, and each is told of its own addresses alone',
  ['box', 'baby'],
  async (house) => {
    const hearing = await openHearing(house.room('baby'))
    const room = house.room('box')
    const box = await openBoxIn(room)
    await announced(hearing, first)
    const script = `
      ip link add eth1 type veth peer name far1
      ip address add 192.168.78.5/24 dev eth1
      ip link set eth1 up
      ip link set far1 up
    `
    await room.run('sh', '-c', script)
    await until('It has a certificate for it', () => answersWithTrust(room, '192.168.78.5'))
    const already = hearing.packets.length
    await until('It claims the name anew', () =>
      hearing.packets.slice(already - 1).some(({ type }) => type === 'response'),
    )
    await hearing.ask({ name: first, type: 'ANY', way: 'alone' })
    assert.deepEqual(addressesSaid(hearing), [room.address])
    assert.deepEqual(box.complaints(), [])
  },
)

inHouse('more interfaces than the system lets it join cost the first ones nothing', ['box', 'baby'], async (house) => {
  const hearing = await openHearing(house.room('baby'))
  const room = house.room('box')
  const script = `
    for number in $(seq 1 21); do
      ip link add eth$number type veth peer name far$number
      ip address add 192.168.$((100 + number)).5/24 dev eth$number
      ip link set eth$number up
      ip link set far$number up
    done
  `
  await room.run('sh', '-c', script)
  const box = await openBoxIn(room)
  await announced(hearing, first)
  assert.equal(box.complaints().filter((line) => line.includes('on 20 interfaces of 22')).length, 1)
})

inHouse('it listens on what the README lists, and sends nothing out of the house', ['box', 'baby'], async (house) => {
  const hearing = await openHearing(house.room('baby'))
  const room = house.room('box')
  await addVirtualInterfaces(room)
  await openBoxIn(room)
  await announced(hearing, first)
  const lines = (await room.run('ss', '-H', '-l', '-n', '-t', '-u')).trim().split('\n')
  const listening = lines.map((line) => line.split(/\s+/)).map(([kind, , , , local]) => `${kind} ${local}`)
  assert.deepEqual([...new Set(listening)].toSorted(), [
    'tcp *:443',
    'tcp *:80',
    'udp 0.0.0.0:5353',
    `udp ${room.address}:5353`,
  ])
  const connected = (await room.run('ss', '-H', '-n', '-t', '-u')).trim()
  assert.equal(connected, '')
  assert.equal(room.refusedPackets(), 0)
})

inHouse('docker0, bridges, tunnels and link-local addresses are not announced', ['box', 'baby'], async (house) => {
  const hearing = await openHearing(house.room('baby'))
  const room = house.room('box')
  await addVirtualInterfaces(room)
  await openBoxIn(room)
  await announced(hearing, first)
  await hearing.ask({ name: first, type: 'ANY', way: 'alone' })
  assert.deepEqual(addressesSaid(hearing), [room.address])
})

inHouse('a list of interfaces overrides that choice', ['box', 'baby'], async (house) => {
  const hearing = await openHearing(house.room('baby'))
  const room = house.room('box')
  await addVirtualInterfaces(room)
  await room.run('ip', 'link', 'set', 'wlan0', 'down')
  await room.run('ip', 'link', 'set', 'wlan0', 'name', 'tun9')
  await room.run('ip', 'link', 'set', 'tun9', 'up')
  await room.run('ip', 'route', 'replace', '224.0.0.0/4', 'dev', 'tun9')
  await openBoxIn(room, { BEDDYBYTES_INTERFACES: 'tun9, eth7' })
  await announced(hearing, first)
  assert.deepEqual(addressesSaid(hearing), [room.address])
})

inHouse('in a network without IPv4 it is found by IPv6', ['box', 'parent'], async (house) => {
  for (const [index, name] of ['box', 'parent'].entries()) {
    const room = house.room(name)
    room.setAddress(null)
    await room.run('ip', 'address', 'add', `fd00:77::${index + 1}/64`, 'dev', 'wlan0', 'nodad')
  }
  const avahi = await openAvahi(house.room('parent'))
  const box = await openBoxIn(house.room('box'))
  await until(
    'The name is known',
    () => avahi.resolve(first, 6),
    (address) => address === 'fd00:77::1',
  )
  assert.equal(await answers(house.room('parent'), '[fd00:77::1]'), true)
  assert.deepEqual(box.complaints(), [])
})

inHouse('a send that fails is told once and costs nothing else', ['box', 'parent'], async (house) => {
  const avahi = await openAvahi(house.room('parent'))
  const room = house.room('box')
  await room.run('nft', 'insert', 'rule', 'inet', 'guard', 'output', 'udp', 'dport', '5353', 'drop')
  const box = await openBoxIn(room)
  await until('It complains', () => box.complaints().length > 0)
  assert.equal(await answers(house.room('parent'), room.address), true)
  await room.run('nft', 'flush', 'chain', 'inet', 'guard', 'output')
  await room.run('nft', 'chain', 'inet', 'guard', 'output', '{ policy accept ; }')
  await resolvesTo(avahi, first, room.address)
  const complaints = box.complaints()
  assert.equal(complaints.length, 1)
  assert.ok(complaints[0]?.includes(`https://${room.address}`))
})

inHouse('a network that cannot be reached is told once and costs nothing else', ['box', 'baby'], async (house) => {
  const hearing = await openHearing(house.room('baby'))
  const room = house.room('box')
  const box = await openBoxIn(room)
  await announced(hearing, first)
  // The address stays, and the system answers a send with EHOSTUNREACH.
  await room.run('ip', 'route', 'flush', 'dev', 'wlan0')
  for (const route of ['224.0.0.0/4', '10.77.0.0/24', 'default']) {
    await room.run('ip', 'route', 'add', 'unreachable', route)
  }
  const asked = hearing.ask({ name: first, type: 'A', way: 'alone' }).catch(() => null)
  await until('It complains', () => box.complaints().length > 0)
  assert.equal(await answers(room, '127.0.0.1'), true)
  await room.run('ip', 'route', 'flush', 'type', 'unreachable')
  room.setAddress('10.77.0.60')
  await asked
  const { answers: records } = await hearing.ask({ name: first, type: 'A', way: 'alone' })
  assert.deepEqual(
    records.map(({ data }) => data),
    ['10.77.0.60'],
  )
  assert.equal(box.complaints().length, 1)
})

inHouse('a port that is taken is told once, and used as soon as it is free', ['box', 'parent'], async (house) => {
  const avahi = await openAvahi(house.room('parent'))
  const room = house.room('box')
  const holding = `require('node:dgram').createSocket('udp4').bind(5353, () => console.log('held'))`
  const holder = room.spawn([process.execPath, '-e', holding], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(holder.stdout!, 'data')
  const box = await openBoxIn(room)
  await until('It complains', () => box.complaints().length > 0)
  assert.equal(await answers(house.room('parent'), room.address), true)
  holder.kill()
  await resolvesTo(avahi, first, room.address, 30_000)
  assert.deepEqual(box.complaints(), [
    `Another program keeps port 5353/udp for itself, so nobody can find ${first}. Phones reach the box at https://${room.address}`,
  ])
})

inHouse('it lives beside Avahi on one machine, before and after it', ['box', 'parent'], async (house) => {
  const room = house.room('box')
  const beside = await openAvahi(room, 'beddybytes')
  const avahi = await openAvahi(house.room('parent'))
  await resolvesTo(avahi, first, room.address)
  const box = await openBoxIn(room)
  const services = async () => await avahi.services('_beddybytes._tcp')
  await until('Its service is found', services, (found) => found.includes(`${first}:443`))
  assert.equal(await beside.resolve(first), room.address)
  assert.equal(await box.end(), 0)
  // The machine's own name is still there when the box is gone.
  await resolvesTo(avahi, first, room.address)
  await until('Its service is gone', services, (found) => found.length === 0)
})

async function announced(hearing: Hearing, name: string): Promise<void> {
  await until(`${name} is announced`, () =>
    hearing.packets.some((packet) => packet.answers?.some((answer) => answer.type === 'A' && answer.name === name)),
  )
}

function addressesSaid({ packets }: Hearing): unknown[] {
  const records = packets.flatMap(({ answers: said, authorities, additionals }) => [
    ...said,
    ...authorities,
    ...additionals,
  ])
  const addresses = records.filter(({ name, type }) => name === first && (type === 'A' || type === 'AAAA'))
  return [...new Set(addresses.map(({ data }) => data))]
}

/** Each with a carrier, or Node would not list it anyway. */
async function addVirtualInterfaces(room: Room): Promise<void> {
  const script = `
    set -e
    ip link add docker0 type bridge
    ip link add veth1a2b3c type veth peer name eth7
    ip link set veth1a2b3c master docker0
    ip address add 172.17.0.1/16 dev docker0
    ip address add 169.254.7.7/16 dev wlan0
    ip link add br-0a1b2c type bridge
    ip link add veth4d5e6f type veth peer name eth8
    ip link set veth4d5e6f master br-0a1b2c
    ip address add 172.18.0.1/16 dev br-0a1b2c
    ip link add tun7 type veth peer name eth9
    ip address add 10.8.0.2/24 dev tun7
    for link in docker0 br-0a1b2c veth1a2b3c eth7 veth4d5e6f eth8 tun7 eth9; do ip link set $link up; done
  `
  await room.run('sh', '-c', script)
}
