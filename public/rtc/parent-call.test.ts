import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createParentCall } from './parent-call.ts'

class FakeConnection extends EventTarget {
  static made: FakeConnection[] = []
  bytes = 0
  broken = false
  constructor() {
    super()
    FakeConnection.made.push(this)
  }
  createDataChannel = (): EventTarget => new EventTarget()
  setLocalDescription = (): Promise<void> => Promise.resolve()
  setRemoteDescription = (): Promise<void> => Promise.resolve()
  getReceivers = (): object[] => [{ track: { kind: 'audio' } }]
  getStats(): Promise<object[]> {
    if (this.broken) return Promise.reject(new DOMException('', 'OperationError'))
    return Promise.resolve([{ type: 'inbound-rtp', kind: 'audio', bytesReceived: this.bytes }])
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
