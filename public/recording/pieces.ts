// A file that is written in pieces, some of them over earlier ones, kept as blobs so that the browser may move it out of memory.

interface Piece {
  readonly start: number
  readonly blob: Blob
}

export interface Pieces {
  write(data: Uint8Array<ArrayBuffer>, position: number): void
  /** Throws when bytes in between were never written. */
  toBlob(type: string): Blob
}

export function createPieces(): Pieces {
  let pieces: Piece[] = []
  return {
    write(data, position) {
      const end = position + data.byteLength
      const written: Piece = { start: position, blob: new Blob([data]) }
      // oxlint-disable-next-line unicorn/no-array-sort -- toSorted came with Safari 16; the array is a fresh one
      pieces = [...pieces.flatMap((piece) => without(piece, position, end)), written].sort((a, b) => a.start - b.start)
    },
    toBlob(type) {
      let end = 0
      for (const { start, blob } of pieces) {
        if (start !== end) throw new Error(`nothing was written from ${end} to ${start}`)
        end += blob.size
      }
      return new Blob(
        pieces.map(({ blob }) => blob),
        { type },
      )
    },
  }
}

/** What is left of a piece after the bytes from `start` to `end` were written anew. */
function without(piece: Piece, start: number, end: number): Piece[] {
  const pieceEnd = piece.start + piece.blob.size
  if (pieceEnd <= start || piece.start >= end) return [piece]
  const left: Piece[] = []
  if (piece.start < start) left.push({ start: piece.start, blob: piece.blob.slice(0, start - piece.start) })
  if (pieceEnd > end) left.push({ start: end, blob: piece.blob.slice(end - piece.start) })
  return left
}
