import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstReply, isHeard, mayReport, nextReply, packetsIn, silentMs, unheardReportMs } from './reply.ts'

/** Ten packets each 100 ms while `hears` says so; gives when whole pictures were sent. */
function pictures(hears: (atMs: number) => boolean, untilMs: number): number[] {
  let reply = firstReply(0)
  let packets = 0
  const sent: number[] = []
  for (let atMs = 0, lookAtMs = 0; atMs <= untilMs; atMs += 100) {
    if (hears(atMs)) packets += 10
    if (atMs < lookAtMs) continue
    const next = nextReply(reply, packets, atMs)
    reply = next.reply
    if (next.picture) sent.push(atMs)
    lookAtMs = atMs + next.againMs
  }
  return sent
}

test('nobody who is heard gets a whole picture unasked, and half a second of silence is nothing', () => {
  assert.deepEqual(
    pictures(() => true, 20_000),
    [],
  )
  assert.deepEqual(
    pictures((atMs) => atMs < 3000 || atMs > 3500, 6000),
    [],
  )
})

test('whoever falls silent gets one now and then, and one when it is heard again', () => {
  const sent = pictures((atMs) => atMs < 3000 || atMs > 6050, 9000)
  assert.equal(sent.at(-1), 6100)
  assert.ok(sent.length >= 3 && sent.length <= 5, sent.join())
})

test('a long silence brings no flood of pictures, and its end brings one within a tenth of a second', () => {
  const sent = pictures((atMs) => atMs < 1000 || atMs > 60_050, 70_000)
  assert.ok(sent.length <= 16, sent.join())
  assert.equal(sent.at(-1), 60_100)
  assert.ok(sent.slice(0, -1).every((atMs) => atMs < 9000))
})

test('who was heard a moment ago is heard', () => {
  const reply = { ...firstReply(0), heardMs: 1000 }
  assert.deepEqual([isHeard(reply, 2000), isHeard(reply, 3000)], [true, false])
})

test('counts what the transport has received', async () => {
  const stats = [{ type: 'transport', packetsReceived: 7 }, { type: 'outbound-rtp' }]
  assert.equal(await packetsIn({ getStats: () => Promise.resolve(stats as unknown as RTCStatsReport) }), 7)
  assert.equal(await packetsIn({ getStats: () => Promise.resolve([] as unknown as RTCStatsReport) }), null)
})

test('a parent that is heard gets each report, one that is not gets few: too many on their way would keep back the first that it could hear', () => {
  const reply = firstReply(0)
  const sent = (fromMs: number, untilMs: number): number => {
    let count = 0
    let reportedMs = fromMs
    for (let atMs = fromMs + 500; atMs <= untilMs; atMs += 500) {
      if (!mayReport(reply, reportedMs, atMs)) continue
      reportedMs = atMs
      count += 1
    }
    return count
  }
  assert.equal(sent(0, silentMs - 200), 2)
  assert.equal(sent(silentMs, silentMs + 3 * unheardReportMs), 3)
})
