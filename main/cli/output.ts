/**
 * What the command line prints: aligned, without colour, and harmless. Words out
 * of an article could hold characters that drive a terminal; they are shown by
 * name, so that no article can paint over what Gainsay says of it.
 */
import { visible } from '../../app/report/visible.ts'

/** What a command has to say: one JSON value, or lines for people. */
export type Outcome = {
  readonly json: unknown
  readonly lines: readonly string[]
  /** Why the command failed although it has something to say; null where it did not fail. */
  readonly failure?: string | null
}

/** Text as one line that cannot drive a terminal. */
export function oneLine(text: string): string {
  return visible(text).replace(/\n/g, '⏎').replace(/\t/g, ' ')
}

/** A value as JSON, in which the same characters are written as escapes, so that it means the same. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u202d\u202e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Text of several lines that cannot drive a terminal, each set in by some spaces. */
export function severalLines(text: string, indent: number): string[] {
  return visible(text)
    .replace(/\t/g, '    ')
    .split('\n')
    .map((line) => `${' '.repeat(indent)}${line}`)
}

/** Text cut to a number of characters, with an ellipsis where something was cut. */
export function shortened(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** Rows in columns, each as wide as its widest cell; the last column runs free. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, width(cell))
  }
  return rows.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd(),
  )
}

/** How many cells a terminal takes for a text: two for wide East Asian characters, none for marks that combine. */
function width(text: string): number {
  let cells = 0
  for (const character of text) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue
    cells += /\p{sc=Han}|\p{sc=Hangul}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{Emoji_Presentation}/u.test(
      character,
    )
      ? 2
      : 1
  }
  return cells
}

/** A name before its value, as lines; empty values are left out. */
export function fields(rows: readonly (readonly [string, string | null])[]): string[] {
  return columns(
    rows
      .filter((row): row is readonly [string, string] => row[1] !== null && row[1] !== '')
      .map(([name, value]) => [`${name}:`, oneLine(value)]),
  )
}
