// The reference for the stations: two pages, one RTCPeerConnection each, and nothing in between but the bare relay. The camera
// runs before anybody taps, the socket is open, and the camera is asked for the same as by the Baby Station.

import { constraintsFor, kindsOf } from '../../public/baby/constraints.ts'

interface Message {
  readonly join?: true
  readonly leave?: true
  readonly description?: RTCSessionDescriptionInit
  readonly candidate?: RTCIceCandidateInit
}

const side = new URLSearchParams(location.search).get('side') ?? 'parent'
const socket = new WebSocket(`wss://${location.host}/room/nursery/${side}`)
let connection: RTCPeerConnection | null = null

const say = (message: Message): void => socket.send(JSON.stringify(message))

/** Tells what is going on to whoever looks from outside. */
const show = (state: string): void => {
  document.title = state
}

function connect(): RTCPeerConnection {
  const made = new RTCPeerConnection({ iceServers: [] })
  made.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate !== null) say({ candidate: candidate.toJSON() })
  })
  connection = made
  return made
}

async function describe(made: RTCPeerConnection): Promise<void> {
  await made.setLocalDescription()
  if (made.localDescription !== null) say({ description: made.localDescription.toJSON() })
}

async function hear(message: Message, tracks: readonly MediaStreamTrack[]): Promise<void> {
  if (message.join) {
    const made = connect()
    for (const track of tracks) made.addTransceiver(track, { direction: 'sendonly' })
    show('calling')
    await describe(made)
  } else if (message.leave) {
    connection?.close()
    show('ready')
  } else if (message.description) {
    await connection?.setRemoteDescription(message.description)
    if (message.description.type === 'offer' && connection !== null) await describe(connection)
  } else if (message.candidate) await connection?.addIceCandidate(message.candidate)
}

async function beBaby(): Promise<readonly MediaStreamTrack[]> {
  const automatic = { id: '', label: '' }
  const choice = { microphone: automatic, camera: automatic }
  const stream = await navigator.mediaDevices.getUserMedia(constraintsFor(choice, kindsOf(choice), false))
  return stream.getTracks()
}

function beParent(): void {
  const video = document.createElement('video')
  video.autoplay = true
  video.playsInline = true
  const button = document.createElement('button')
  button.append('Watch')
  button.addEventListener('click', () => {
    const stream = new MediaStream()
    connect().addEventListener('track', ({ track }) => {
      stream.addTrack(track)
      video.srcObject = stream
    })
    say({ join: true })
  })
  document.body.append(button, video)
  window.addEventListener('pagehide', () => {
    say({ leave: true })
    connection?.close()
  })
}

const opened = new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
let tracks: readonly MediaStreamTrack[] = []
// One after the other, as they were sent.
let hearing = Promise.resolve()
socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
  hearing = hearing.then(() => hear(JSON.parse(data) as Message, tracks))
})
if (side === 'baby') tracks = await beBaby()
else beParent()
await opened
show('ready')
