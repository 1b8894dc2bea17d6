import assert from 'node:assert/strict'
import { test } from 'node:test'
import { candidatePayload, isHostCandidate, withHostCandidates } from './candidates.ts'

const host = 'candidate:1 1 udp 2122260223 192.168.1.20 50000 typ host generation 0 ufrag a network-id 1'
const hidden = 'candidate:2 1 udp 2122260223 4f1b.local 50001 typ host generation 0'
const reflexive = 'candidate:3 1 udp 1686052607 203.0.113.9 50002 typ srflx raddr 192.168.1.20 rport 50000'
const relay = 'candidate:4 1 udp 41885439 203.0.113.9 50003 typ relay raddr 203.0.113.9 rport 9'
const liar = 'candidate:5 1 udp 41885439 203.0.113.9 50003 typ relay raddr 10.0.0.1 rport 9 generation typ hosted'

test('a phone’s own address is taken, by number and by hidden name', () => {
  assert.equal(isHostCandidate(host), true)
  assert.equal(isHostCandidate(`a=${host}`), true)
  assert.equal(isHostCandidate(hidden), true)
})

test('what a server reflected or relays is not taken', () => {
  for (const candidate of [reflexive, relay, liar, '', 'typ host']) assert.equal(isHostCandidate(candidate), false)
})

test('a description keeps everything but foreign candidates', () => {
  const sdp = ['v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 111', `a=${host}`, `a=${relay}`, `a=${reflexive}`, 'a=mid:0', '']
  assert.deepEqual(withHostCandidates(sdp.join('\r\n')).split('\r\n'), [
    'v=0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    `a=${host}`,
    'a=mid:0',
    '',
  ])
})

test('only own candidates are sent, and not the sign that there are no more', () => {
  assert.deepEqual(candidatePayload({ candidate: host, sdpMid: '0', sdpMLineIndex: 0 }), {
    kind: 'candidate',
    candidate: host,
    sdpMid: '0',
    sdpMLineIndex: 0,
  })
  assert.equal(candidatePayload({ candidate: relay, sdpMid: '0' }), null)
  assert.equal(candidatePayload({ candidate: '' }), null)
  assert.equal(candidatePayload(null), null)
})
