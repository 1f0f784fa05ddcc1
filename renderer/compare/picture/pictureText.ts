/** The sorts of text in the picture, and text set into a box. All measures are pixels of the picture. */
import { directionOf } from '../../../app/text/direction.ts'
import { wrapLines } from '../../views/wrapText.ts'

/** Size, weight and face of a text; `line` is from one line to the next. */
export type TextSort = keyof typeof textSorts

export const textSorts = {
  headline: { face: 'serif', size: 18, weight: 600, line: 23 },
  source: { face: 'sans', size: 12, weight: 400, line: 17 },
  kind: { face: 'sans', size: 11.5, weight: 600, line: 17 },
  title: { face: 'sans', size: 12.5, weight: 600, line: 17 },
  details: { face: 'sans', size: 11.5, weight: 400, line: 16 },
  quote: { face: 'serif', size: 14.5, weight: 400, line: 21 },
  label: { face: 'sans', size: 11.5, weight: 600, line: 17 },
} as const satisfies Record<string, { face: 'serif' | 'sans'; size: number; weight: number; line: number }>

/** The width of a text of a sort, in pixels. */
export type Measure = (text: string, sort: TextSort) => number

/** A line where it stands: `x` is the side it begins on, the right one when it reads leftwards. */
export type TextLine = {
  readonly text: string
  readonly sort: TextSort
  readonly x: number
  readonly baseline: number
  readonly leftwards: boolean
}

/** Fonts elsewhere may be a little wider than those the lines were measured with. */
const spare = 0.96

/** All of a text in a box, the lines from `top` on. */
export function setText(
  text: string,
  sort: TextSort,
  box: { readonly x: number; readonly width: number; readonly top: number },
  measure: Measure,
): { lines: TextLine[]; bottom: number } {
  const { line, size } = textSorts[sort]
  const leftwards = directionOf(text) === 'rtl'
  const x = leftwards ? box.x + box.width : box.x
  const lines = wrapLines(text, box.width * spare, (part) => measure(part, sort)).map((words, index) => ({
    text: words,
    sort,
    x,
    baseline: box.top + index * line + (line + size * 0.7) / 2,
    leftwards,
  }))
  return { lines, bottom: box.top + lines.length * line }
}
