import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Report, StationMessage } from '../shared/station-protocol.ts'
import { createParentCall } from './parent-call.ts'

class FakeConnection extends EventTarget {
  static made: FakeConnection[] = []
  bytes = 0
  broken = false
  constructor() {
    super()
    FakeConnection.made.push(this)
  }
  kinds = ['audio']
  readonly channels: EventTarget[] = []
  createDataChannel(): EventTarget {
    const channel = new EventTarget()
    this.channels.push(channel)
    return channel
  }
  setLocalDescription = (): Promise<void> => Promise.resolve()
  setRemoteDescription = (): Promise<void> => Promise.resolve()
  getReceivers = (): object[] => this.kinds.map((kind) => ({ track: { kind } }))
  getTransceivers = (): object[] => []
  getStats(): Promise<object[]> {
    if (this.broken) return Promise.reject(new DOMException('', 'OperationError'))
    const { bytes } = this
    return Promise.resolve(
      this.kinds.map((kind) => ({ type: 'inbound-rtp', kind, bytesReceived: bytes, framesDecoded: bytes })),
    )
  }
  close(): void {}
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('goes on looking after counters that could not be read', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  Object.assign(globalThis, {
    RTCPeerConnection: FakeConnection,
    MediaStream: Object,
    document: { hidden: false },
  })
  t.after(() => {
    for (const name of ['RTCPeerConnection', 'MediaStream', 'document']) Reflect.deleteProperty(globalThis, name)
  })
  const verdicts: string[] = []
  const bytes: number[] = []
  const call = createParentCall({
    send: () => undefined,
    stream: () => undefined,
    counters: ({ audio }) => bytes.push(audio?.bytes ?? 0),
    media: (verdict) => verdicts.push(verdict),
    message: () => assert.fail('message'),
    failed: () => assert.fail('failed'),
    closed: () => undefined,
    stopped: () => assert.fail('stopped'),
  })
  call.answer('')
  const [connection] = FakeConnection.made
  assert.ok(connection)
  connection.bytes = 80
  await settled()
  assert.deepEqual(verdicts, ['live'])
  connection.broken = true
  t.mock.timers.tick(1000)
  await settled()
  assert.deepEqual(verdicts, ['live'])
  connection.broken = false
  t.mock.timers.tick(1000)
  await settled()
  assert.deepEqual(verdicts, ['live', 'live'])
  assert.deepEqual(bytes, [80, 80])
  call.close()
})

const report: Report = {
  type: 'report',
  number: 1,
  microphone: 'live',
  camera: 'live',
  frames: 1,
  awake: 'on',
  visible: true,
  battery: null,
  levels: [],
  floor: null,
  movement: null,
  parents: 1,
  dropped: 0,
}

test('while the baby says that its camera is off, sound alone is expected and handed on; then the picture is again', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const Stream = class {
    readonly kinds: string[]
    constructor(tracks: readonly { readonly kind: string }[]) {
      this.kinds = tracks.map(({ kind }) => kind)
    }
  }
  Object.assign(globalThis, { RTCPeerConnection: FakeConnection, MediaStream: Stream, document: { hidden: false } })
  t.after(() => {
    for (const name of ['RTCPeerConnection', 'MediaStream', 'document']) Reflect.deleteProperty(globalThis, name)
  })
  const handed: string[] = []
  const counted: boolean[] = []
  const call = createParentCall({
    send: () => undefined,
    stream: (stream, picture) =>
      handed.push(`${(stream as unknown as { kinds: string[] }).kinds.join('+')} ${picture}`),
    counters: ({ video }) => counted.push(video !== null),
    media: () => undefined,
    message: () => undefined,
    failed: () => assert.fail('failed'),
    closed: () => undefined,
    stopped: () => assert.fail('stopped'),
  })
  const connection = FakeConnection.made.at(-1)
  assert.ok(connection)
  connection.kinds = ['audio', 'video']
  call.answer('')
  await settled()
  const hear = async (message: StationMessage): Promise<void> => {
    connection.channels[0]?.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
    t.mock.timers.tick(1000)
    await settled()
  }
  await hear({ ...report, camera: 'none' })
  await hear({ ...report, camera: 'none' })
  await hear(report)
  assert.deepEqual(handed, ['audio+video true', 'audio false', 'audio+video true'])
  assert.deepEqual(counted, [true, false, false, true])
  call.close()
})
