// Samples as a file that every media element plays: 16 bit, one channel.

const headerBytes = 44

export function wavOf(samples: Float32Array, sampleRate: number): Blob {
  const bytes = samples.length * 2
  const view = new DataView(new ArrayBuffer(headerBytes + bytes))
  const word = (at: number, letters: string): void => {
    for (let index = 0; index < letters.length; index += 1) view.setUint8(at + index, letters.charCodeAt(index))
  }
  word(0, 'RIFF')
  view.setUint32(4, headerBytes - 8 + bytes, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true) // PCM
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, sampleRate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  word(36, 'data')
  view.setUint32(40, bytes, true)
  samples.forEach((sample, index) =>
    view.setInt16(headerBytes + index * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 0x7fff), true),
  )
  return new Blob([view], { type: 'audio/wav' })
}
