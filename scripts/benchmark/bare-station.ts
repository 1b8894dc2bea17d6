// The reference for the stations: pages with RTCPeerConnections and nothing in between but the bare relay. The camera runs before anybody
// taps, the socket is open, and the camera is asked for the same as by the Baby Station. `?seat=0` is the baby, 1 and more are parents.

import { constraintsFor, kindsOf } from '../../public/baby/constraints.ts'

interface Message {
  readonly from: number
  readonly join?: true
  readonly leave?: true
  readonly description?: RTCSessionDescriptionInit
  readonly candidate?: RTCIceCandidateInit
}

declare global {
  interface Window {
    /** Records what the parent sees into the page's memory; the function ends it and downloads the file. */
    recordInMemory(): () => void
  }
}

const seat = Number(new URLSearchParams(location.search).get('seat') ?? 1)
const baby = 0
const socket = new WebSocket(`wss://${location.host}/room/nursery/${seat}`)
/** By the other's seat. */
const connections = new Map<number, RTCPeerConnection>()

/** The relay reads the first letter only. */
const say = (to: number, message: Omit<Message, 'from'>): void =>
  socket.send(to + JSON.stringify({ from: seat, ...message }))

/** Tells what is going on to whoever looks from outside. */
const show = (state: string): void => {
  document.title = state
}

function connect(other: number): RTCPeerConnection {
  const made = new RTCPeerConnection({ iceServers: [] })
  made.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate !== null) say(other, { candidate: candidate.toJSON() })
  })
  connections.set(other, made)
  return made
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

const opened = new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
let tracks: readonly MediaStreamTrack[] = []
// One after the other, as they were sent.
let hearing = Promise.resolve()
socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
  hearing = hearing.then(() => hear(JSON.parse(data.slice(1)) as Message, tracks))
})
if (seat === baby) tracks = await beBaby()
else beParent()
await opened
show('ready')
