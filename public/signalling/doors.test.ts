import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { silenceMs } from '../shared/protocol.ts'
import { createDoors } from './doors.ts'
import type { DoorEvents } from './doors.ts'

const { socket: openSocket, events: openEventStream } = createDoors('/signal')

class FakeSocket extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static made: FakeSocket[] = []
  readyState = FakeSocket.CONNECTING
  closed = 0
  constructor() {
    super()
    FakeSocket.made.push(this)
  }
  open(): void {
    this.readyState = FakeSocket.OPEN
    this.dispatchEvent(new Event('open'))
  }
  close(): void {
    this.closed += 1
    this.readyState = 3
  }
}

class FakeSource extends EventTarget {
  static made: FakeSource[] = []
  closed = false
  constructor() {
    super()
    FakeSource.made.push(this)
  }
  close(): void {
    this.closed = true
  }
}

interface Post {
  readonly body: unknown
  readonly signal: AbortSignal
  answer(): void
}

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  FakeSocket.made = []
  FakeSource.made = []
  const posts: Post[] = []
  const globals = {
    WebSocket: FakeSocket,
    EventSource: FakeSource,
    location: { href: 'https://beddybytes.local/parent' },
    fetch: (_: string, { body, signal }: { body: unknown; signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')))
        posts.push({ body, signal, answer: () => resolve({ ok: true }) })
      }),
  }
  const before = Object.entries(globals).map(
    ([name]) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  )
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  t.after(() => {
    for (const [name, descriptor] of before)
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name)
      else Object.defineProperty(globalThis, name, descriptor)
  })
  const news: string[] = []
  const events: DoorEvents = {
    opened: () => news.push('opened'),
    frame: (text) => news.push(text),
    closed: () => news.push('closed'),
  }
  const openStream = async (...frames: string[]) => {
    const door = openEventStream(events)
    FakeSource.made[0]?.dispatchEvent(new MessageEvent('connection', { data: 'token' }))
    for (const frame of frames) door.send(frame)
    await settled()
    return door
  }
  return {
    events,
    news,
    posts,
    openStream,
    source: () => FakeSource.made[0],
    socket: () => FakeSocket.made[0],
    tick: (ms: number) => t.mock.timers.tick(ms),
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('a broken event stream is let go at once, with the posts that hang in it', async (t) => {
  const { openStream, posts, source, news } = setUp(t)
  const door = await openStream('one')
  door.drop()
  assert.deepEqual([source()?.closed, posts[0]?.signal.aborted], [true, true])
  await settled()
  assert.deepEqual(news, ['opened'])
})

test('an orderly close waits for what was said last', async (t) => {
  const { openStream, posts, source, tick } = setUp(t)
  const door = await openStream('leave')
  door.close()
  tick(900)
  assert.deepEqual([source()?.closed, posts[0]?.signal.aborted], [false, false])
  posts[0]?.answer()
  await settled()
  assert.equal(source()?.closed, true)
})

test('but not longer than 1 s', async (t) => {
  const { openStream, posts, source, tick } = setUp(t)
  const door = await openStream('leave', 'more')
  door.close()
  tick(1000)
  assert.deepEqual([source()?.closed, posts[0]?.signal.aborted], [true, true])
  await settled()
  assert.equal(posts.length, 1)
})

test('a post that gets no answer fails the door before the silence does', async (t) => {
  const { openStream, source, news, tick } = setUp(t)
  await openStream('one')
  tick(silenceMs - 1)
  assert.deepEqual([source()?.closed, news], [true, ['opened', 'closed']])
})

test('a socket that is not wanted any more is closed when it opens', (t) => {
  const { events, news, socket } = setUp(t)
  openSocket(events).close()
  assert.equal(socket()?.closed, 0, 'closing it now would make browsers complain')
  socket()?.open()
  assert.deepEqual([socket()?.closed, news], [1, []])
})

test('and given up when it does not open', (t) => {
  const { events, socket, tick } = setUp(t)
  openSocket(events).close()
  tick(3000)
  assert.equal(socket()?.closed, 1)
})

test('one that is broken is closed at once: another could not be opened beside it', (t) => {
  const { events, socket, news } = setUp(t)
  openSocket(events).drop()
  assert.deepEqual([socket()?.closed, news], [1, []])
})

test('a socket that failed by itself is left alone', (t) => {
  const { events, socket, news, tick } = setUp(t)
  openSocket(events).close()
  socket()?.dispatchEvent(new Event('error'))
  tick(3000)
  assert.deepEqual([socket()?.closed, news], [0, []])
})
