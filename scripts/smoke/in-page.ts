// Runs in every page before its own code, and only watches: which connections it makes, what it asks the camera for, whether
// its picture moves and its sound sounds.

export interface Observed {
  readonly connections: RTCPeerConnection[]
  /** What getUserMedia was called with. */
  readonly asked: (MediaStreamConstraints | undefined)[]
  /** What getUserMedia gave. */
  readonly captured: MediaStreamTrack[]
  readonly picture: Picture
  /** Begins to measure the picture anew. */
  markPicture(): void
  /** Of what the connections have received and played, over their whole life. */
  soundEnergy(): Promise<number>
  /** Whether an element plays received sound aloud. */
  playsAloud(): boolean
  candidateTypes(): Promise<string[]>
  /** Red, green and blue, 0 to 255, at places in the parent's picture given as fractions of it. */
  colours(places: readonly (readonly [number, number])[]): readonly (readonly [number, number, number])[] | null
}

interface Picture {
  frames: number
  /** How often a frame differed from the one looked at before. */
  changes: number
  longestGapMs: number
  lastMs: number
  /** When it was begun to measure. */
  markedMs: number
}

declare global {
  interface Window {
    observed: Observed
  }
}

/** Is sent to the page as text: it may use nothing from outside. */
export function observe(): void {
  const connections: RTCPeerConnection[] = []
  const asked: (MediaStreamConstraints | undefined)[] = []
  const captured: MediaStreamTrack[] = []
  const picture: Picture = {
    frames: 0,
    changes: 0,
    longestGapMs: 0,
    lastMs: performance.now(),
    markedMs: performance.now(),
  }
  const hooked = new WeakSet<HTMLVideoElement>()
  let former = ''

  window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
    construct(target, args, newTarget) {
      const connection = Reflect.construct(target, args, newTarget) as RTCPeerConnection
      connections.push(connection)
      return connection
    },
  })

  const devices = (navigator as Partial<Navigator>).mediaDevices
  if (devices !== undefined) {
    const getUserMedia = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (constraints) => {
      asked.push(constraints)
      const stream = await getUserMedia(constraints)
      captured.push(...stream.getTracks())
      return stream
    }
  }

  const canvas = document.createElement('canvas')
  canvas.width = 64
  canvas.height = 48
  const drawing = canvas.getContext('2d', { willReadFrequently: true })
  const draw = (video: HTMLVideoElement): Uint8ClampedArray | null => {
    drawing?.drawImage(video, 0, 0, canvas.width, canvas.height)
    return drawing?.getImageData(0, 0, canvas.width, canvas.height).data ?? null
  }

  const hook = (video: HTMLVideoElement): void => {
    if (hooked.has(video)) return
    hooked.add(video)
    const onFrame = (): void => {
      const now = performance.now()
      picture.longestGapMs = Math.max(picture.longestGapMs, now - picture.lastMs)
      picture.lastMs = now
      picture.frames += 1
      if (picture.frames % 5 === 0) {
        const seen = draw(video)?.join() ?? ''
        if (seen !== former) picture.changes += 1
        former = seen
      }
      video.requestVideoFrameCallback(onFrame)
    }
    video.requestVideoFrameCallback(onFrame)
  }
  setInterval(() => document.querySelectorAll('video').forEach(hook), 100)

  const stats = async (): Promise<RTCStats[]> => {
    const open = connections.filter(({ connectionState }) => connectionState !== 'closed')
    const reports = await Promise.all(open.map((connection) => connection.getStats()))
    return reports.flatMap((report) => [...(report as unknown as Map<string, RTCStats>).values()])
  }

  window.observed = {
    connections,
    asked,
    captured,
    picture,
    markPicture() {
      const now = performance.now()
      Object.assign(picture, { frames: 0, changes: 0, longestGapMs: 0, lastMs: now, markedMs: now })
    },
    async soundEnergy() {
      const inbound = (await stats()) as (RTCInboundRtpStreamStats & RTCStats)[]
      return inbound
        .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
        .reduce((sum, { totalAudioEnergy = 0 }) => sum + totalAudioEnergy, 0)
    },
    playsAloud: () =>
      [...document.querySelectorAll('video, audio')].some(
        (element) =>
          element instanceof HTMLMediaElement &&
          !element.paused &&
          !element.muted &&
          element.volume > 0 &&
          element.srcObject instanceof MediaStream &&
          element.srcObject.getAudioTracks().some(({ readyState, muted }) => readyState === 'live' && !muted),
      ),
    async candidateTypes() {
      const all = (await stats()) as (RTCStats & { candidateType?: string })[]
      return all.filter(({ type }) => type.endsWith('-candidate')).map(({ candidateType = '' }) => candidateType)
    },
    colours(places) {
      const video = document.querySelector('video')
      const data = video === null || video.videoWidth === 0 ? null : draw(video)
      if (data === null) return null
      return places.map(([x, y]) => {
        const at = 4 * (Math.floor(y * canvas.height) * canvas.width + Math.floor(x * canvas.width))
        return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
      })
    },
  }
}
