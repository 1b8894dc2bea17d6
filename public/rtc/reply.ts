// Whether the parent can be heard by the Baby Station, which only sends: by the packets that its browser answers with, ten and
// more a second. No state tells it when a link is away for less than about 7 s.
//
// A parent that is back asks for what it has missed, packet by packet, for about a second before it asks for a whole picture
// (measured: frames 1.1 to 1.5 s after a link that was away for 5 s, with packets after 0.1 s). So it gets one unasked.

/** How often the packets are looked at, and how often while they are missed. */
export const lookMs = 500
export const searchMs = 100
/** Nothing for this long is no hiccup. */
export const silentMs = 1200
/** While nothing is heard, every so often a whole picture, because a parent may hear and not be heard yet. */
export const blindMs = 500
/** After that the browser has turned its encoder down so far that whole pictures would clog what is to come after. */
export const blindForMs = 7000

export interface Reply {
  readonly packets: number
  readonly heardMs: number
  readonly pictureMs: number
}

export const firstReply = (nowMs: number): Reply => ({ packets: 0, heardMs: nowMs, pictureMs: nowMs })

/** What the packets counted now mean; `picture` is whether a whole picture is to be sent. */
export function nextReply(
  before: Reply,
  packets: number,
  nowMs: number,
): { readonly reply: Reply; readonly picture: boolean; readonly againMs: number } {
  const silence = nowMs - before.heardMs
  if (packets !== before.packets) {
    const picture = silence >= silentMs
    return {
      reply: { packets, heardMs: nowMs, pictureMs: picture ? nowMs : before.pictureMs },
      picture,
      againMs: lookMs,
    }
  }
  const picture = silence >= silentMs && silence < blindForMs && nowMs - before.pictureMs >= blindMs
  return {
    reply: { ...before, pictureMs: picture ? nowMs : before.pictureMs },
    picture,
    againMs: silence >= silentMs ? searchMs : lookMs,
  }
}

export function isHeard({ heardMs }: Reply, nowMs: number): boolean {
  return nowMs - heardMs < silentMs
}

/**
 * To a parent that is not heard, the baby reports seldom. What was lost counts as under way until it is given up, after up to 3 s; after the
 * first outage no more than one packet may be (SCTP's congestion window, which nothing so small ever widens again). Filled with
 * reports that nobody hears, it kept back the first one after the link was there again (measured with gaps of 5 s, one after the
 * other: 6 of 20 recognised too late; with this 0 of 22).
 */
export const unheardReportMs = 2000

export function mayReport(reply: Reply, reportedMs: number, nowMs: number): boolean {
  return isHeard(reply, nowMs) || nowMs - reportedMs >= unheardReportMs
}

/** Packets received on the connection's transport; null where the browser does not count them. */
export async function packetsIn(pc: Pick<RTCPeerConnection, 'getStats'>): Promise<number | null> {
  let packets: number | null = null
  const report = await pc.getStats()
  report.forEach((stats: { type?: string; packetsReceived?: number; bytesReceived?: number }) => {
    if (stats.type === 'transport') packets = (packets ?? 0) + (stats.packetsReceived ?? stats.bytesReceived ?? 0)
  })
  return packets
}
