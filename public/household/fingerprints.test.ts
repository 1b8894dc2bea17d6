import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fingerprintsOf } from './fingerprints.ts'

const one = 'a=fingerprint:sha-256 AA:01'
const other = 'a=fingerprint:sha-256 BB:02'
const audio = 'm=audio 9 UDP/TLS/RTP/SAVPF 111'
const video = 'm=video 9 UDP/TLS/RTP/SAVPF 96'

const cases: [string, readonly string[], string | null][] = [
  ['of the media, all the same', ['v=0', audio, one, video, one], 'sha-256 aa:01'],
  ['of the session alone', ['v=0', one, audio, video], 'sha-256 aa:01'],
  ['of both, the same', ['v=0', one, audio, one, video], 'sha-256 aa:01'],
  ['several, in their order', ['v=0', audio, one, other], 'sha-256 aa:01,sha-256 bb:02'],
  ['written otherwise', ['v=0', audio, 'a=FINGERPRINT: SHA-256  aa:01 '], 'sha-256 aa:01'],
  ['media that differ', ['v=0', audio, one, video, other], null],
  ['media that have more than their neighbours', ['v=0', audio, one, video, one, other], null],
  ['media that differ from the session', ['v=0', one, audio, other], null],
  ['media without any beside media with one', ['v=0', audio, one, video], null],
  ['media without any that were turned down', ['v=0', audio, one, 'm=video 0 UDP/TLS/RTP/SAVPF 96'], 'sha-256 aa:01'],
  ['one that cannot be read', ['v=0', audio, one, 'a=fingerprint:sha-256'], null],
  ['one with more behind it', ['v=0', audio, 'a=fingerprint:sha-256 AA:01 BB:02'], null],
  ['none', ['v=0', audio], null],
  ['no media', ['v=0', one], null],
  ['nothing', [], null],
]

for (const ending of ['\r\n', '\n']) {
  for (const [what, lines, expected] of cases) {
    test(`fingerprints: ${what}, with ${JSON.stringify(ending)}`, () => {
      assert.equal(fingerprintsOf(lines.map((line) => line + ending).join('')), expected)
    })
  }
}
