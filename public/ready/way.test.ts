import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWay } from './way.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

function report(...rows: Row[]): RTCStatsReport {
  return new Map(rows.map((row) => [row.id, row])) as unknown as RTCStatsReport
}

const local = { id: 'L', type: 'local-candidate', candidateType: 'host' }
const remote = { id: 'R', type: 'remote-candidate', candidateType: 'host' }
const pair = {
  id: 'P',
  type: 'candidate-pair',
  localCandidateId: 'L',
  remoteCandidateId: 'R',
  currentRoundTripTime: 0.012,
}
const sound = { id: 'a', type: 'inbound-rtp', kind: 'audio', packetsReceived: 500, packetsLost: 5 }
const picture = {
  id: 'v',
  type: 'inbound-rtp',
  kind: 'video',
  packetsReceived: 900,
  packetsLost: 0,
  framesDecoded: 300,
}
const transport = { id: 'T', type: 'transport', selectedCandidatePairId: 'P' }

test('the pair in use tells the way and how long it takes, the streams what was lost on it', () => {
  assert.deepEqual(readWay(report(transport, pair, local, remote, sound, picture)), {
    direct: true,
    rttMs: 12,
    packets: 1400,
    lost: 5,
    frames: 300,
  })
})

test('an address that was learnt from the first packet is as direct', () => {
  assert.equal(readWay(report(transport, pair, local, { ...remote, candidateType: 'prflx' })).direct, true)
})

test('what goes over a server is not', () => {
  for (const candidateType of ['srflx', 'relay']) {
    assert.equal(readWay(report(transport, pair, { ...local, candidateType }, remote)).direct, false)
  }
})

test('Firefox marks the pair, Safari nominates it', () => {
  const other = { ...pair, id: 'Q', localCandidateId: 'none' }
  assert.equal(readWay(report(other, { ...pair, selected: true }, local, remote)).direct, true)
  assert.equal(readWay(report(other, { ...pair, nominated: true, state: 'succeeded' }, local, remote)).direct, true)
})

test('a browser that does not tell says neither yes nor no', () => {
  assert.deepEqual(readWay(report(sound)), { direct: null, rttMs: null, packets: 500, lost: 5, frames: 0 })
})
