// `scripts/house`: a house of network namespaces to try things in by hand.

import { spawnSync } from 'node:child_process'
import { enterRoom, hasOwner, openHouse, standingHouses, takeDown, usualRooms, whyNoHouse } from './house.ts'
import { environment } from './shell.ts'

const usage = `Usage:
  scripts/house up [ROOM...]         builds a house and prints its name; rooms are ${usualRooms.join(', ')} if none is given
  scripts/house exec ROOM COMMAND... runs a command in a room (BEDDYBYTES_HOUSE=NAME says in which house, if there are several)
  scripts/house down [NAME]          takes down that house, or all that no running test owns`

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
  case undefined:
  default:
    fail(usage)
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
