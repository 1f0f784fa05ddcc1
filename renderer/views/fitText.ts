/** Words cut to the lines of a box in a drawing, which does not break lines by itself. */
import { nextGrapheme, previousGrapheme } from '../../app/text/graphemes.ts'

let context: CanvasRenderingContext2D | null = null
const widths = new Map<string, number>()
/** More than this is forgotten, and measured anew when it comes again. */
const mostKept = 20_000

/** The width of a text in pixels. */
export function textWidth(text: string, font: string): number {
  const key = `${font}\n${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  context ??= document.createElement('canvas').getContext('2d')
  if (context === null) return text.length * 7
  context.font = font
  const { width } = context.measureText(text)
  if (widths.size > mostKept) widths.clear()
  widths.set(key, width)
  return width
}

/**
 * The text in at most `most` lines of the width, as `widthOf` measures them; what is cut off ends in an
 * ellipsis. No character is cut in two: half of one could not be written into the file of a picture.
 */
export function fitLines(
  text: string,
  width: number,
  most: number,
  widthOf: (text: string) => number,
): string[] {
  const lines: string[] = []
  let rest = text.replace(/\s+/g, ' ').trim()
  while (rest !== '' && lines.length < most) {
    const last = lines.length === most - 1
    const line = last ? cut(rest, width, widthOf) : head(rest, width, widthOf)
    lines.push(line)
    rest = last ? '' : rest.slice(line.length).trimStart()
  }
  return lines
}

type WidthOf = (text: string) => number

/** As many whole words as fit; of a word longer than the line, what fits of it. */
function head(text: string, width: number, widthOf: WidthOf): string {
  if (widthOf(text) <= width) return text
  const most = longest(text, width, widthOf, '')
  const space = text.lastIndexOf(' ', most)
  return space > 0 ? text.slice(0, space) : text.slice(0, most || nextGrapheme(text, 0))
}

function cut(text: string, width: number, widthOf: WidthOf): string {
  if (widthOf(text) <= width) return text
  return `${text.slice(0, longest(text, width, widthOf, '…')).replace(/[\s,;:.–—-]+$/, '')}…`
}

/** How many code units of whole characters fit together with an ending. */
function longest(text: string, width: number, widthOf: WidthOf, ending: string): number {
  let [low, high] = [0, text.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (widthOf(text.slice(0, middle) + ending) <= width) low = middle
    else high = middle - 1
  }
  return previousGrapheme(text, low + 1)
}
