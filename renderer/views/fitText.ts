/** Words cut to the lines of a box in a drawing, which does not break lines by itself. No character is cut in two. */
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

/** The text in at most `most` lines of the width; what is cut off ends in an ellipsis. */
export function fitLines(text: string, width: number, most: number, font: string): string[] {
  const lines: string[] = []
  let rest = text.replace(/\s+/g, ' ').trim()
  while (rest !== '' && lines.length < most) {
    const last = lines.length === most - 1
    const line = last ? cut(rest, width, font) : head(rest, width, font)
    lines.push(line)
    rest = last ? '' : rest.slice(line.length).trimStart()
  }
  return lines
}

/** As many whole words as fit; of a word longer than the line, what fits of it. */
function head(text: string, width: number, font: string): string {
  if (textWidth(text, font) <= width) return text
  const most = longest(text, width, font, '')
  const space = text.lastIndexOf(' ', most)
  // Something has to stand in each line, or there would be lines without end.
  const end = space > 0 ? space : previousGrapheme(text, most + 1) || nextGrapheme(text, 0)
  return text.slice(0, end)
}

function cut(text: string, width: number, font: string): string {
  if (textWidth(text, font) <= width) return text
  const end = previousGrapheme(text, longest(text, width, font, '…') + 1)
  return `${text.slice(0, end).replace(/[\s,;:.–—-]+$/, '')}…`
}

/** How many code units fit together with an ending. */
function longest(text: string, width: number, font: string, ending: string): number {
  let [low, high] = [0, text.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (textWidth(text.slice(0, middle) + ending, font) <= width) low = middle
    else high = middle - 1
  }
  return low
}
