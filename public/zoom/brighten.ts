// The night picture: what is dark becomes four times as bright and as rich in contrast, and what is bright does not burn out. Of each
// value from 0 to 1 it makes 1 - (1 - value)^4.

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Drawing a picture onto itself with `screen` makes 1 - (1 - value)^2. Safari has no filters on canvases; this every canvas has. */
const passes = 2

/** Colours get paler as they get brighter; so much stronger they look as before. */
const colourGain = 1.5
const greyChroma = 128

/** Brightens what has been drawn on the canvas. */
export function brighten(context: Context): void {
  context.globalCompositeOperation = 'screen'
  for (let pass = 0; pass < passes; pass++) context.drawImage(context.canvas, 0, 0)
  context.globalCompositeOperation = 'source-over'
}

const studio = tableOf(16, 235)
const full = tableOf(0, 255)
const colours = Uint8ClampedArray.from({ length: 256 }, (_, value) => greyChroma + (value - greyChroma) * colourGain)

/** The same on 8-bit pixels whose brightness comes first, `lumaBytes` of it, and whose colours follow. */
export function brightenPlanes(pixels: Uint8Array, lumaBytes: number, isFullRange: boolean): void {
  const table = isFullRange ? full : studio
  for (let index = 0; index < lumaBytes; index++) pixels[index] = table[pixels[index] ?? 0] ?? 0
  for (let index = lumaBytes; index < pixels.length; index++) pixels[index] = colours[pixels[index] ?? 0] ?? 0
}

function tableOf(black: number, white: number): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 256 }, (_, value) => {
    const share = Math.min(1, Math.max(0, (value - black) / (white - black)))
    return black + (white - black) * (1 - (1 - share) ** 4)
  })
}
