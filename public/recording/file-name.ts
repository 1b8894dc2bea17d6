// What a recording is called: BeddyBytes-<station>-<YYYY-MM-DD>-<HHMMSS>, and -part2 and so on after a lost connection.

/** File systems take 255 bytes; the rest of the name needs about 60, and a browser may add a number. */
const maxStationBytes = 150

export interface RecordingName {
  readonly station: string
  /** When the recording began, not the part: so that parts sort together. Written in the phone's own time. */
  readonly began: Date
  /** From 1. */
  readonly part: number
  readonly extension: string
}

export function fileName({ station, began, part, extension }: RecordingName): string {
  const date = `${began.getFullYear()}-${pad(began.getMonth() + 1)}-${pad(began.getDate())}`
  const time = `${pad(began.getHours())}${pad(began.getMinutes())}${pad(began.getSeconds())}`
  const suffix = part > 1 ? `-part${part}` : ''
  return `BeddyBytes-${safeStation(station)}-${date}-${time}${suffix}.${extension}`
}

const pattern = /^BeddyBytes-(.+)-(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(\d\d)(?:-part(\d+))?\.(\w+)$/

/** The other way round; null for a name that `fileName` has not made. */
export function parseFileName(name: string): RecordingName | null {
  const found = pattern.exec(name)
  if (found === null) return null
  const [, station = '', year, month, day, hours, minutes, seconds, part = 1, extension = ''] = found
  const began = new Date(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes), Number(seconds))
  return { station, began, part: Number(part), extension }
}

/** Keeps letters, marks and digits of every script; anything else that a file system could mind becomes a hyphen. */
function safeStation(station: string): string {
  const safe = station
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} _.]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/[-. ]*-[-. ]*/g, '-')
  return cutBytes(safe, maxStationBytes).replace(/^[-. ]+|[-. ]+$/g, '') || 'station'
}

function cutBytes(text: string, maxBytes: number): string {
  const encoder = new TextEncoder()
  let cut = ''
  let bytes = 0
  for (const character of text) {
    bytes += encoder.encode(character).length
    if (bytes > maxBytes) break
    cut += character
  }
  return cut
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
