// Which addresses of its own this browser offers to other phones: what the page about not finding each other can tell.

import { isHostCandidate } from './candidates.ts'

export type OwnAddresses =
  | { readonly state: 'unsupported' }
  | { readonly state: 'none' }
  /** Only mDNS names, which hide the address (draft-ietf-mmusic-mdns-ice-candidates). */
  | { readonly state: 'hidden' }
  | { readonly state: 'shown'; readonly addresses: readonly string[] }

const gatherMs = 3000

export async function ownAddresses(): Promise<OwnAddresses> {
  if (!('RTCPeerConnection' in globalThis)) return { state: 'unsupported' }
  const pc = new RTCPeerConnection({ iceServers: [] })
  const found: string[] = []
  try {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, gatherMs)
      pc.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate !== null && candidate.candidate !== '') found.push(candidate.candidate)
        else {
          clearTimeout(timer)
          resolve()
        }
      })
      pc.createDataChannel('probe')
      void pc.setLocalDescription()
    })
  } finally {
    pc.close()
  }
  return classify(found)
}

/** @param candidates attributes as RFC 8839 writes them: the fifth word is the address */
export function classify(candidates: readonly string[]): OwnAddresses {
  const hosts = candidates.filter(isHostCandidate).flatMap((line) => line.split(' ')[4] ?? [])
  if (hosts.length === 0) return { state: 'none' }
  const addresses = [...new Set(hosts.filter((host) => !host.endsWith('.local')))]
  return addresses.length === 0 ? { state: 'hidden' } : { state: 'shown', addresses }
}
