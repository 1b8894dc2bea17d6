// `scripts/house`: a house of network namespaces to try things in by hand.

import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { enterRoom, hasOwner, openHouse, standingHouses, takeDown, usualRooms, whyNoHouse } from './house.ts'
import { environment } from './shell.ts'

const usage = `Usage:
  scripts/house up [ROOM...]         builds a house and prints its name; rooms are ${usualRooms.join(', ')} if none is given
  scripts/house exec ROOM COMMAND... runs a command in a room (BEDDYBYTES_HOUSE=NAME says in which house, if there are several)
  scripts/house down [NAME]          takes down that house, or all that no running test owns
  scripts/house privacy [--minutes N] streams in a house of its own, counts every packet, and says what of the promises holds
  scripts/house outages [--seconds N] [--tries N] takes either phone's link away, again and again, and says when frames are back
  scripts/house soak [--hours N] [--seed S] two babies, three parents and everything that can go wrong; was every claim true?`

const [verb, ...rest] = process.argv.slice(2)
const reason = whyNoHouse()
if (reason !== null) fail(`There can be no house here: ${reason}.`)

switch (verb) {
  case 'up': {
    const { name } = await openHouse({ outlives: true, ...(rest.length > 0 ? { rooms: rest } : {}) })
    process.stdout.write(`${name}\n`)
    // Its name server holds on to nothing of this process, but Node would wait for the pipe's end.
    process.exit(0)
  }
  case 'exec': {
    const [room, ...words] = rest
    if (room === undefined || words.length === 0) fail(usage)
    const [program, ...inside] = enterRoom(theHouse(), room).command(...words)
    const { status, signal } = spawnSync(program, inside, { stdio: 'inherit', env: environment() })
    process.exit(status ?? (signal === 'SIGINT' ? 130 : 1))
  }
  case 'down': {
    const wanted = rest.length > 0 ? rest : standingHouses().filter((house) => !hasOwner(house))
    const unknown = wanted.find((house) => !standingHouses().includes(house))
    if (unknown !== undefined) fail(`There is no house ${unknown}.`)
    for (const house of wanted) takeDown(house)
    break
  }
  case 'privacy': {
    const { reportPrivacy } = await import('./privacy/report.ts')
    const { minutes } = numbersOf({ minutes: 10 })
    const lines = await reportPrivacy(minutes * 60_000, (line) => process.stderr.write(`${line}\n`))
    for (const { claim, found, holds } of lines) {
      process.stdout.write(`${holds ? 'holds ' : 'BROKEN'}  ${claim}: ${found}\n`)
    }
    process.exit(lines.every(({ holds }) => holds) ? 0 : 1)
  }
  case 'outages': {
    const { heading, measureOutages, promisedMs } = await import('./outages.ts')
    const { seconds, tries } = numbersOf({ seconds: 5, tries: 20 })
    process.stdout.write(`${heading}\n`)
    const all = await measureOutages({ seconds: [seconds], tries }, (line) => process.stdout.write(`${line}\n`))
    process.exit(all.every(({ backMs }) => backMs.every((ms) => ms !== null && ms <= promisedMs)) ? 0 : 1)
  }
  case 'soak': {
    const { soak } = await import('./soak/soak.ts')
    const { isMet, tableOf } = await import('./soak/table.ts')
    const { hours, seed } = numbersOf({ hours: 1, seed: 1 })
    const found = await soak({ durationS: hours * 3600, seed, say: (line) => process.stderr.write(`${line}\n`) })
    for (const remark of found.remarks) process.stderr.write(`${remark}\n`)
    process.stdout.write(`${tableOf(found, hours, seed)}\n`)
    process.exit(isMet(found) ? 0 : 1)
  }
  case undefined:
  default:
    fail(usage)
}

/** Options that are numbers, each with its preset. */
function numbersOf<Name extends string>(presets: Readonly<Record<Name, number>>): Readonly<Record<Name, number>> {
  const names = Object.keys(presets) as Name[]
  const options = Object.fromEntries(
    names.map((name) => [name, { type: 'string', default: String(presets[name]) } as const]),
  )
  const { values } = parseArgs({ args: rest, options })
  const numbers = names.map((name) => [name, Number(values[name])] as const)
  if (numbers.some(([, number]) => !Number.isFinite(number) || number <= 0)) fail(usage)
  return Object.fromEntries(numbers) as Record<Name, number>
}

function theHouse(): string {
  const houses = standingHouses().filter((house) => !hasOwner(house))
  const house = process.env['BEDDYBYTES_HOUSE'] ?? houses.at(-1)
  if (house === undefined) fail('There is no house: scripts/house up builds one.')
  return house
}

function fail(line: string): never {
  process.stderr.write(`${line}\n`)
  process.exit(2)
}
