// The promises of privacy, counted by the packet; `scripts/house privacy` does the same for longer and prints the report.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyNoAvahi } from './avahi.ts'
import { whyNoHouse } from './house.ts'
import { reportPrivacy } from './privacy/report.ts'
import { attempt } from './shell.ts'

const reason = whyNoHouse() ?? whyNoAvahi() ?? (attempt('sh', '-c', 'command -v tcpdump') ? null : 'no tcpdump')
const streamMs = 40_000

test(
  'while it streams nothing leaves the house, and the box sees only TLS and its name',
  { skip: reason === null ? false : `There can be no house here: ${reason}`, timeout: 240_000 },
  async () => {
    const lines = await reportPrivacy(streamMs, () => undefined)
    assert.deepEqual(
      lines.filter(({ holds }) => !holds),
      [],
    )
  },
)
