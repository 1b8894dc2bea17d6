// Plays one parent's voice at the Baby Station. An element of its own: sounds of WebAudio break off on phones when a call comes.

export interface Loudspeaker {
  /** Null is silence. */
  play(track: MediaStreamTrack | null): void
  close(): void
}

export function createLoudspeaker(page: Document = document): Loudspeaker {
  let audio: HTMLAudioElement | null = null
  let playing: MediaStreamTrack | null = null

  const play = async (track: MediaStreamTrack): Promise<void> => {
    audio ??= page.body.appendChild(page.createElement('audio'))
    audio.srcObject = new MediaStream([track])
    // A browser that plays nothing without a tap has had one: Start.
    await audio.play().catch(() => undefined)
  }

  return {
    play(track) {
      if (track === playing) return
      playing = track
      if (track !== null) void play(track)
      else if (audio !== null) audio.srcObject = null
    },
    close() {
      playing = null
      if (audio === null) return
      audio.srcObject = null
      audio.remove()
      audio = null
    },
  }
}
