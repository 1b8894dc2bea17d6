// The lullabies as notes. All are in the public domain: Brahms, Wiegenlied op. 49 no. 4 (1868); "Ah ! vous dirai-je, maman"
// (French, before 1761), known as "Twinkle, twinkle"; "Schlafe, mein Prinzchen" by Bernhard Flies (1795), long taken for Mozart's.

export interface Note {
  readonly hz: number
  readonly atS: number
  readonly forS: number
}

export interface Melody {
  readonly notes: readonly Note[]
  /** With a breath before it begins anew. */
  readonly seconds: number
}

export type MelodyName = 'brahms' | 'twinkle' | 'mozart'

interface Score {
  /** How long an eighth is. */
  readonly eighthS: number
  /** A name with its octave, and for how many eighths; "-" is a rest. */
  readonly notes: string
}

const scores: Readonly<Record<MelodyName, Score>> = {
  brahms: {
    eighthS: 0.38,
    notes: `A4/1 A4/1 C5/3 A4/1 A4/2 C5/4 A4/1 C5/1 F5/2 E5/3 D5/1 D5/2 C5/2
      G4/1 A4/1 Bb4/2 G4/2 G4/1 A4/1 Bb4/4 G4/1 Bb4/1 E5/1 D5/1 C5/2 E5/2 F5/4
      F4/1 F4/1 F5/4 D5/1 Bb4/1 C5/4 A4/1 F4/1 Bb4/2 C5/2 D5/2 C5/4
      F4/1 F4/1 F5/4 D5/1 Bb4/1 C5/4 A4/1 F4/1 C5/2 A4/2 G4/2 F4/4 -/6`,
  },
  twinkle: {
    eighthS: 0.34,
    notes: `C5/2 C5/2 G5/2 G5/2 A5/2 A5/2 G5/4 F5/2 F5/2 E5/2 E5/2 D5/2 D5/2 C5/4
      G5/2 G5/2 F5/2 F5/2 E5/2 E5/2 D5/4 G5/2 G5/2 F5/2 F5/2 E5/2 E5/2 D5/4
      C5/2 C5/2 G5/2 G5/2 A5/2 A5/2 G5/4 F5/2 F5/2 E5/2 E5/2 D5/2 D5/2 C5/4 -/8`,
  },
  mozart: {
    eighthS: 0.36,
    notes: `A4/1 Bb4/1 A4/1 G4/1 F4/1 G4/1 F4/2 -/3 F4/1 F4/1 Bb4/1 Bb4/1 Bb4/1 C5/1 D5/1 C5/2 -/4
      G4/1 F#4/1 G4/1 G4/1 F#4/1 G4/1 Bb4/5 -/1 A4/1 A4/1 A4/1 Bb4/1 A4/1 Bb4/1 C5/5 -/1
      D5/1 D5/1 D5/1 D5/1 C#5/1 D5/1 F5/5 -/1 C5/1 C5/1 C5/1 C5/1 B4/1 C5/1 F5/5 -/1
      Bb4/1 C5/1 Bb4/1 A4/1 Bb4/1 A4/1 G4/5 -/1 A4/1 Bb4/1 A4/1 G4/1 A4/1 G4/1 F4/5 -/7`,
  },
}

const semitones: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }
const shifts: Readonly<Record<string, number>> = { '#': 1, b: -1 }

export function melodyOf(name: MelodyName): Melody {
  const { eighthS, notes: text } = scores[name]
  let atS = 0
  const notes = text.split(/\s+/).flatMap((word): Note[] => {
    const [pitch = '', eighths = ''] = word.split('/')
    const note = { hz: frequencyOf(pitch), atS, forS: Number(eighths) * eighthS }
    atS += note.forS
    return pitch === '-' ? [] : [note]
  })
  return { notes, seconds: atS }
}

/** Equal temperament about A4 = 440 Hz. */
function frequencyOf(pitch: string): number {
  const [letter = '', ...rest] = pitch
  const octave = Number(rest[rest.length - 1])
  const semitone = (semitones[letter] ?? 0) + (shifts[rest[0] ?? ''] ?? 0) + 12 * octave
  return 440 * 2 ** ((semitone - (9 + 12 * 4)) / 12)
}
