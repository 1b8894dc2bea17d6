// The reference for the stations: pages with RTCPeerConnections and nothing in between but the bare relay. The camera runs before anybody
// taps, the socket is open, and the camera is asked for the same as by the Baby Station. `?seat=0` is the baby, 1 and more are parents.
// After an outage it does what the specification has for it: ICE restarts, as long as a connection is lost, by a socket that is opened anew.

import { constraintsFor, kindsOf } from '../../public/baby/constraints.ts'

interface Message {
  readonly from: number
  readonly join?: true
  readonly leave?: true
  /** Asks the baby to offer anew. */
  readonly restart?: true
  readonly description?: RTCSessionDescriptionInit
  readonly candidate?: RTCIceCandidateInit
}

declare global {
  interface Window {
    /** Records what the parent sees into the page's memory; the function ends it and downloads the file. */
    recordInMemory(): () => void
  }
}

let socket: WebSocket
const seat = Number(new URLSearchParams(location.search).get('seat') ?? 1)
const baby = 0
/** A socket on which nothing is heard for so long is taken for lost; one that opens may be held back by the browser for 5 s. */
const patienceMs = { open: 3000, opening: 10_000 }
const everyMs = 1000
/** Until an ICE restart that has not helped is tried again. */
const againMs = 2000
/** By the other's seat. */
const connections = new Map<number, RTCPeerConnection>()
/** Those that have been there. */
const met = new WeakSet<RTCPeerConnection>()
const restartedMs = new WeakMap<RTCPeerConnection, number>()

/** The relay reads the first letter only. */
const say = (to: number, message: Omit<Message, 'from'>): void => {
  if (socket.readyState === WebSocket.OPEN) socket.send(to + JSON.stringify({ from: seat, ...message }))
}

/** Tells what is going on to whoever looks from outside. */
const show = (state: string): void => {
  document.title = state
}

function connect(other: number): RTCPeerConnection {
  const made = new RTCPeerConnection({ iceServers: [] })
  made.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate !== null) say(other, { candidate: candidate.toJSON() })
  })
  made.addEventListener('connectionstatechange', () => {
    if (made.connectionState === 'connected') met.add(made)
    else restartLost()
  })
  connections.set(other, made)
  return made
}

/** The baby offers; a parent can only ask it to. */
function restartLost(): void {
  // An offer that nobody gets would only be in the way of the next.
  if (socket.readyState !== WebSocket.OPEN) return
  for (const [other, made] of connections) {
    if (made.connectionState === 'connected' || !met.has(made)) continue
    if (seat === baby) void restart(other, made)
    else say(other, { restart: true })
  }
}

async function restart(other: number, made: RTCPeerConnection): Promise<void> {
  // The former one has a right to be answered.
  if (performance.now() - (restartedMs.get(made) ?? -Infinity) < againMs) return
  restartedMs.set(made, performance.now())
  made.restartIce()
  await describe(other, made)
}

async function describe(other: number, made: RTCPeerConnection): Promise<void> {
  await made.setLocalDescription()
  if (made.localDescription !== null) say(other, { description: made.localDescription.toJSON() })
}

async function hear(message: Message, tracks: readonly MediaStreamTrack[]): Promise<void> {
  const { from } = message
  const connection = connections.get(from)
  if (message.join) {
    const made = connect(from)
    for (const track of tracks) made.addTransceiver(track, { direction: 'sendonly' })
    show('calling')
    await describe(from, made)
  } else if (message.leave) {
    connection?.close()
    connections.delete(from)
    show('ready')
  } else if (message.restart) {
    // Whatever it looks like from here.
    if (connection !== undefined) await restart(from, connection)
  } else if (message.description) {
    await connection?.setRemoteDescription(message.description)
    if (message.description.type === 'offer' && connection !== undefined) await describe(from, connection)
  } else if (message.candidate) await connection?.addIceCandidate(message.candidate)
}

async function beBaby(): Promise<readonly MediaStreamTrack[]> {
  const automatic = { id: '', label: '' }
  const choice = { microphone: automatic, camera: automatic }
  const stream = await navigator.mediaDevices.getUserMedia(constraintsFor(choice, kindsOf(choice), false))
  return stream.getTracks()
}

function beParent(): void {
  const stream = new MediaStream()
  const video = document.createElement('video')
  video.autoplay = true
  video.playsInline = true
  const button = document.createElement('button')
  button.append('Watch')
  button.addEventListener('click', () => {
    connect(baby).addEventListener('track', ({ track }) => {
      stream.addTrack(track)
      video.srcObject = stream
    })
    say(baby, { join: true })
  })
  document.body.append(button, video)
  window.addEventListener('pagehide', () => {
    say(baby, { leave: true })
    connections.get(baby)?.close()
  })
  window.recordInMemory = () => recordInMemory(stream)
}

/** As most pages do it. */
function recordInMemory(stream: MediaStream): () => void {
  const recorder = new MediaRecorder(stream)
  const chunks: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data))
  recorder.addEventListener('stop', () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(chunks, { type: recorder.mimeType }))
    link.download = 'recording'
    link.click()
  })
  recorder.start(1000)
  return () => recorder.stop()
}

let tracks: readonly MediaStreamTrack[] = []
// One after the other, as they were sent. An answer may be to an offer that another has taken the place of.
let hearing = Promise.resolve()
let heardMs = 0

/** Resolves when it is open. */
function openSocket(): Promise<void> {
  const mine = new WebSocket(`wss://${location.host}/room/nursery/${seat}`)
  socket = mine
  heardMs = performance.now()
  mine.addEventListener('message', ({ data }: MessageEvent<string>) => {
    heardMs = performance.now()
    hearing = hearing.then(() => hear(JSON.parse(data.slice(1)) as Message, tracks)).catch(() => undefined)
  })
  return new Promise((resolve) => mine.addEventListener('open', () => resolve(), { once: true }))
}

async function reopenSocket(): Promise<void> {
  socket.close()
  await openSocket()
  restartLost()
}

/** The relay hands on what it gets, to whoever says it, too. */
setInterval(() => {
  const isClosed = socket.readyState === WebSocket.CLOSED
  const mostMs = patienceMs[socket.readyState === WebSocket.OPEN ? 'open' : 'opening']
  if (isClosed || performance.now() - heardMs > mostMs) void reopenSocket()
  else say(seat, {})
  restartLost()
}, everyMs)
window.addEventListener('online', () => void reopenSocket())

const opened = openSocket()
if (seat === baby) tracks = await beBaby()
else beParent()
await opened
show('ready')
