// Small drawings of the screen that a step is about: rows with words, one of them lit. A row that begins with * is lit, with +
// it is lit and has a switch.

const width = 220
const rowHeight = 30
const margin = 8

export function drawing(rows: readonly string[]): string {
  const height = rows.length * rowHeight + 2 * margin
  const body = rows.map((row, index) => {
    const top = margin + index * rowHeight
    const isLit = /^[*+]/.test(row)
    const words = escapeHtml(row.replace(/^[*+]/, ''))
    const box = isLit ? `<rect class="lit" x="8" y="${top + 1}" width="${width - 16}" height="28" rx="8"/>` : ''
    const knob = row.startsWith('+')
      ? `<rect class="knob" x="${width - 54}" y="${top + 6}" width="36" height="18" rx="9"/><circle class="dot" cx="${width - 27}" cy="${top + 15}" r="7"/>`
      : ''
    return `${box}<text${isLit ? ' class="on"' : ''} x="18" y="${top + 20}">${words}</text>${knob}`
  })
  return `<svg class="drawing" viewBox="0 0 ${width} ${height}" aria-hidden="true"><rect class="frame" x="1" y="1" width="${width - 2}" height="${height - 2}" rx="12"/>${body.join('')}</svg>`
}

export function escapeHtml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
