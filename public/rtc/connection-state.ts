// How a connection says that it is. Firefox before 113 says it of the network only, which is all that is asked here.

const ofNetwork: Readonly<Record<RTCIceConnectionState, RTCPeerConnectionState>> = {
  new: 'new',
  checking: 'connecting',
  connected: 'connected',
  completed: 'connected',
  disconnected: 'disconnected',
  failed: 'failed',
  closed: 'closed',
}

/** Each of them changes some of what is read here; a browser without the first never sends it. */
export const connectionEvents = ['connectionstatechange', 'iceconnectionstatechange'] as const

export function connectionStateOf(pc: {
  readonly connectionState?: RTCPeerConnectionState
  readonly iceConnectionState: RTCIceConnectionState
}): RTCPeerConnectionState {
  return pc.connectionState ?? ofNetwork[pc.iceConnectionState]
}
